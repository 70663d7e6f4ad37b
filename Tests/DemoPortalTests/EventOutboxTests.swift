import Testing

@testable import DemoPortal

@Suite("Notices that wait")
struct EventOutboxTests {
    private func notice(_ handler: String, _ number: Int = 0) -> EventNotice {
        EventNotice(handler: handler, body: [UInt8(number)])
    }

    @Test("leave in their order, handlers by turns")
    func turns() {
        var outbox = EventOutbox()
        for (handler, number) in [("a", 1), ("a", 2), ("b", 3)] { outbox.add(notice(handler, number)) }
        let steps = (0..<4).map { _ in outbox.next(at: 0) }
        #expect(steps == [.send(notice("a", 1)), .send(notice("b", 3)), .send(notice("a", 2)), .rest])
    }

    @Test("are under way in a bounded number")
    func bound() {
        var outbox = EventOutbox()
        for number in 0..<20 { outbox.add(notice("a", number)) }
        for _ in 0..<EventOutbox.mostUnderWay { _ = outbox.next(at: 0) }
        let full = outbox.next(at: 0)
        #expect(full == .rest)
        outbox.finished("a", after: 0.1, accepted: true, at: 0)
        let free = outbox.next(at: 0)
        #expect(free == .send(notice("a", EventOutbox.mostUnderWay)))
    }

    @Test("wait for a slow handler, but not for the slowness of another")
    func slow() {
        var outbox = EventOutbox()
        outbox.add(notice("slow", 1))
        _ = outbox.next(at: 0)
        outbox.finished("slow", after: 5, accepted: true, at: 5)
        outbox.add(notice("slow", 2))
        outbox.add(notice("quick", 3))
        let steps = [outbox.next(at: 5), outbox.next(at: 5), outbox.next(at: 6)]
        #expect(steps == [.send(notice("quick", 3)), .wait(1), .send(notice("slow", 2))])
        #expect(
            outbox.statistics
                == {
                    var it = DemoEventStatistics(); it.sent = 1; it.slowed = 1; return it
                }())
    }

    @Test("are lost where too many wait, and that is counted")
    func overflow() {
        var outbox = EventOutbox()
        for _ in 0..<(EventOutbox.mostWaiting + 2) { outbox.add(notice("a")) }
        #expect(outbox.statistics.failed == 2)
    }
}
