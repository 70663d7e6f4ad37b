/// An answer that a room has begun with and that is still to come.
public struct PendingAnswer: Sendable {
    /// What came of a call: the answer, or the error table.
    public typealias Outcome = Result<Answer, HostCallFailure>

    private enum Way {
        case waiting(@Sendable () async throws(HostCallFailure) -> Answer)
        case told(@Sendable (@escaping @Sendable (Outcome) -> Void) -> Void)
    }

    private let way: Way

    /// An answer that `wait` waits for. When the waiting task is cancelled, nobody wants the answer any more.
    public init(_ wait: @escaping @Sendable () async throws(HostCallFailure) -> Answer) { way = .waiting(wait) }

    /// An answer that `tell` hands on once, as soon as it is there. Answers that come together arrive together so.
    public init(tell: @escaping @Sendable (@escaping @Sendable (Outcome) -> Void) -> Void) { way = .told(tell) }

    /// An answer that is known to be an error.
    init(failure: HostCallFailure) { way = .told { take in take(.failure(failure)) } }

    /// Waits for the answer.
    public func value() async throws(HostCallFailure) -> Answer {
        switch way {
        case .waiting(let wait): try await wait()
        case .told(let tell):
            try await withCheckedContinuation { continuation in
                tell { continuation.resume(returning: $0) }
            }.get()
        }
    }

    /// Hands the answer to `take` when it is there, perhaps at once; returns the task that waits for it, if one does.
    func then(_ take: @escaping @Sendable (Outcome) -> Void) -> Task<Void, Never>? {
        switch way {
        case .told(let tell):
            tell(take)
            return nil
        case .waiting(let wait):
            return Task {
                do throws(HostCallFailure) { take(.success(try await wait())) } catch { take(.failure(error)) }
            }
        }
    }
}
