import Testing
import Trials

@testable import Timetable

@Suite("A period's expression")
struct PeriodExpressionTests {
    @Test(
        "A wrong one is answered with the nearest right one",
        arguments: [
            ("lst week", "last week"), ("yesterdy", "yesterday"), ("last mouth", "last month"),
            ("lastweek", "last week"),
            ("last 7 dais", "last 7 days"), ("2026-W7", "2026-W07"), ("16.11.2026", "2026-11-16"),
            ("2026/11/16", "2026-11-16"), ("2026q4", "2026-Q4"), ("2026-9", "2026-09"), ("11.2026", "2026-11"),
        ])
    func nearest(wrong: String, right: String) {
        #expect(throws: PeriodError.unknown(wrong, nearest: right)) { try PeriodExpression(wrong) }
    }

    @Test("The error shows what would be understood")
    func unknown() {
        let error = PeriodError.unknown("при царе Горохе", nearest: nil)
        #expect(throws: error) { try PeriodExpression("при царе Горохе") }
        #expect(error.description.hasPrefix("The period \"при царе Горохе\" isn't understood. Write today, yesterday"))
        #expect(
            PeriodError.unknown("lst week", nearest: "last week").description.contains(
                "did you mean \"last week\"? Write"))
    }

    @Test(
        "What the calendar doesn't have is said so",
        arguments: [
            ("2025-W53", "2025 has the weeks 01 to 52"), ("2026-W00", "2026 has the weeks 01 to 53"),
            ("2026-13", "a year has the months 01 to 12"), ("2026-Q5", "a year has the quarters 1 to 4"),
            ("2026-02-29", "2026-02 has the days 01 to 28"), ("0999", "years run from 1900 to 9000"),
            ("2026-11-01..2026-11-31", "2026-11 has the days 01 to 30"),
        ])
    func notInCalendar(text: String, reason: String) {
        #expect(throws: PeriodError.notInCalendar(text.lowercased(), reason: reason)) { try PeriodExpression(text) }
    }

    @Test("Numbers of nothing, and of too much, are refused")
    func counts() {
        for text in ["last 0 days", "last 4001 days", "last 99999999999999999999 weeks"] {
            #expect(throws: PeriodError.badCount(text, largest: 4_000)) { try PeriodExpression(text) }
        }
    }

    @Test("A range that ends before it begins is refused with the right order")
    func reversed() {
        let error = #expect(throws: PeriodError.self) {
            try Period("2026-11-15..2026-11-01", at: Moment(unixSeconds: 0), in: .utc)
        }
        #expect(error?.description.hasSuffix("ends before it begins; write 2026-11-01..2026-11-15.") == true)
    }

    @Test("Any text is a period or a readable error, never a crash")
    func fuzz() {
        var random = SeededRandom(seed: 26)
        let pieces = [
            "last", "this", "next", " ", "-", "..", "2026", "11", "w47", "Q4", "days", "week", "months", "0", "99999",
            "_",
            "today", "é", "１", "\u{301}", "\n", "🚀", "W", "..2026-11-01", "9000-12-31", "1900-01-01", "2026-11-16", "",
        ]
        for _ in 0..<4_000 {
            let text = (0...Int.random(in: 0...6, using: &random)).map { _ in pieces.randomElement(using: &random) ?? ""
            }
            .joined()
            do {
                let period = try Period(text, at: Moment(unixSeconds: 1_794_776_400), in: .utc)
                #expect(period.from < period.to && period.first <= period.last && period.days >= 1)
                #expect(period.next.from == period.to && period.previous.to == period.from)
            } catch {
                #expect(error.description.hasSuffix("."))
            }
        }
    }
}
