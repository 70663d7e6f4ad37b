import Ledger
import Testing

@testable import Host

@Suite("What is said of a ledger that can't be written")
struct LedgerTroubleTests {
    private func at(_ seconds: Double) -> Stamp { Stamp(seconds: 1_000_000 + seconds) }

    @Test func `the first failure is told at once, then once a minute with how many there were`() {
        var trouble = LedgerTrouble()
        var told: [Double: Int] = [:]
        for second in 0..<180 {
            if let times = trouble.failed(.slots, at: at(Double(second))) { told[Double(second)] = times }
        }
        #expect(told == [0: 1, 60: 60, 120: 60])
    }

    @Test func `each kind of work is told of by itself, and the end once when all of it is done`() {
        var trouble = LedgerTrouble()
        #expect(trouble.failed(.slots, at: at(0)) == 1)
        #expect(trouble.failed(.taking, at: at(5)) == 1)
        #expect(trouble.succeeded(.slots, at: at(90)) == nil)
        #expect(trouble.succeeded(.outcomes, at: at(91)) == nil)
        #expect(trouble.succeeded(.taking, at: at(95)) == 95)
        #expect(trouble.succeeded(.taking, at: at(96)) == nil)
    }

    @Test func `trouble that comes and goes is told no more often`() {
        var trouble = LedgerTrouble()
        var lines = 0
        for second in 0..<120 {
            if trouble.failed(.outcomes, at: at(Double(second))) != nil { lines += 1 }
            if trouble.succeeded(.outcomes, at: at(Double(second) + 0.5)) != nil { lines += 1 }
        }
        #expect(lines == 4)
    }

    @Test func `new trouble after a pause is told at once and counts from its own beginning`() {
        var trouble = LedgerTrouble()
        _ = trouble.failed(.taking, at: at(0))
        _ = trouble.succeeded(.taking, at: at(10))
        #expect(trouble.failed(.taking, at: at(500)) == 1)
        #expect(trouble.succeeded(.taking, at: at(530)) == 30)
    }

    @Test func `a clock that is set back neither silences it nor makes a duration below nothing`() {
        var trouble = LedgerTrouble()
        _ = trouble.failed(.look, at: at(0))
        #expect(trouble.failed(.look, at: at(-3_600)) == 1)
        #expect(trouble.succeeded(.look, at: at(-3_500)) == 0)
    }
}
