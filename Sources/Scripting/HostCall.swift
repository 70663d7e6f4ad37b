import JSON

/// What a script asks of the host.
public struct HostCall: Sendable {
    /// What is asked for, such as `b24.call` or `period`.
    public let name: String
    /// With what, a JSON object.
    public let arguments: JSONValue

    /// An argument that must be a text.
    func text(_ argument: String) throws(HostCallFailure) -> String {
        guard let text = arguments[argument]?.string else {
            throw HostCallFailure(code: "HOST", message: "\(name) needs a text as its \(argument)")
        }
        return text
    }

    /// An argument that must be an object; an absent or empty one is an object without members.
    func object(_ argument: String) throws(HostCallFailure) -> JSONObject {
        switch arguments[argument] {
        case nil, .null?: return [:]
        case .object(let object)?: return object
        case .array(let array)? where array.isEmpty: return [:]
        default: throw HostCallFailure(code: "HOST", message: "\(name) needs named parameters, { name = value }")
        }
    }
}

/// An answer that is an error: it becomes the error table that the script catches.
public struct HostCallFailure: Error, Sendable {
    /// The error table.
    public let error: JSONValue

    /// An error with the members of its table.
    public init(error: JSONValue) { self.error = error }

    /// A call that no room answers.
    init(unanswered name: String) { self.init(code: "HOST", message: "there is no host call '\(name)'") }

    /// An error of the host's own.
    public init(code: String, message: String) {
        error = ["code": .string(code), "message": .string(message), "retryable": false]
    }
}

/// Answers some of the calls that scripts make.
public protocol Room: Sendable {
    /// Whether calls of that name are answered here.
    func answers(_ name: String) -> Bool
    /// The answer.
    func answer(_ call: HostCall) async throws(HostCallFailure) -> Answer
    /// Begins with the answer and returns at once. Calls are begun in the order in which the script made them.
    func start(_ call: HostCall) async -> PendingAnswer
    /// Begins with the answers to several calls that were made side by side, in their order.
    func start(_ calls: [HostCall]) async -> [PendingAnswer]
    /// Takes notice of what the script defines, before its `run`.
    func enter(_ definition: Definition) async
}

extension Room {
    /// Answers beside what else goes on.
    public func start(_ call: HostCall) async -> PendingAnswer {
        let task = Task { () async -> PendingAnswer.Outcome in
            do throws(HostCallFailure) { return .success(try await answer(call)) } catch { return .failure(error) }
        }
        return PendingAnswer { () async throws(HostCallFailure) in
            try await withTaskCancellationHandler {
                await task.value
            } onCancel: {
                task.cancel()
            }.get()
        }
    }

    /// Begins with one after the other.
    public func start(_ calls: [HostCall]) async -> [PendingAnswer] {
        var answers: [PendingAnswer] = []
        for call in calls { answers.append(await start(call)) }
        return answers
    }

    /// Most rooms have no interest in the definition.
    public func enter(_ definition: Definition) async {}
}
