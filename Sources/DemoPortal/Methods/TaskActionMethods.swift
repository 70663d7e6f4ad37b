/// Steps in the life of a task: `tasks.task.start` and its kind.
enum TaskActionMethods {
    static let all: [Method] = [
        step("start", from: [.waiting, .deferred, .running], to: .running),
        step("pause", from: [.running], to: .waiting),
        step("defer", from: [.waiting, .running], to: .deferred),
        step("renew", from: [.completed, .controlled, .deferred], to: .waiting),
        step("approve", from: [.controlled], to: .completed),
        step("disapprove", from: [.controlled], to: .waiting),
        action("complete") { (draft, _, _) throws(RESTError) in
            let current = try status(draft, oneOf: [.waiting, .running, .deferred, .controlled])
            // A task whose work is to be accepted waits for it first.
            let isControlled = draft["TASK_CONTROL"] == .flag(true) && current != .controlled
            draft["STATUS"] = .integer((isControlled ? TaskStatus.controlled : .completed).rawValue)
        },
        action("delegate") { (draft, parameters, _) throws(RESTError) in
            guard let user = parameters.anyCase("userId"), !user.isEmpty else { throw .missing("userId") }
            draft["RESPONSIBLE_ID"] = .integer(user.integer)
            draft["STATUS"] = .integer(TaskStatus.waiting.rawValue)
        },
    ]

    private typealias Change =
        @Sendable (_ draft: inout RecordDraft, _ parameters: ParameterMap, _ state: PortalState) throws(RESTError) ->
        Void

    private static func step(_ name: String, from allowed: [TaskStatus], to next: TaskStatus) -> Method {
        action(name) { (draft, _, _) throws(RESTError) in
            _ = try status(draft, oneOf: allowed)
            draft["STATUS"] = .integer(next.rawValue)
        }
    }

    private static func status(_ draft: RecordDraft, oneOf allowed: [TaskStatus]) throws(RESTError) -> TaskStatus {
        guard let status = draft["STATUS"].integer.flatMap(TaskStatus.init), allowed.contains(status) else {
            throw TaskMethods.notAllowed
        }
        return status
    }

    private static func action(_ name: String, _ change: @escaping Change) -> Method {
        Method("tasks.task.\(name)", scopes: TaskMethods.scopes) { (parameters, state, answer) throws(RESTError) in
            let position = try TaskMethods.position(parameters, state, elseThrow: TaskMethods.notAllowed)
            var draft = RecordDraft(.task, changing: state[.task].rows[position])
            try change(&draft, parameters, state)
            TaskStatus.stamp(&draft, state: state)
            try TaskMethods.finish(&draft, state: state)
            state[.task].replace(at: position, with: draft.values)
            TaskMethods.write(position, selected: nil, &state, &answer)
        }
    }
}
