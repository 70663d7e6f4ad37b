import Scripting
import Synchronization

/// Passes titles on to whoever knows them, and knows whether an answer is waited for.
final class AskedTitles: Room {
    private let titles: any Room
    private let waiting = Mutex(0)

    init(_ titles: any Room) { self.titles = titles }

    /// Whether a question has no answer yet.
    var isWaiting: Bool { waiting.withLock { $0 > 0 } }

    func answers(_ name: String) -> Bool { titles.answers(name) }

    func answer(_ call: HostCall) async throws(HostCallFailure) -> Answer {
        waiting.withLock { $0 += 1 }
        defer { waiting.withLock { $0 -= 1 } }
        return try await titles.answer(call)
    }
}
