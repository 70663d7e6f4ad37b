import Synchronization

/// How much a server has to do at the moment, over all its connections.
final class Load: Sendable {
    private let mostRequests: Int
    private let mostBytes: Int
    private let requests = Atomic(0)
    private let bytes = Atomic(0)

    init(_ limits: ServerLimits) {
        mostRequests = limits.mostRequests
        mostBytes = limits.mostBytes
    }

    /// Requests that are being worked on.
    var underWay: Int { requests.load(ordering: .relaxed) }

    /// Counts a request in; false if there are too many.
    func begin() -> Bool {
        if requests.add(1, ordering: .relaxed).newValue <= mostRequests { return true }
        end()
        return false
    }

    func end() { requests.subtract(1, ordering: .relaxed) }

    /// Counts bytes of an arriving body in; false if there are too many.
    func hold(_ count: Int) -> Bool {
        if bytes.add(count, ordering: .relaxed).newValue <= mostBytes { return true }
        release(count)
        return false
    }

    func release(_ count: Int) { bytes.subtract(count, ordering: .relaxed) }
}
