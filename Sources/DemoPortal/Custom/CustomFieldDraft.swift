import JSON

/// Reads what `*.userfield.add` and `*.userfield.update` are given.
struct CustomFieldDraft {
    static let longestName = 50

    let fields: ParameterMap

    /// Reads `fields`.
    init(_ parameters: ParameterMap) throws(RESTError) {
        guard let members = parameters.anyCase("fields")?.members else {
            throw .classic("Parameter 'fields' must be array.")
        }
        fields = ParameterMap(members.map { ($0.name.uppercased(), $0.value) })
    }

    /// The name with the prefix of the CRM: `MANAGER_NOTE` is `UF_CRM_MANAGER_NOTE`.
    private func name() throws(RESTError) -> String {
        let given = (fields["FIELD_NAME"]?.text ?? "").uppercased()
        guard !given.isEmpty else { throw .classic("The 'FIELD_NAME' field is not found.") }
        let prefix = ["UF_CRM_", "UF_"].first { given.hasPrefix($0) } ?? ""
        let name = "UF_CRM_" + given.dropFirst(prefix.count)
        guard name.utf8.count <= CustomFieldDraft.longestName else {
            throw CustomFieldDraft.refusal("Имя поля слишком длинное (больше 50-ти символов).")
        }
        guard name.allSatisfy({ $0.isASCII && ($0.isUppercase || $0.isNumber || $0 == "_") }) else {
            throw CustomFieldDraft.refusal(
                "Имя поля содержит недопустимые символы. Допустимыми являются: A-Z, 0-9 и _.")
        }
        return name
    }

    private func type() throws(RESTError) -> CustomFieldType {
        let given = fields["USER_TYPE_ID"]?.text ?? ""
        guard !given.isEmpty else { throw .classic("The 'USER_TYPE_ID' field is not found.") }
        guard let type = CustomFieldType(rawValue: given) else {
            throw CustomFieldDraft.refusal("Указан неверный пользовательский тип.")
        }
        return type
    }

    static func refusal(_ text: String) -> RESTError { RESTError(400, "ERROR_CORE", text) }

    /// A new field.
    func field(id: Int, entity: String, nextItem: inout Int) throws(RESTError) -> CustomField {
        let name = try name()
        var field = CustomField(
            id: id, entity: entity, name: name, type: try type(), isMultiple: fields["MULTIPLE"]?.isOn ?? false,
            title: nil)
        field.showInList = false
        if let label = fields["LABEL"]?.text, !label.isEmpty {
            for kind in CustomField.Label.allCases { field.labels[kind] = texts(label) }
        }
        try change(&field, nextItem: &nextItem)
        return field
    }

    /// Changes what may be changed: neither the name nor the type, nor whether there are several values.
    func change(_ field: inout CustomField, nextItem: inout Int) throws(RESTError) {
        if let value = fields["MANDATORY"] { field.isRequired = value.isOn }
        if let value = fields["XML_ID"]?.text { field.externalID = value.isEmpty ? nil : value }
        if let value = fields["SORT"]?.integer, value > 0 { field.sort = value }
        if let value = fields["SHOW_FILTER"]?.text?.uppercased() {
            field.showFilter = ["I", "E", "S"].contains(value) ? value : value == "Y" ? "E" : "N"
        }
        if let value = fields["SHOW_IN_LIST"] { field.showInList = value.isOn }
        if let value = fields["EDIT_IN_LIST"] { field.editInList = value.isOn }
        if let value = fields["IS_SEARCHABLE"] { field.isSearchable = value.isOn }
        for (name, value) in fields["SETTINGS"]?.members ?? [] where field.settings[name] != nil {
            field.settings[name] = JSONValue(value)
        }
        for label in CustomField.Label.allCases {
            if let value = fields[label.rawValue] { rename(label, value, &field) }
        }
        if field.type == .enumeration, let list = fields["LIST"]?.elements {
            try change(list, of: &field, nextItem: &nextItem)
        }
    }

    private func rename(_ label: CustomField.Label, _ value: Parameter, _ field: inout CustomField) {
        if let text = value.text {
            field.labels[label] = texts(text)
        } else {
            for (language, text) in value.members ?? [] where CustomField.languages.contains(language) {
                field.labels[label, default: [:]][language] = text.text ?? ""
            }
        }
    }

    private func texts(_ text: String) -> [String: String] {
        Dictionary(uniqueKeysWithValues: CustomField.languages.map { ($0, text) })
    }

    /// An item without an identifier is new, one with its own is changed, one with `DEL` goes.
    private func change(
        _ list: [Parameter], of field: inout CustomField, nextItem: inout Int
    ) throws(RESTError) {
        for case .map(let entry) in list {
            let value = entry.anyCase("VALUE")?.text ?? ""
            let code = entry.anyCase("XML_ID")?.text
            let id = entry.anyCase("ID")?.integer ?? 0
            if let code, field.items.contains(where: { $0.externalID == code && $0.id != id }) {
                throw CustomFieldDraft.refusal("Элемент списка со значением XML_ID=\(code) уже существует.")
            }
            if let place = field.items.firstIndex(where: { $0.id == id }) {
                if entry.anyCase("DEL")?.isOn == true {
                    field.items.remove(at: place)
                    continue
                }
                if !value.isEmpty { field.items[place].value = value }
                if let sort = entry.anyCase("SORT")?.integer { field.items[place].sort = sort }
                if let flag = entry.anyCase("DEF") { field.items[place].isDefault = flag.isOn }
                if let code { field.items[place].externalID = code }
            } else if !value.isEmpty {
                field.items.append(
                    CustomField.Item(
                        id: nextItem, value: value, sort: entry.anyCase("SORT")?.integer ?? 0,
                        isDefault: entry.anyCase("DEF")?.isOn ?? false, externalID: code ?? "item_\(nextItem)"))
                nextItem += 1
            }
        }
        field.items.sort { ($0.sort, $0.id) < ($1.sort, $1.id) }
    }
}
