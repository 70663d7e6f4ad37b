import Synchronization
import Testing

@testable import Host

@Suite("A line of those who wait for their turn")
struct WaitingLineTests {
    private final class Counts: Sendable {
        let kept = Mutex((inside: 0, most: 0, done: 0))
    }

    @Test func `nobody comes in before the one in front is done, and everybody does`() async {
        let line = WaitingLine()
        let counts = Counts()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<100 {
                group.addTask {
                    await line.enter()
                    counts.kept.withLock { counts in
                        counts.inside += 1
                        counts.most = max(counts.most, counts.inside)
                    }
                    for _ in 0..<5 { await Task.yield() }
                    counts.kept.withLock { ($0.inside, $0.done) = ($0.inside - 1, $0.done + 1) }
                    line.leave()
                }
            }
        }
        #expect(counts.kept.withLock { $0.most } == 1)
        #expect(counts.kept.withLock { $0.done } == 100)
        await line.enter()
        line.leave()
    }
}
