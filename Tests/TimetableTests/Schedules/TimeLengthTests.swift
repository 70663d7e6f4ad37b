import Testing
import Timetable

@Suite("A length of time")
struct TimeLengthTests {
    @Test(
        "Numbers with units add up",
        arguments: [
            ("90s", 90), ("15m", 900), ("1h30m", 5_400), ("1H 30M", 5_400), ("2d", 172_800), ("1d1s", 86_401),
            ("45", 45),
            ("366d", 31_622_400), ("0s", 0),
        ])
    func lengths(text: String, seconds: Int) throws {
        #expect(try TimeLength(text).seconds == seconds)
    }

    @Test(
        "Anything else is told",
        arguments: [
            "", "m", "15 minutes", "1m1h", "1m1m", "-5s", "1.5h", "1h30", "367d", "99999999999999999999s", "５m",
        ])
    func mistakes(text: String) {
        let error = #expect(throws: ScheduleError.self) { try TimeLength(text) }
        #expect(error?.description.hasPrefix("\"\(text)\" is") == true)
    }
}
