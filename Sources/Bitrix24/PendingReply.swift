import Synchronization

/// Calls that were handed in and whose answers will come.
public final class PendingReply: Sendable {
    typealias Answers = [Result<PortalReply, PortalError>]

    private enum State {
        case waiting([CheckedContinuation<Answers, Never>])
        case done(Answers)
    }

    private let state = Mutex<State>(.waiting([]))

    init() {}

    /// What the commands answered, in their order.
    func answers() async -> Answers {
        await withCheckedContinuation { continuation in
            let ready: Answers? = state.withLock { state in
                switch state {
                case .done(let answers): return answers
                case .waiting(let others):
                    state = .waiting(others + [continuation])
                    return nil
                }
            }
            if let ready { continuation.resume(returning: ready) }
        }
    }

    /// The answer to the only call.
    public func value() async throws(PortalError) -> PortalReply {
        guard let first = await answers().first else {
            throw PortalError(code: PortalError.Code.cancelled, message: "nothing was asked", method: "batch")
        }
        return try first.get()
    }

    func finish(_ answers: Answers) {
        let waiting = state.withLock { state -> [CheckedContinuation<Answers, Never>] in
            guard case .waiting(let waiting) = state else { return [] }
            state = .done(answers)
            return waiting
        }
        for continuation in waiting { continuation.resume(returning: answers) }
    }
}
