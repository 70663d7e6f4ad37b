import JSON

extension CustomField {
    /// Writes the field as `*.userfield.get` and `*.userfield.list` tell it.
    ///
    /// - Parameters:
    ///   - languages: whether labels come in all languages, as `get` has them, or in the portal's
    ///   - labels: whether labels are told at all; the list of the users' fields has none
    func write(languages: Bool, labels: Bool = true, to json: inout JSONBuffer) {
        json.beginObject()
        text("ID", String(id), &json)
        text("ENTITY_ID", entity, &json)
        text("FIELD_NAME", name, &json)
        text("USER_TYPE_ID", type.rawValue, &json)
        text("XML_ID", externalID, &json)
        text("SORT", String(sort), &json)
        for (name, flag) in [("MULTIPLE", isMultiple), ("MANDATORY", isRequired)] {
            text(name, flag ? "Y" : "N", &json)
        }
        text("SHOW_FILTER", showFilter, &json)
        for (name, flag) in [
            ("SHOW_IN_LIST", showInList), ("EDIT_IN_LIST", editInList), ("IS_SEARCHABLE", isSearchable),
        ] {
            text(name, flag ? "Y" : "N", &json)
        }
        json.name("SETTINGS")
        json.settings(settings)
        if labels { for label in Label.allCases { write(label, languages, &json) } }
        if type == .enumeration { writeItems(&json) }
        json.endObject()
    }

    private func text(_ name: String, _ value: String?, _ json: inout JSONBuffer) {
        json.name(name)
        if let value { json.string(value) } else { json.null() }
    }

    private func write(_ label: Label, _ languages: Bool, _ json: inout JSONBuffer) {
        guard languages else { return text(label.rawValue, text(label), &json) }
        json.name(label.rawValue)
        json.beginObject()
        for language in CustomField.languages { text(language, labels[label]?[language] ?? "", &json) }
        json.endObject()
    }

    private func writeItems(_ json: inout JSONBuffer) {
        json.name("LIST")
        json.beginArray()
        for item in items {
            json.beginObject()
            text("ID", String(item.id), &json)
            text("SORT", String(item.sort), &json)
            text("VALUE", item.value, &json)
            text("DEF", item.isDefault ? "Y" : "N", &json)
            text("XML_ID", item.externalID, &json)
            json.endObject()
        }
        json.endArray()
    }
}
