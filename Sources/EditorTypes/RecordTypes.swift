import Bitrix24

/// What a member of an answer is in Lua, by the method's facts and its entity's.
struct RecordTypes {
    private let fields: [String: EntityFacts.Field]

    init(entity: EntityFacts?) { fields = entity?.fieldsByName ?? [:] }

    /// Whether the fields of an answer are the entity's, as far as one can tell by their names.
    func describe(_ answer: [ResultFacts.Field]) -> Bool {
        fields.isEmpty || answer.count { fields[$0.name] != nil } * 2 >= answer.count
    }

    /// The type of a field.
    func type(of field: ResultFacts.Field) -> String {
        let value = FieldValue(field, of: fields[field.name])
        let text = LuaType(value).given
        switch value.contradiction {
        case nil: return field.seen == .string && text == "any" ? LuaType.given(.string) : text
        case .object?: return text.hasPrefix("b24.") && !text.hasSuffix("]") ? text : "table"
        case .array?: return text == "any" ? text : "table"
        case let seen?: return text == "any" ? LuaType.given(seen) : text
        }
    }
}
