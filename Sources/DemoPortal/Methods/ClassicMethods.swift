/// The old CRM methods: `crm.deal.*`, `crm.lead.*`, `crm.contact.*`, `crm.company.*`.
enum ClassicMethods {
    static let all: [Method] =
        methods("deal", .deal) + methods("lead", .lead) + methods("contact", .contact) + methods("company", .company)

    private static func methods(_ name: String, _ family: Family) -> [Method] {
        let list = ListMethod(family, dialect: .classic, face: .classic)
        func method(_ verb: String, _ body: @escaping Method.Body) -> Method {
            Method("crm.\(name).\(verb)", scopes: ["crm"], run: body)
        }
        return [
            method("list") { (parameters, state, answer) throws(RESTError) in
                try list.run(parameters, &state, &answer)
            },
            method("get") { (parameters, state, answer) throws(RESTError) in
                let position = try position(parameters, family, state)
                answer.json.beginObject()
                state[family].write(
                    .everything(of: state[family].schema), of: position, face: .classic, to: &answer.json)
                answer.json.endObject()
            },
            method("add") { (parameters, state, answer) throws(RESTError) in
                answer.json.integer(try add(parameters, family, &state))
            },
            method("update") { (parameters, state, answer) throws(RESTError) in
                try update(parameters, family, &state)
                answer.json.bool(true)
            },
            method("delete") { (parameters, state, answer) throws(RESTError) in
                let position = try position(parameters, family, state)
                state[family].remove(at: position)
                answer.json.bool(true)
            },
            method("fields") { (_, state, answer) throws(RESTError) in
                FieldDescription.write(family, state[family].schema, face: .classic, to: &answer.json)
            },
        ]
    }

    private static func position(
        _ parameters: ParameterMap, _ family: Family, _ state: PortalState
    ) throws(RESTError) -> Int {
        let id = parameters.anyCase("id")?.integer ?? 0
        guard id > 0 else { throw .classic("ID is not defined or invalid.") }
        guard let position = state[family].position(of: id) else { throw .classic("Not found") }
        return position
    }

    private static func fields(_ parameters: ParameterMap) throws(RESTError) -> Parameter {
        guard let fields = parameters.anyCase("fields"), fields.members != nil else {
            throw .classic("Parameter 'fields' must be array.")
        }
        if let options = parameters.anyCase("params"), options.members == nil, !options.isEmpty {
            throw .classic("Parameter 'params' must be array.")
        }
        return fields
    }

    private static func add(
        _ parameters: ParameterMap, _ family: Family, _ state: inout PortalState
    ) throws(RESTError) -> Int {
        var draft = RecordDraft(family, schema: state[family].schema)
        try draft.take(try fields(parameters), dialect: .classic, state: &state, refusal: wrongValue)
        try checkRequired(draft)
        try CRMRules.complete(&draft, state: state, refusal: wrongValue)
        return state[family].add(draft.values)
    }

    private static func update(
        _ parameters: ParameterMap, _ family: Family, _ state: inout PortalState
    ) throws(RESTError) {
        let position = try position(parameters, family, state)
        var draft = RecordDraft(family, schema: state[family].schema, changing: state[family].rows[position])
        try draft.take(try fields(parameters), dialect: .classic, state: &state, refusal: wrongValue)
        try checkRequired(draft)
        try CRMRules.complete(&draft, state: state, refusal: wrongValue)
        state[family].replace(at: position, with: draft.values)
    }

    private static func checkRequired(_ draft: RecordDraft) throws(RESTError) {
        switch draft.family {
        case .company where draft["TITLE"].isEmpty:
            throw .classic("Не заполнено обязательное поле \"Название компании\"")
        case .contact where draft["NAME"].isEmpty && draft["LAST_NAME"].isEmpty:
            throw .classic("Не заполнено обязательное поле \"Имя\" или \"Фамилия\"")
        default: break
        }
    }

    private static func wrongValue(_ field: Field) -> RESTError {
        .classic("Неверное значение поля \"\(field.title)\"")
    }
}
