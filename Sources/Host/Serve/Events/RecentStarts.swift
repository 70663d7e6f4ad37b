import Synchronization

/// When scripts were started for items within the last minute.
final class RecentStarts: Sendable {
    private struct State {
        var starts: [String: [Double]] = [:]
        var prunedAt = 0.0
    }

    private let state = Mutex(State())

    /// The starts of a script for an item.
    func of(_ key: String) -> [Double] { state.withLock { $0.starts[key] ?? [] } }

    /// Takes notice of one.
    func note(_ key: String, at now: Double) {
        state.withLock { state in
            if abs(now - state.prunedAt) > 60 {
                state.prunedAt = now
                state.starts = state.starts.filter { abs(now - ($0.value.last ?? 0)) <= 60 }
            }
            var starts = state.starts[key, default: []].filter { now - $0 < 60 && $0 <= now }
            starts.append(now)
            state.starts[key] = starts
        }
    }
}
