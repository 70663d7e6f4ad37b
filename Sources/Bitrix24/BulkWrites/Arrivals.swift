import Synchronization

/// Answers on their way from the portal to the writer, who takes all that are there at once.
final class Arrivals: Sendable {
    typealias Arrival = (row: BulkRow, answer: Result<PortalReply, PortalError>)

    private struct State {
        var arrived: [Arrival] = []
        var waiter: CheckedContinuation<Void, Never>?
    }

    private let state = Mutex(State())

    /// An answer has come.
    func put(_ arrival: Arrival) {
        let waiter = state.withLock { state in
            state.arrived.append(arrival)
            defer { state.waiter = nil }
            return state.waiter
        }
        waiter?.resume()
    }

    /// Waits until an answer is there, and takes it with all others. One waits at a time.
    func take() async -> [Arrival] {
        await withCheckedContinuation { continuation in
            let isReady = state.withLock { state in
                if state.arrived.isEmpty { state.waiter = continuation }
                return !state.arrived.isEmpty
            }
            if isReady { continuation.resume() }
        }
        await gather()
        return state.withLock { state in
            defer { state.arrived = [] }
            return state.arrived
        }
    }

    /// Lets those come along that were in the same answer of the portal, so that they are recorded together.
    private func gather() async {
        var count = 0
        while case let now = state.withLock({ $0.arrived.count }), now > count {
            count = now
            await Task.yield()
        }
    }
}
