/// An answer that a room has begun with and that is still to come.
public struct PendingAnswer: Sendable {
    private let wait: @Sendable () async throws(HostCallFailure) -> [UInt8]

    /// An answer that `wait` waits for. When the waiting task is cancelled, nobody wants the answer any more.
    public init(_ wait: @escaping @Sendable () async throws(HostCallFailure) -> [UInt8]) { self.wait = wait }

    /// An answer that is known to be an error.
    init(failure: HostCallFailure) { wait = { () throws(HostCallFailure) in throw failure } }

    /// Waits for the answer, a JSON text.
    public func value() async throws(HostCallFailure) -> [UInt8] { try await wait() }
}
