/// The new CRM methods: `crm.item.*`, one set for all entities.
enum ItemMethods {
    static let all: [Method] = [
        method("list") { (parameters, state, answer) throws(RESTError) in
            guard var list = lists[try family(parameters)] else { throw unknownType }
            list.face = face(parameters)
            try list.run(parameters, &state, &answer)
        },
        method("get") { (parameters, state, answer) throws(RESTError) in
            let family = try family(parameters)
            let position = try position(parameters, family, state)
            write(family, position, face(parameters), &state, &answer)
        },
        method("add") { (parameters, state, answer) throws(RESTError) in
            let family = try family(parameters)
            let position = try add(parameters, family, &state)
            write(family, position, face(parameters), &state, &answer)
        },
        method("update") { (parameters, state, answer) throws(RESTError) in
            let family = try family(parameters)
            let position = try update(parameters, family, &state)
            write(family, position, face(parameters), &state, &answer)
        },
        method("delete") { (parameters, state, answer) throws(RESTError) in
            let family = try family(parameters)
            state[family].remove(at: try position(parameters, family, state))
            answer.json.beginArray()
            answer.json.endArray()
        },
        method("fields") { (parameters, state, answer) throws(RESTError) in
            let family = try family(parameters)
            answer.json.beginObject()
            answer.json.name("fields")
            FieldDescription.write(family, state[family].schema, face: face(parameters), to: &answer.json)
            answer.json.endObject()
        },
    ]

    static let unknownType = RESTError(400, "NOT_FOUND", "Смарт-процесс не найден")

    private static let lists = Dictionary(
        uniqueKeysWithValues: Family.allCases.filter { $0.entityTypeID != nil }.map {
            ($0, ListMethod($0, dialect: .item, face: .item, key: "items"))
        })

    private static func method(_ verb: String, _ body: @escaping Method.Body) -> Method {
        Method("crm.item.\(verb)", scopes: ["crm"], run: body)
    }

    /// Custom fields keep their own names if they are asked to.
    private static func face(_ parameters: ParameterMap) -> Face {
        parameters.anyCase("useOriginalUfNames")?.isOn == true ? .originalItem : .item
    }

    static func family(_ parameters: ParameterMap) throws(RESTError) -> Family {
        guard let type = parameters.anyCase("entityTypeId"), !type.isEmpty else { throw .missing("entityTypeId") }
        guard let family = Family.entityType(type.integer) else { throw unknownType }
        return family
    }

    private static func position(
        _ parameters: ParameterMap, _ family: Family, _ state: PortalState
    ) throws(RESTError) -> Int {
        guard let id = parameters.anyCase("id"), !id.isEmpty else { throw .missing("id") }
        guard let position = state[family].position(of: id.integer) else {
            throw RESTError(400, "NOT_FOUND", "Элемент не найден")
        }
        return position
    }

    private static func fields(_ parameters: ParameterMap) throws(RESTError) -> Parameter {
        guard let fields = parameters.anyCase("fields") else { throw .missing("fields") }
        guard fields.members != nil else {
            throw RESTError(
                400, "100",
                "Invalid value {\(fields.text ?? "")} to match with parameter {fields}. Should be value of type array.")
        }
        return fields
    }

    private static func add(
        _ parameters: ParameterMap, _ family: Family, _ state: inout PortalState
    ) throws(RESTError) -> Int {
        var draft = RecordDraft(family, schema: state[family].schema)
        try draft.take(try fields(parameters), dialect: .item, state: &state, refusal: wrongValue)
        try CRMRules.complete(&draft, state: state, refusal: wrongValue)
        state[family].add(draft.values)
        return state[family].count - 1
    }

    private static func update(
        _ parameters: ParameterMap, _ family: Family, _ state: inout PortalState
    ) throws(RESTError) -> Int {
        let position = try position(parameters, family, state)
        var draft = RecordDraft(family, schema: state[family].schema, changing: state[family].rows[position])
        try draft.take(try fields(parameters), dialect: .item, state: &state, refusal: wrongValue)
        try CRMRules.complete(&draft, state: state, refusal: wrongValue)
        state[family].replace(at: position, with: draft.values)
        return position
    }

    private static func write(
        _ family: Family, _ position: Int, _ face: Face, _ state: inout PortalState, _ answer: inout Answer
    ) {
        answer.json.beginObject()
        answer.json.name("item")
        answer.json.beginObject()
        state[family].write(.everything(of: state[family].schema), of: position, face: face, to: &answer.json)
        answer.json.endObject()
        answer.json.endObject()
    }

    private static func wrongValue(_ field: Field) -> RESTError {
        RESTError(400, "CRM_FIELD_ERROR_VALUE_NOT_VALID", "Неверное значение поля \"\(field.title)\"")
    }
}
