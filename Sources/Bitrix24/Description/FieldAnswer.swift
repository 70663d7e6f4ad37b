import JSON

/// Reads what the methods that describe fields answer. Each of them has its own form.
enum FieldAnswer {
    /// The fields in an answer of `crm.*.fields`, `crm.item.fields`, `tasks.task.getFields` or `user.fields`.
    ///
    /// The last one tells titles only. What is no field is passed over.
    static func fields(_ result: JSONValue) -> [PortalDescription.Field] {
        // An empty table arrives as an empty list.
        guard let members = result["fields"]?.object ?? result.object else { return [] }
        return members.compactMap { code, value in
            if let title = value.string { return titled(code, title) }
            return value.object == nil ? nil : described(code, value)
        }
    }

    /// The fields in an answer of `*.userfield.list`.
    static func customFields(_ result: JSONValue) -> [PortalDescription.Field] {
        (result.array ?? []).compactMap { value in
            guard let code = value["FIELD_NAME"]?.string, !code.isEmpty else { return nil }
            let labels = ["EDIT_FORM_LABEL", "LIST_COLUMN_LABEL", "LIST_FILTER_LABEL"]
            var field = PortalDescription.Field(
                code: code, title: title(value, labels, code: code), type: value["USER_TYPE_ID"]?.string ?? "")
            field.isCustom = true
            field.isMultiple = value["MULTIPLE"]?.isOn ?? false
            field.isRequired = value["MANDATORY"]?.isOn ?? false
            field.statusType = field.type == "crm_status" ? value["SETTINGS"]?["ENTITY_TYPE"]?.string : nil
            field.choices = choices(value["LIST"])
            return field
        }
    }

    private static func titled(_ code: String, _ title: String) -> PortalDescription.Field {
        let shown = title.oneLine
        var field = PortalDescription.Field(code: code, title: shown.isEmpty ? code : shown, type: "")
        field.isCustom = code.hasPrefix("UF_")
        return field
    }

    private static func described(_ code: String, _ value: JSONValue) -> PortalDescription.Field {
        // Own fields are titled by their code; what people read is the label.
        let titles = ["formLabel", "listLabel", "filterLabel", "title"]
        var field = PortalDescription.Field(
            code: code, title: title(value, titles, code: code), type: value["type"]?.string ?? "")
        field.isMultiple = value["isMultiple"]?.isOn ?? false
        field.isReadOnly = value["isReadOnly"]?.isOn ?? false
        field.isRequired = value["isRequired"]?.isOn ?? value["required"]?.isOn ?? false
        field.isCustom = value["isDynamic"]?.isOn ?? code.hasPrefix("UF_")
        field.statusType = value["statusType"]?.string
        field.upperName = value["upperName"]?.string
        field.choices = choices(value["items"] ?? value["values"])
        return field
    }

    /// The first title that isn't empty and isn't the code.
    private static func title(_ value: JSONValue, _ names: [String], code: String) -> String {
        let upper = value["upperName"]?.string
        let titles = names.compactMap { value[$0]?.string?.oneLine }.filter { !$0.isEmpty }
        return titles.first { $0 != code && $0 != upper } ?? titles.first ?? code
    }

    /// A list of `{ID, VALUE}`, or an object of titles by code.
    private static func choices(_ value: JSONValue?) -> [PortalDescription.Field.Choice] {
        if let titles = value?.object, titles.values.allSatisfy({ $0.string != nil }) {
            return titles.map { PortalDescription.Field.Choice(id: $0, title: $1.string?.oneLine ?? "") }
        }
        return (value?.array ?? []).compactMap { item in
            guard let id = (item["ID"] ?? item["id"])?.written else { return nil }
            return PortalDescription.Field.Choice(
                id: id, title: (item["VALUE"] ?? item["value"])?.string?.oneLine ?? id)
        }
    }
}

extension JSONValue {
    /// Whether it is one of the ways in which the portal says yes.
    var isOn: Bool { self == true || self == 1 || self == "Y" || self == "1" || self == "true" }

    /// A text, or a whole number as a text.
    var written: String? { string ?? integer.map { "\($0)" } }

    /// A whole number, also if it is written as a text.
    var wholeNumber: Int? { integer ?? string.flatMap(Int.init) }
}
