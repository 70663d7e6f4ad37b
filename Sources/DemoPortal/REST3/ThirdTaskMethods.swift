/// Tasks in REST 3.0.
enum ThirdTaskMethods {
    static let all: [Method] = [
        method("get") { (parameters, state, answer) throws(RESTError) in
            let id = try identifier(parameters)
            let selection = try TaskSelection(parameters["select"], usual: everything)
            guard let position = state[.task].position(of: id) else { throw .entityNotFound(id) }
            item(position, selection, state, &answer)
        },
        method("list") { (parameters, state, answer) throws(RESTError) in
            try list(parameters, &state, &answer)
        },
        method("add") { (parameters, state, answer) throws(RESTError) in
            let fields = try given(parameters)
            let missing = ["title", "creatorId", "responsibleId"].filter { fields[$0]?.isEmpty ?? true }
            guard missing.isEmpty else { throw .absent(missing) }
            let stored = try stored(fields) { $0.isSettable }
            try change(&state) { (state) throws(RESTError) in try TaskMethods.add(stored, &state) }
            item(state[.task].count - 1, try TaskSelection(nil, usual: everything), state, &answer)
        },
        method("update") { (parameters, state, answer) throws(RESTError) in
            let id = try identifier(parameters)
            let fields = try given(parameters)
            guard let position = state[.task].position(of: id) else { throw .accessDenied }
            if fields["parentId"]?.integer == id {
                throw .invalid([.init(field: "parentId", message: "Невозможно привязать узел к самому себе")])
            }
            let stored = try stored(fields) { $0.isEditable }
            try change(&state) { (state) throws(RESTError) in try TaskMethods.update(stored, position, &state) }
            done(&answer)
        },
        method("delete") { (parameters, state, answer) throws(RESTError) in
            guard let position = state[.task].position(of: try identifier(parameters)) else { throw .accessDenied }
            state[.task].remove(at: position)
            done(&answer)
        },
    ]

    /// What a task is sent with where nothing is selected.
    private static let everything = Set(TaskField.all.map(\.name) + ["link"])

    private static func method(_ verb: String, _ body: @escaping Method.Body) -> Method {
        Method("tasks.task.\(verb)", scopes: ["tasks"], run: body)
    }

    private static func identifier(_ parameters: ParameterMap) throws(RESTError) -> Int {
        guard let id = parameters["id"], id != .null else { throw .absent(["id"]) }
        guard case .integer(let integer) = id else { throw .wrongType("id", "int") }
        return integer
    }

    private static func given(_ parameters: ParameterMap) throws(RESTError) -> ParameterMap {
        guard case .map(let fields) = parameters["fields"], !fields.isEmpty else { throw .absent(["fields"]) }
        return fields
    }

    /// The fields as the older methods take them.
    private static func stored(
        _ fields: ParameterMap, _ isAllowed: (TaskField) -> Bool
    ) throws(RESTError) -> ParameterMap {
        var stored = ParameterMap()
        for (name, value) in zip(fields.names, fields.values) {
            guard let field = TaskField.named(name) else { throw .unknownProperty(name, of: "TaskDto") }
            guard isAllowed(field) else { throw .lacksTrait(name, "Editable") }
            guard let value = field.value(value) else { throw .wrongType(name, field.type) }
            stored[field.stored] = value
        }
        return ParameterMap([("fields", .map(stored))])
    }

    /// Lets an older method work and turns its refusal into one of the newer ones.
    private static func change(
        _ state: inout PortalState, _ body: (inout PortalState) throws(RESTError) -> Void
    ) throws(RESTError) {
        do throws(RESTError) {
            try body(&state)
        } catch {
            let message = error.text.hasSuffix("<br>") ? String(error.text.dropLast(4)) : error.text
            let field = signs.first { message.lowercased().contains($0.word) }?.field ?? "fields"
            throw .invalid([.init(field: field, message: message)])
        }
    }

    /// Words in the older refusals, and the fields that they are about.
    private static let signs: [(word: String, field: String)] = [
        ("исполнител", "responsibleId"), ("надзадача", "parentId"), ("планировании", "endPlan"),
        ("назван", "title"), ("статус", "status"),
    ]

    private static func list(
        _ parameters: ParameterMap, _ state: inout PortalState, _ answer: inout Answer
    ) throws(RESTError) {
        let selection = try TaskSelection(parameters["select"], usual: ["id"])
        let filter = try TaskFilter(zone: state.zone).read(parameters["filter"])
        let page = try TaskPage(order: parameters["order"], pagination: parameters["pagination"])
        state.prepareList()
        answer.json.beginObject()
        answer.json.name("items")
        answer.json.beginArray()
        for position in page.positions(filter, in: state[.task]) {
            selection.write(position, state, to: &answer.json)
        }
        answer.json.endArray()
        answer.json.endObject()
    }

    private static func item(
        _ position: Int, _ selection: TaskSelection, _ state: PortalState, _ answer: inout Answer
    ) {
        answer.json.beginObject()
        answer.json.name("item")
        selection.write(position, state, to: &answer.json)
        answer.json.endObject()
    }

    private static func done(_ answer: inout Answer) {
        answer.json.beginObject()
        answer.json.name("result")
        answer.json.bool(true)
        answer.json.endObject()
    }
}
