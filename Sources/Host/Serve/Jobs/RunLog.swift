import Ledger
import Synchronization

/// What a run prints and logs, on its way into the ledger.
final class RunLog: Sendable {
    private struct State {
        var lines: [LogLine] = []
        var count = 0
    }

    /// A run that logs without end would fill the disk.
    static let most = 10_000
    private static let longest = 4_000

    private let state = Mutex(State())

    /// Takes a line.
    func add(_ level: String, _ text: String, at now: Stamp) {
        state.withLock { state in
            state.count += 1
            guard state.count <= Self.most else { return }
            let text = text.count > Self.longest ? text.prefix(Self.longest) + "…" : text
            state.lines.append(LogLine(at: now, level: level, text: text))
            if state.count == Self.most {
                state.lines.append(
                    LogLine(at: now, level: "warn", text: "more lines of this run are not kept (\(Self.most) are)"))
            }
        }
    }

    /// The lines that came since the last time.
    func take() -> [LogLine] {
        state.withLock { state in
            defer { state.lines = [] }
            return state.lines
        }
    }
}
