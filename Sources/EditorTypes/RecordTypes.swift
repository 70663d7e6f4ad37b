import Bitrix24

/// What a member of an answer is in Lua, by the method's facts and its entity's.
struct RecordTypes {
    private var fields: [String: EntityFacts.Field] = [:]

    init(entity: EntityFacts?) {
        for field in entity?.fields ?? [] {
            for name in [field.name] + field.aliases where fields[name] == nil { fields[name] = field }
        }
    }

    /// Whether the fields of an answer are the entity's, as far as one can tell by their names.
    func describe(_ answer: [ResultFacts.Field]) -> Bool {
        fields.isEmpty || answer.count { fields[$0.name] != nil } * 2 >= answer.count
    }

    /// The type of a field.
    func type(of field: ResultFacts.Field) -> String {
        let entity = fields[field.name]
        let isOwn = field.type.single.map { $0.kind != .any } ?? !field.type.alternatives.isEmpty
        let type = isOwn ? field.type : entity?.type ?? field.type
        let choices = entity?.statusType == nil ? entity?.choices ?? [] : []
        let isMultiple = entity?.isMultiple ?? false
        let text = LuaType(type: type, choices: choices, isMultiple: isMultiple || field.seen == .array).given
        switch field.seen {
        case nil, .array?: return text
        case .object?: return text.hasPrefix("b24.") ? text : "table"
        case let seen?: return text == "any" ? LuaType.given(seen) : text
        }
    }
}
