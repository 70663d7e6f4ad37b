import Testing

@testable import Alerts

@Suite struct MessagePatienceTests {
    @Test("a message is given up after a day, and not before its third try")
    func over() {
        let patience = MessagePatience()
        #expect(!patience.isOver(created: 0, attempts: 99, at: 86_399))
        #expect(!patience.isOver(created: 0, attempts: 2, at: 86_400))
        #expect(patience.isOver(created: 0, attempts: 3, at: 86_400))
        #expect(patience.oldest(at: 86_500) == 100)
    }

    @Test("a message from the future, by a clock that was set back, is not given up")
    func future() {
        #expect(!MessagePatience().isOver(created: 1_000_000, attempts: 99, at: 5))
    }
}
