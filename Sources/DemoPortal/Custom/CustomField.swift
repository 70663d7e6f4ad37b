import JSON

/// A field that an administrator has made: `UF_CRM_…`.
struct CustomField: Sendable {
    /// An entry of a list.
    struct Item: Hashable, Sendable {
        let id: Int
        var value: String
        var sort: Int
        var isDefault = false
        var externalID: String
    }

    /// What people read, and in which language.
    enum Label: String, CaseIterable, Sendable {
        case form = "EDIT_FORM_LABEL"
        case column = "LIST_COLUMN_LABEL"
        case filter = "LIST_FILTER_LABEL"
        case error = "ERROR_MESSAGE"
        case help = "HELP_MESSAGE"
    }

    /// The languages that labels have, by the vendor's codes.
    static let languages = [
        "ar", "br", "de", "en", "fr", "hi", "id", "in", "it", "ja", "kz", "la", "ms", "pl", "ru", "sc", "tc", "th",
        "tr", "ua", "vn",
    ]
    /// The portal's language.
    static let language = "ru"

    let id: Int
    /// Whose field it is: `CRM_DEAL`.
    let entity: String
    /// `UF_CRM_1700000000005`
    let name: String
    let type: CustomFieldType
    let isMultiple: Bool
    var isRequired = false
    var externalID: String?
    var sort = 100
    /// `N`, `I`, `E`, `S`: how it is searched for.
    var showFilter = "N"
    var showInList = true
    var editInList = true
    var isSearchable = false
    var settings: JSONObject
    var items: [Item] = []
    /// Texts by language; a label without texts is told as null.
    var labels: [Label: [String: String]] = [:]

    init(id: Int, entity: String, name: String, type: CustomFieldType, isMultiple: Bool, title: String?) {
        self.id = id
        self.entity = entity
        self.name = name
        self.type = type
        // The portal has no lists of yes and no.
        self.isMultiple = isMultiple && type != .boolean
        settings = type.settings(title: title ?? name)
        guard let title else { return }
        let texts = Dictionary(uniqueKeysWithValues: CustomField.languages.map { ($0, title) })
        for label in [Label.form, .column, .filter] { labels[label] = texts }
    }

    /// A label in the portal's language; nil where there is none.
    func text(_ label: Label) -> String? {
        labels[label]?[CustomField.language].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// What people call the field.
    var title: String { text(.form) ?? name }

    /// The field as records have it.
    var field: Field {
        var traits: Field.Traits = .custom
        if isMultiple { traits.formUnion([.multiple, .onDemand]) }
        if isRequired { traits.insert(.required) }
        let directory = type == .status ? settings["ENTITY_TYPE"]?.string : nil
        return Field(name, title, type.kind, type: type.rawValue, traits: traits, directory: directory, custom: self)
    }
}
