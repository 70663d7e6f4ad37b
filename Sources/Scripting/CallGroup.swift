import JSON
import Synchronization

/// The calls of one `parallel` that are under way, and the answers that its script has not been given yet.
final class CallGroup: Sendable {
    private typealias Outcome = PendingAnswer.Outcome

    private struct State {
        var underWay: Set<Int> = []
        /// Those that wait for calls that are under way.
        var tasks: [Int: Task<Void, Never>] = [:]
        var answers: [(ticket: Int, outcome: Outcome)] = []
        var waiter: CheckedContinuation<Void, Never>?
        var isClosed = false
    }

    /// How many bytes of answers are handed over at once, the last one's excess aside: a message has a limit.
    private static let portion = 32 << 20

    private let state = Mutex(State())

    /// Takes care of an answer that is still to come.
    func watch(_ pending: PendingAnswer, ticket: Int) {
        let isOpen = state.withLock { state in
            if !state.isClosed { state.underWay.insert(ticket) }
            return !state.isClosed
        }
        guard isOpen, let task = pending.then({ [self] in finish(ticket, with: $0) }) else { return }
        let isWanted = state.withLock { state in
            // It may have come to its end already.
            if state.underWay.contains(ticket) { state.tasks[ticket] = task }
            return !state.isClosed
        }
        if !isWanted { task.cancel() }
    }

    /// Waits until a call is finished, and gets all that are: a JSON array of `{ticket, ok, value}`.
    func finished() async throws(HostCallFailure) -> Answer {
        await withTaskCancellationHandler {
            await withCheckedContinuation { wait(with: $0) }
        } onCancel: {
            close()
        }
        await gather()
        let taken = take()
        guard !taken.isEmpty else { throw HostCallFailure(code: "HOST", message: "no call is under way") }
        return Answer(Self.json(of: taken), shape: Self.shape(of: taken))
    }

    /// Gives up whatever is still under way.
    func close() {
        let (tasks, waiter) = state.withLock { state in
            defer { state = State(isClosed: true) }
            return (state.tasks.values.map { $0 }, state.waiter)
        }
        for task in tasks { task.cancel() }
        waiter?.resume()
    }

    private func finish(_ ticket: Int, with outcome: Outcome) {
        let waiter = state.withLock { state in
            state.underWay.remove(ticket)
            state.tasks[ticket] = nil
            guard !state.isClosed else { return CheckedContinuation<Void, Never>?.none }
            state.answers.append((ticket, outcome))
            defer { state.waiter = nil }
            return state.waiter
        }
        waiter?.resume()
    }

    private func wait(with continuation: CheckedContinuation<Void, Never>) {
        let waits = state.withLock { state in
            // One waits at a time; another one is answered that nothing is under way for it.
            guard state.answers.isEmpty, !state.underWay.isEmpty, state.waiter == nil else { return false }
            state.waiter = continuation
            return true
        }
        if !waits { continuation.resume() }
    }

    /// Lets those come along whose answers arrived together with the first, as those of a batch do.
    private func gather() async {
        var count = 0
        while case let now = state.withLock({ $0.answers.count }), now > count {
            count = now
            await Task.yield()
        }
    }

    private func take() -> [(ticket: Int, outcome: Outcome)] {
        state.withLock { state in
            var size = 0
            let taken = state.answers.prefix { entry in
                defer { size += (try? entry.outcome.get().bytes.count) ?? 0 }
                return size < Self.portion
            }
            state.answers.removeFirst(taken.count)
            return taken.sorted { $0.ticket < $1.ticket }
        }
    }

    private static func shape(of answers: [(ticket: Int, outcome: Outcome)]) -> JSONShape {
        .tuple(answers.map { .record([("value", (try? $0.outcome.get().shape) ?? .any)]) })
    }

    private static func json(of answers: [(ticket: Int, outcome: Outcome)]) -> [UInt8] {
        let size = answers.reduce(0) { $0 + ((try? $1.outcome.get().bytes.count) ?? 0) }
        var writer = JSONWriter(capacity: size + 48 * answers.count)
        writer.beginArray()
        for (ticket, outcome) in answers {
            writer.beginObject()
            writer.name("ticket")
            writer.integer(ticket)
            writer.name("ok")
            switch outcome {
            case .success(let answer):
                writer.bool(true)
                writer.name("value")
                writer.raw(answer.bytes)
            case .failure(let failure):
                writer.bool(false)
                writer.name("value")
                writer.value(failure.error)
            }
            writer.endObject()
        }
        writer.endArray()
        return writer.bytes
    }
}
