import JSON
import Scripting

/// How long a run may take. Its sandbox is killed when the time is over.
struct RunDeadline: Sendable {
    /// Seconds; nil for no end.
    let seconds: Double?
    private let sleep: @Sendable (Double) async throws -> Void

    /// No deadline.
    static let none = RunDeadline(seconds: nil)

    init(
        seconds: Double?,
        sleep: @escaping @Sendable (Double) async throws -> Void = { try await Task.sleep(for: .seconds($0)) }
    ) {
        self.seconds = seconds
        self.sleep = sleep
    }

    /// The code of the error that a late run fails with.
    static let code = "DEADLINE"

    /// Runs the body, and gives it up when its time is over.
    func watch<Result: Sendable>(
        over script: Script, _ body: @escaping @Sendable () async throws -> Result
    ) async throws -> Result {
        guard let seconds else { return try await body() }
        return try await withThrowingTaskGroup(of: Result?.self) { group in
            group.addTask { try await body() }
            group.addTask { [sleep] in
                try await sleep(seconds)
                return nil
            }
            defer { group.cancelAll() }
            guard let first = try await group.next(), let result = first else {
                throw ScriptFailure(
                    message: "it ran longer than its deadline of \(Int(seconds)) s and was ended",
                    script: script.name, error: ["code": .string(Self.code), "retryable": true])
            }
            return result
        }
    }
}
