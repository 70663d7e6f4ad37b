import JSON

extension CustomField {
    /// Writes the field as `userfieldconfig.*` tells it.
    ///
    /// - Parameters:
    ///   - languages: in which languages the labels come
    ///   - items: whether the items of a list come along
    func writeConfig(languages: [String], items hasItems: Bool, to json: inout JSONBuffer) {
        json.beginObject()
        for (name, value) in texts {
            json.name(name)
            if let value { json.string(value) } else { json.null() }
        }
        json.name("settings")
        json.settings(settings)
        if !languages.isEmpty { writeLabels(languages, &json) }
        if hasItems, type == .enumeration { writeConfigItems(&json) }
        json.endObject()
    }

    private var texts: [(String, String?)] {
        func flag(_ flag: Bool) -> String { flag ? "Y" : "N" }
        return [
            ("id", String(id)), ("entityId", entity), ("fieldName", name), ("userTypeId", type.rawValue),
            ("xmlId", externalID), ("sort", String(sort)), ("multiple", flag(isMultiple)),
            ("mandatory", flag(isRequired)), ("showFilter", showFilter), ("showInList", flag(showInList)),
            ("editInList", flag(editInList)), ("isSearchable", flag(isSearchable)),
        ]
    }

    private func writeLabels(_ languages: [String], _ json: inout JSONBuffer) {
        json.name("languageId")
        json.beginObject()
        for language in languages {
            json.name(language)
            json.string(language)
        }
        json.endObject()
        for label in Label.allCases {
            json.name(Field.camelCase(label.rawValue))
            json.beginObject()
            for language in languages {
                json.name(language)
                if let text = labels[label]?[language], !text.isEmpty { json.string(text) } else { json.null() }
            }
            json.endObject()
        }
    }

    private func writeConfigItems(_ json: inout JSONBuffer) {
        json.name("enum")
        json.beginArray()
        for item in items {
            json.beginObject()
            for (name, value) in [
                ("id", String(item.id)), ("userFieldId", String(id)), ("value", item.value),
                ("def", item.isDefault ? "Y" : "N"), ("sort", String(item.sort)), ("xmlId", item.externalID),
            ] {
                json.name(name)
                json.string(value)
            }
            json.endObject()
        }
        json.endArray()
    }
}
