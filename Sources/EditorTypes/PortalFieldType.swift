import Bitrix24

/// What a field is in Lua, by what the portal says of it.
struct PortalFieldType {
    private let field: PortalDescription.Field
    private let choices: String?

    /// - Parameter choices: the class of its values, if it is a list.
    init(_ field: PortalDescription.Field, choices: String?) {
        self.field = field
        self.choices = choices
    }

    /// What a script gets.
    var given: String { many(choices ?? Self.given[field.type] ?? "any") }

    /// What a script may hand over.
    var taken: String { many(choices ?? Self.taken[field.type] ?? "any") }

    private func many(_ type: String) -> String { field.isMultiple && type != "any" ? type + "[]" : type }

    private static let given = [
        "integer": "integer", "double": "number", "string": "string", "char": "boolean", "boolean": "boolean",
        "date": "string", "datetime": "string", "user": "integer", "employee": "integer", "crm_status": "string",
        "crm_currency": "string", "crm_company": "integer", "crm_contact": "integer", "crm_deal": "integer",
        "crm_lead": "integer", "crm_category": "integer", "url": "string", "money": "string", "address": "string",
        "text": "string",
    ]
    private static let taken = [
        "integer": "b24.id", "double": "b24.number", "string": "string", "char": "b24.flag", "boolean": "b24.flag",
        "date": "b24.date", "datetime": "b24.date", "user": "b24.id", "employee": "b24.id", "crm_status": "string",
        "crm_currency": "string", "crm_company": "b24.id", "crm_contact": "b24.id", "crm_deal": "b24.id",
        "crm_lead": "b24.id", "crm_category": "b24.id", "url": "string", "money": "string", "address": "string",
        "text": "string",
    ]
}
