/// Custom fields of all entities of a module, smart processes included: `userfieldconfig.*`.
enum FieldConfigMethods {
    static let all: [Method] = [
        method("list") { (parameters, state, answer) throws(RESTError) in
            try list(parameters, state, &answer)
        },
        method("get") { (parameters, state, answer) throws(RESTError) in
            guard let (field, _) = find(parameters, state) else { throw unseen }
            write(field, &answer)
        },
        method("getTypes") { (_, _, answer) throws(RESTError) in
            writeTypes(&answer.json)
        },
        method("add") { (parameters, state, answer) throws(RESTError) in
            write(try add(parameters, &state), &answer)
        },
        method("delete") { (parameters, state, answer) throws(RESTError) in
            guard state.isAdministrator, let (field, family) = find(parameters, state) else {
                throw .classic("Вы не можете удалить пользовательское поле")
            }
            state.remove(field, from: family)
            answer.json.null()
        },
    ]

    /// Besides its own scope a method needs that of the module.
    private static func method(_ verb: String, _ body: @escaping Method.Body) -> Method {
        Method("userfieldconfig.\(verb)", scopes: ["userfieldconfig"]) {
            (parameters, state, answer) throws(RESTError) in
            guard let module = parameters["moduleId"]?.text, !module.isEmpty else { throw .missing("moduleId") }
            guard module == "crm" else { throw .classic("No settings for UserFieldAccess") }
            guard state.scopes.contains("crm") else {
                throw .classic("The current method required more scopes. (crm)")
            }
            try body(parameters, &state, &answer)
        }
    }

    private static let unseen = RESTError.classic("Вы не можете просматривать настройки пользовательских полей")

    private static let families = Family.allCases.filter { $0.customEntity != nil && $0 != .user }

    private static func find(_ parameters: ParameterMap, _ state: PortalState) -> (CustomField, Family)? {
        let id = parameters.anyCase("id")?.integer ?? 0
        for family in families {
            if let field = state.customFields(of: family).first(where: { $0.id == id }) { return (field, family) }
        }
        return nil
    }

    private static func list(
        _ parameters: ParameterMap, _ state: PortalState, _ answer: inout Answer
    ) throws(RESTError) {
        let every = families.flatMap { state.customFields(of: $0) }.sorted { ($0.sort, $0.id) < ($1.sort, $1.id) }
        let found = CustomFieldList(parameters).fields(every)
        let start = ListRequest.start(parameters.anyCase("start")) ?? 0
        let page = found.dropFirst(start).prefix(ListRequest.pageSize)
        let language = parameters.anyCase("select")?.members?.first { $0.name == "language" }?.value.text
        answer.json.beginObject()
        answer.json.name("fields")
        answer.json.beginArray()
        for field in page {
            field.writeConfig(languages: language.map { [$0] } ?? [], items: false, to: &answer.json)
        }
        answer.json.endArray()
        answer.json.endObject()
        answer.total = found.count
        let next = start + ListRequest.pageSize
        answer.next = next < found.count ? next : nil
    }

    private static func write(_ field: CustomField, _ answer: inout Answer) {
        answer.json.beginObject()
        answer.json.name("field")
        field.writeConfig(languages: ["en", "ru"], items: true, to: &answer.json)
        answer.json.endObject()
    }

    private static func add(
        _ parameters: ParameterMap, _ state: inout PortalState
    ) throws(RESTError) -> CustomField {
        guard let given = parameters["field"]?.members else { throw .missing("field") }
        guard state.isAdministrator else { throw .classic("Access denied") }
        let fields = ParameterMap(
            given.filter { !passedOver.contains($0.name) }.map {
                ($0.name == "enum" ? "LIST" : upper($0.name), items($0.value))
            })
        let entity = fields["ENTITY_ID"]?.text ?? ""
        let name = fields["FIELD_NAME"]?.text ?? ""
        // The names of a smart process's fields tell whose they are.
        guard let family = families.first(where: { $0.customEntity == entity }),
            name.isEmpty || name.uppercased().hasPrefix(family.typeID == nil ? "UF_CRM_" : "UF_\(entity)_")
        else { throw .classic("Вы не можете создавать пользовательские поля") }
        let draft = try CustomFieldDraft(ParameterMap([("fields", .map(fields))]))
        let field = try draft.field(
            id: state.nextCustomIDs.field, entity: entity, nextItem: &state.nextCustomIDs.item)
        try state.add(field, to: family)
        return field
    }

    private static let passedOver: Set<String> = [
        "showInList", "listColumnLabel", "listFilterLabel", "errorMessage", "label",
    ]

    private static func upper(_ name: String) -> String { CustomFieldList.upperName(name) }

    /// The items of a list under the names of the older methods; anything else as it is.
    private static func items(_ value: Parameter) -> Parameter {
        guard case .list(let list) = value else { return value }
        return .list(
            list.map { entry in
                guard case .map(let map) = entry else { return entry }
                return .map(ParameterMap(zip(map.names, map.values).map { (upper($0), $1) }))
            })
    }

    private static func writeTypes(_ json: inout JSONBuffer) {
        json.beginObject()
        json.name("types")
        json.beginObject()
        for type in CustomFieldType.allCases {
            json.name(type.rawValue)
            json.beginObject()
            json.name("userTypeId")
            json.string(type.rawValue)
            json.name("description")
            json.string(type.title)
            json.endObject()
        }
        json.endObject()
        json.endObject()
    }
}
