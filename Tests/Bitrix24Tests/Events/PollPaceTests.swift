import Testing

@testable import Bitrix24

@Suite struct PollPaceTests {
    @Test(
        "the pause is the interval, and twice as long after each failure up to the slowest",
        arguments: [(0, 30.0), (1, 60.0), (2, 120.0), (3, 240.0), (4, 300.0), (1_000_000, 300.0), (-1, 30.0)])
    func pauses(failures: Int, pause: Double) { #expect(PollPace().pause(failures: failures) == pause) }

    @Test("an interval longer than the slowest stays as it is")
    func longInterval() { #expect(PollPace(interval: 900).pause(failures: 3) == 900) }
}
