import Synchronization

/// Lets one piece of an actor's work go on at a time, in the order in which they came: an actor alone begins the next
/// one wherever the first one waits for something.
final class WaitingLine: Sendable {
    private struct State {
        var isTaken = false
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())

    /// Returns when it is one's turn, which has to be ended with `leave`. Who is cancelled waits as well, as those in
    /// front are soon done.
    func enter() async {
        await withCheckedContinuation { continuation in
            let isFree = state.withLock { state in
                if state.isTaken { state.waiting.append(continuation) }
                defer { state.isTaken = true }
                return !state.isTaken
            }
            if isFree { continuation.resume() }
        }
    }

    /// Ends one's turn; the next one's begins.
    func leave() {
        let next = state.withLock { state in
            state.isTaken = !state.waiting.isEmpty
            return state.isTaken ? state.waiting.removeFirst() : nil
        }
        next?.resume()
    }
}
