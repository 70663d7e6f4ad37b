/// Which custom fields a list has and in which order. It comes whole; what can't be filtered or sorted by is passed over.
struct CustomFieldList {
    private let filter: [(name: String, value: Parameter)]
    private let order: [(name: String, descending: Bool)]
    /// Reads `filter` and `order`, whose names may be those of the newer methods: `userTypeId`.
    init(_ parameters: ParameterMap) {
        let conditions = parameters.anyCase("filter")?.members ?? []
        filter = conditions.map { (CustomFieldList.upperName($0.name), $0.value) }
        let given = parameters.anyCase("order")?.members ?? []
        order = given.map {
            (CustomFieldList.upperName($0.name), $0.value.text?.lowercased().hasPrefix("desc") ?? false)
        }
    }

    /// `userTypeId` → `USER_TYPE_ID`; what is in capital letters already stays.
    static func upperName(_ name: String) -> String {
        guard name.contains(where: \.isLowercase) else { return name }
        return name.reduce(into: "") { result, letter in
            if letter.isUppercase { result += "_" }
            result += letter.uppercased()
        }
    }

    func fields(_ fields: [CustomField]) -> [CustomField] {
        let found = fields.filter { field in
            filter.allSatisfy { name, value in
                guard let own = CustomFieldList.value(name, of: field) else { return true }
                return (value.elements ?? [value]).contains { $0.text?.uppercased() == own.uppercased() }
            }
        }
        return order.isEmpty ? found : found.sorted(by: isBefore)
    }

    private func isBefore(_ left: CustomField, _ right: CustomField) -> Bool {
        for (name, descending) in order {
            guard let first = CustomFieldList.value(name, of: left),
                let second = CustomFieldList.value(name, of: right),
                first != second
            else { continue }
            let isLess: Bool =
                if let first = Int(first), let second = Int(second) { first < second } else { first < second }
            return isLess != descending
        }
        return left.id < right.id
    }

    /// What a field has under a name of the answer.
    private static func value(_ name: String, of field: CustomField) -> String? {
        switch name {
        case "ID": String(field.id)
        case "ENTITY_ID": field.entity
        case "FIELD_NAME": field.name
        case "USER_TYPE_ID": field.type.rawValue
        case "XML_ID": field.externalID ?? ""
        case "SORT": String(field.sort)
        case "MULTIPLE": field.isMultiple ? "Y" : "N"
        case "MANDATORY": field.isRequired ? "Y" : "N"
        case "SHOW_FILTER": field.showFilter
        case "SHOW_IN_LIST": field.showInList ? "Y" : "N"
        case "EDIT_IN_LIST": field.editInList ? "Y" : "N"
        case "IS_SEARCHABLE": field.isSearchable ? "Y" : "N"
        default: nil
        }
    }
}
