import Glibc
import Synchronization

/// Draws how far a long work has come on a terminal's last line, and takes it away before anything else is written.
///
/// Where no person looks on, it does nothing.
final class ProgressBar: Sendable {
    private struct State {
        var title: String?
        var began: ContinuousClock.Instant?
        var pace = ProgressPace()
        var isShown = false
    }

    private let terminal: Terminal
    private let unit: String
    private let isOn: Bool
    private let state = Mutex(State())

    /// A bar for a terminal; `unit` is what is counted.
    init(on terminal: Terminal = .error, unit: String = "items") {
        self.terminal = terminal
        self.unit = unit
        isOn = terminal.canRedraw
    }

    /// Shows how far the work of that title has come. Another title, or `finish`, begins anew.
    func show(title: String?, done: Int, total: Int?) {
        guard isOn else { return }
        state.withLock { state in
            let now = ContinuousClock.now
            if state.began == nil || state.title != title {
                erase(&state)
                state = State(title: title, began: now)
            }
            let elapsed = state.began.map { now - $0 } ?? .zero
            guard state.pace.isDue(at: elapsed) else { return }
            let line = ProgressLine(
                title: title, unit: unit, done: done, total: total, elapsed: elapsed / .seconds(1))
            // The last column stays free: a full line would begin the next one.
            terminal.redraw(line.text(width: terminal.width - 1))
            state.isShown = true
        }
    }

    /// Takes the bar away, so that a line can be written; it comes back with the next progress.
    func erase() { state.withLock { erase(&$0) } }

    /// Takes the bar away: the work is over.
    func finish() {
        state.withLock { state in
            erase(&state)
            state = State()
        }
    }

    private func erase(_ state: inout State) {
        guard state.isShown else { return }
        terminal.redraw("")
        state.isShown = false
    }
}
