import Bitrix24

extension PortalRoom {
    /// Has the changes among the calls remembered before they are sent; their numbers, nil for what only reads.
    func note(_ calls: [PortalCall]) async throws(HostCallFailure) -> [Int?] {
        guard let writes, calls.contains(where: \.isWrite) else { return calls.map { _ in nil } }
        var numbers = try await writes.begin(calls.filter(\.isWrite))[...]
        return calls.map { $0.isWrite ? numbers.popFirst() : nil }
    }

    /// Has the outcome of a change remembered.
    func settle(_ number: Int?, _ call: PortalCall, _ outcome: Result<PortalReply, PortalError>) {
        if let number { writes?.end(number, of: call, with: outcome) }
    }

    /// Has the outcome of a change remembered when it is known.
    func settle(_ number: Int?, _ call: PortalCall, whenAnswered reply: PendingReply) {
        guard let number, let writes else { return }
        reply.whenAnswered { writes.end(number, of: call, with: $0) }
    }
}
