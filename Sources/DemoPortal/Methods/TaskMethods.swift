import Timetable

/// Tasks: lists, reading, making, changing.
enum TaskMethods {
    static let scopes = ["task"]

    static let all: [Method] = [
        Method("tasks.task.list", scopes: scopes) { (parameters, state, answer) throws(RESTError) in
            try list.run(parameters, &state, &answer)
        },
        Method("tasks.task.get", scopes: scopes) { (parameters, state, answer) throws(RESTError) in
            let position = try position(parameters, state, elseThrow: notAllowed)
            write(position, selected: parameters.anyCase("select"), &state, &answer)
        },
        Method("tasks.task.add", scopes: scopes) { (parameters, state, answer) throws(RESTError) in
            try add(parameters, &state)
            write(state[.task].count - 1, selected: nil, &state, &answer)
        },
        Method("tasks.task.update", scopes: scopes) { (parameters, state, answer) throws(RESTError) in
            let position = try position(parameters, state, elseThrow: notAllowed)
            try update(parameters, position, &state)
            write(position, selected: nil, &state, &answer)
        },
        Method("tasks.task.delete", scopes: scopes) { (parameters, state, answer) throws(RESTError) in
            let refusal = RESTError(400, "1048582", "Нет доступа к удалению задачи")
            state[.task].remove(at: try position(parameters, state, elseThrow: refusal))
            answer.json.beginObject()
            answer.json.name("task")
            answer.json.bool(true)
            answer.json.endObject()
        },
        Method("tasks.task.getFields", scopes: scopes) { (_, _, answer) throws(RESTError) in
            fields(&answer)
        },
    ]

    /// The portal tells no difference between a task that isn't there and one that may not be touched.
    static let notAllowed = RESTError(400, "0", "Действие над задачей не разрешено")

    private static let list: ListMethod = {
        var list = ListMethod(.task, dialect: .task, face: .task, key: "tasks")
        list.usual = .byNewest
        return list
    }()

    static func position(
        _ parameters: ParameterMap, _ state: PortalState, elseThrow refusal: RESTError
    ) throws(RESTError) -> Int {
        guard let id = parameters.anyCase("taskId") ?? parameters.anyCase("id"), !id.isEmpty else {
            throw RESTError(400, "100", "CTaskItem All parameters in the constructor must have real class type")
        }
        guard id.integer > 0 else { throw RESTError(400, "0", "wrong task id") }
        guard let position = state[.task].position(of: id.integer) else { throw refusal }
        return position
    }

    static func write(
        _ position: Int, selected: Parameter?, _ state: inout PortalState, _ answer: inout Answer
    ) {
        let names = selected?.elements?.compactMap(\.text) ?? []
        let selection: Selection =
            names.isEmpty ? .everything(of: .task) : Selection(names, schema: .task, dialect: .task)
        answer.json.beginObject()
        answer.json.name("task")
        answer.json.beginObject()
        state[.task].write(selection, of: position, face: .task, to: &answer.json)
        answer.json.endObject()
        answer.json.endObject()
    }

    private static func given(_ parameters: ParameterMap) throws(RESTError) -> Parameter {
        guard let fields = parameters.anyCase("fields"), let members = fields.members, !members.isEmpty else {
            throw .missing("fields")
        }
        return fields
    }

    static func add(_ parameters: ParameterMap, _ state: inout PortalState) throws(RESTError) {
        var draft = RecordDraft(.task)
        try draft.take(try given(parameters), dialect: .task, state: &state, refusal: wrongValue)
        let now = FieldValue.moment(state.now.unixSeconds)
        draft.fill("CREATED_BY", .integer(state.user))
        draft.fill("PRIORITY", .integer(1))
        draft.fill("STATUS", .integer(TaskStatus.waiting.rawValue))
        for name in ["CREATED_DATE", "STATUS_CHANGED_DATE"] { draft[name] = now }
        draft.fill("STAGE_ID", .integer(0))
        draft.fill("GROUP_ID", .integer(0))
        draft.fill("SITE_ID", .text("s1"))
        draft.fill("DURATION_TYPE", .text("days"))
        draft["DESCRIPTION_IN_BBCODE"] = .flag(true)
        try finish(&draft, state: state)
        state[.task].add(draft.values)
    }

    static func update(
        _ parameters: ParameterMap, _ position: Int, _ state: inout PortalState
    ) throws(RESTError) {
        var draft = RecordDraft(.task, changing: state[.task].rows[position])
        try draft.take(try given(parameters), dialect: .task, state: &state, refusal: wrongValue)
        if draft["STATUS"] != draft.old("STATUS") { TaskStatus.stamp(&draft, state: state) }
        try finish(&draft, state: state)
        state[.task].replace(at: position, with: draft.values)
    }

    private static func wrongValue(_ field: Field) -> RESTError {
        refusal("Неверное значение поля \"\(field.title)\"")
    }

    private static func refusal(_ text: String) -> RESTError { RESTError(400, "ERROR_CORE", text + "<br>") }

    /// Checks a draft and completes what follows from its fields.
    static func finish(_ draft: inout RecordDraft, state: PortalState) throws(RESTError) {
        if draft["TITLE"].isEmpty { throw refusal("Не указано название задачи") }
        guard let responsible = draft["RESPONSIBLE_ID"].integer else { throw refusal("Не указан исполнитель") }
        guard state[.user].position(of: responsible) != nil else {
            throw refusal("Пользователь указанный в поле \"Исполнитель\" не найден")
        }
        guard draft["STATUS"].integer.flatMap(TaskStatus.init) != nil else { throw refusal("Некорректный статус") }
        if let parent = draft["PARENT_ID"].integer, parent != 0, state[.task].position(of: parent) == nil {
            throw refusal("Задача указанная в поле \"Надзадача\" не найдена")
        }
        if let start = draft["START_DATE_PLAN"].moment, let end = draft["END_DATE_PLAN"].moment, end < start {
            throw refusal("В планировании сроков указана дата окончания меньшая даты старта")
        }
        draft["CHANGED_BY"] = .integer(state.user)
        draft["CHANGED_DATE"] = .moment(state.now.unixSeconds)
        draft["ACTIVITY_DATE"] = .moment(state.now.unixSeconds)
        TaskStatus.derive(&draft, state: state)
    }

    private static func fields(_ answer: inout Answer) {
        answer.json.beginObject()
        answer.json.name("fields")
        answer.json.beginObject()
        for field in Schema.task.fields where field.kind != .raw && field.name != "SUB_STATUS" {
            answer.json.name(field.name)
            answer.json.beginObject()
            answer.json.name("title")
            answer.json.string(field.title)
            answer.json.name("type")
            answer.json.string(field.kind == .flag ? "enum" : field.type)
            if field.kind == .flag {
                answer.json.name("values")
                answer.json.value(#"{"Y":"Да","N":"Нет"}"#.utf8)
            }
            if field.name == "STATUS" {
                answer.json.name("values")
                TaskStatus.writeTitles(&answer.json)
            }
            if field.traits.contains(.required) {
                answer.json.name("required")
                answer.json.bool(true)
            }
            if field.name == "ID" {
                answer.json.name("primary")
                answer.json.bool(true)
            }
            answer.json.endObject()
        }
        answer.json.endObject()
        answer.json.endObject()
    }
}
