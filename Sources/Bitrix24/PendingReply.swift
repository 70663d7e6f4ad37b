import Synchronization

/// Calls that were handed in and whose answers will come.
public final class PendingReply: Sendable {
    typealias Answers = [Result<PortalReply, PortalError>]

    private enum State {
        case waiting([@Sendable (Answers) -> Void])
        case done(Answers)
    }

    private let state = Mutex<State>(.waiting([]))
    private let withdraw: @Sendable () -> Void

    /// - Parameter withdraw: takes the calls out of the queue, as nobody wants the answers any more. They come all the
    ///   same, as `CANCELLED` where nothing was sent.
    init(withdraw: @escaping @Sendable () -> Void = {}) { self.withdraw = withdraw }

    /// What the commands answered, in their order. The calls leave the queue when the task is cancelled.
    func answers() async -> Answers {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                then { continuation.resume(returning: $0) }
            }
        } onCancel: {
            withdraw()
        }
    }

    /// Hands the answer of the only call to `take` when it is there, at once if it is.
    ///
    /// - Parameter take: is called where the answer comes in, so it must be short.
    public func whenAnswered(_ take: @escaping @Sendable (Result<PortalReply, PortalError>) -> Void) {
        then { take($0.first ?? .failure(.cancelled("batch"))) }
    }

    /// Hands the answers to `take` when they are there, at once if they are.
    func then(_ take: @escaping @Sendable (Answers) -> Void) {
        let ready: Answers? = state.withLock { state in
            switch state {
            case .done(let answers): return answers
            case .waiting(let others):
                state = .waiting(others + [take])
                return nil
            }
        }
        if let ready { take(ready) }
    }

    /// The answer to the only call. When the task is cancelled the call leaves the queue, and this throws `CANCELLED`;
    /// only for the answer to a change that was sent already it waits.
    public func value() async throws(PortalError) -> PortalReply {
        try await (answers().first ?? .failure(.cancelled("batch"))).get()
    }

    func finish(_ answers: Answers) {
        let waiting = state.withLock { state -> [@Sendable (Answers) -> Void] in
            guard case .waiting(let waiting) = state else { return [] }
            state = .done(answers)
            return waiting
        }
        for take in waiting { take(answers) }
    }
}

extension Result where Success == PortalReply, Failure == PortalError {
    var failure: PortalError? { if case .failure(let error) = self { error } else { nil } }

    /// What a caller is told when a change may or may not have been made.
    ///
    /// - Parameter mayBeDone: whether it was sent before and that is not known either.
    func tellingUnknown(mayBeDone: Bool) -> Self {
        mapError { error in
            switch error.execution {
            case .unknown: error.asUnknownOutcome()
            case .notDone: mayBeDone ? error.asUnknownOutcome() : error
            case .answered: error
            }
        }
    }
}
