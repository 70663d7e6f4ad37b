/// Users and departments.
enum UserMethods {
    private static let scopes = ["user", "user_basic", "user_brief"]
    private static let users = ListMethod(.user, dialect: .user, face: .user)
    private static let departments = ListMethod(.department, dialect: .user, face: .department)

    static let all: [Method] = [
        Method("user.get", scopes: scopes) { (parameters, state, answer) throws(RESTError) in
            try list(users, parameters, &state, &answer)
        },
        Method("user.current", scopes: scopes) { (_, state, answer) throws(RESTError) in
            answer.json.beginObject()
            if let position = state[.user].position(of: state.user) {
                state[.user].write(.usual(of: .user), of: position, face: .user, to: &answer.json)
            }
            answer.json.endObject()
        },
        Method("user.fields", scopes: scopes) { (_, _, answer) throws(RESTError) in
            titles(.user, &answer)
        },
        Method("department.get", scopes: ["department"]) { (parameters, state, answer) throws(RESTError) in
            try list(departments, parameters, &state, &answer)
        },
        Method("department.fields", scopes: ["department"]) { (_, _, answer) throws(RESTError) in
            titles(.department, &answer)
        },
    ]

    /// Filters stand in `FILTER` or beside it; `sort` names the field and `order` the direction.
    private static func list(
        _ list: ListMethod, _ parameters: ParameterMap, _ state: inout PortalState, _ answer: inout Answer
    ) throws(RESTError) {
        let own = Set(["filter", "order", "select", "start", "admin_mode", "image_resize"])
        var conditions = ParameterMap()
        for (name, value) in zip(parameters.names, parameters.values) where !own.contains(name.lowercased()) {
            // `sort` is the field to sort by, but `SORT` is a field of departments.
            if name != "sort" { conditions[name] = value }
        }
        for (name, value) in parameters.anyCase("filter")?.members ?? [] { conditions[name] = value }
        let filter = try FilterReader(schema: state[list.family].schema, dialect: .user, zone: state.zone)
            .read(.map(conditions))
        let start = ListRequest.start(parameters.anyCase("start"))
        let request = ListRequest(filter: filter, order: order(list, parameters), start: start)
        list.write(request, selected: parameters.anyCase("select"), &state, &answer)
    }

    private static func order(_ list: ListMethod, _ parameters: ParameterMap) -> Order {
        guard let field = parameters["sort"]?.text,
            let column = Dialect.user.column(field, in: list.family.schema)
        else { return .byID }
        let descending = parameters.anyCase("order")?.text?.lowercased() == "desc"
        return Order(keys: [Order.Key(column: column, descending: descending)])
    }

    private static func titles(_ schema: Schema, _ answer: inout Answer) {
        answer.json.beginObject()
        for field in schema.fields {
            answer.json.name(field.name)
            answer.json.string(field.title)
        }
        answer.json.endObject()
    }
}
