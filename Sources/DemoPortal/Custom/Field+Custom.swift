extension Field {
    /// A custom field that the demo company has from the beginning.
    ///
    /// - Parameters:
    ///   - id: the identifier of the field itself
    ///   - firstItem: the identifier of the first of the `items`
    static func custom(
        _ id: Int, _ entity: String, _ name: String, _ title: String, _ type: CustomFieldType, multiple: Bool = false,
        items: [String] = [], firstItem: Int = 1
    ) -> Field {
        var custom = CustomField(
            id: id, entity: entity, name: name, type: type, isMultiple: multiple, title: title)
        custom.showFilter = type == .string ? "S" : "E"
        custom.items = items.enumerated().map { place, value in
            CustomField.Item(
                id: firstItem + place, value: value, sort: 10 * (place + 1), externalID: "\(name)_\(firstItem + place)")
        }
        return custom.field
    }
}

extension Family {
    /// What the custom fields of the entity are filed under; nil where the portal lets nobody make some.
    var customEntity: String? {
        switch self {
        case .deal: "CRM_DEAL"
        case .lead: "CRM_LEAD"
        case .contact: "CRM_CONTACT"
        case .company: "CRM_COMPANY"
        case .contract, .purchase: typeID.map { "CRM_\($0)" }
        case .user: "USER"
        default: nil
        }
    }

    /// What the smart process is called.
    var typeTitle: String? {
        switch self {
        case .contract: "Договоры"
        case .purchase: "Заявки на закупку"
        default: nil
        }
    }

    /// The identifier of the smart process in `crm.type.list`.
    var typeID: Int? {
        switch self {
        case .contract: 5
        case .purchase: 6
        default: nil
        }
    }
}
