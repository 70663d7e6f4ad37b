import Ledger
import Testing
import Timetable

@testable import lunokhod

@Suite struct MomentTextTests {
    private let now = Stamp(milliseconds: 1_790_000_000_000)
    private var moments: MomentText { MomentText(zone: .utc, now: now) }

    private static let distances: [(seconds: Double, text: String)] = [
        (0, "now"), (-4, "now"), (-5, "5 s ago"), (-59, "59 s ago"), (-60, "1 min ago"), (-3_599, "59 min ago"),
        (-3_600, "1 h ago"), (-172_799, "47 h ago"), (-172_800, "2 d ago"), (90, "in 1 min"),
        (-2_592_000, "2026-08-22"),
    ]

    @Test("a moment is as far away as its greatest unit says", arguments: distances)
    func relative(seconds: Double, text: String) {
        #expect(moments.relative(now.adding(seconds: seconds)) == text)
    }

    @Test("a moment is written as ISO 8601 for programs and as a date and time for people, before 1970 too")
    func written() {
        #expect(moments.iso(now) == "2026-09-21T14:13:20+00:00")
        #expect(moments.wall(now) == "2026-09-21 14:13:20")
        #expect(moments.time(Stamp(milliseconds: -1)) == "23:59:59")
    }

    @Test("what took less than a minute is told to a tenth of a second")
    func duration() {
        #expect(MomentText.duration(from: now, to: now.adding(seconds: 1.25)) == "1.2 s")
        #expect(MomentText.duration(from: now, to: now.adding(seconds: 150)) == "2 min")
        #expect(MomentText.duration(from: now, to: now.adding(seconds: -5)) == "0.0 s")
    }
}
