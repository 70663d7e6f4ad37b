import Testing

@testable import Timetable

@Suite("A moment")
struct MomentTests {
    @Test(
        "ISO 8601 with an offset names a moment",
        arguments: [
            ("2026-11-16T00:00:00+03:00", 1_794_776_400), ("2026-11-15T21:00:00Z", 1_794_776_400),
            ("2026-11-15t21:00:00z", 1_794_776_400), ("2026-11-15 21:00:00.999Z", 1_794_776_400),
            ("2026-11-16T00:00+0300", 1_794_776_400), ("2026-11-16T00:00+03", 1_794_776_400),
            ("2026-11-15T15:30:00-05:30", 1_794_776_400), ("1969-12-31T23:59:59Z", -1),
        ])
    func reads(text: String, seconds: Int) {
        #expect(Moment(iso8601: text)?.unixSeconds == seconds)
    }

    @Test(
        "Anything else names none",
        arguments: [
            "2026-11-16T00:00:00", "2026-11-16", "", "2026-11-16T24:00:00Z", "2026-11-16T00:00:60Z",
            "2026-02-30T00:00:00Z",
            "2026-11-16T00:00:00+3:00", "2026-11-16T00:00:00+03:00 ", "2026-11-16T00:00:00.Z",
            "2026-11-16T00:00:00+03:",
            "2026-11-16T00:00:00+24:00", "16.11.2026", "2026-11-16T00:00:00Zjunk",
        ])
    func refuses(text: String) {
        #expect(Moment(iso8601: text) == nil)
    }

    @Test("Moments stay within the years 1 to 9999")
    func ends() {
        #expect(Moment(unixSeconds: .max) == .latest)
        #expect(Moment.latest.adding(seconds: .max) == .latest)
        #expect(Moment.earliest.adding(seconds: .min) == .earliest)
        #expect(Zone.utc.iso8601(.latest) == "9999-12-31T23:59:59+00:00")
        #expect(Zone.utc.iso8601(.earliest) == "0001-01-01T00:00:00+00:00")
    }

    @Test("A time of day is read, written and ordered")
    func timeOfDay() {
        #expect(CivilTime(iso: "09:05")?.description == "09:05:00")
        #expect(CivilTime(iso: "23:59:59")?.secondsSinceMidnight == 86_399)
        #expect(CivilTime(iso: "24:00") == nil)
        #expect(CivilTime(iso: "9:00") == nil)
        #expect(CivilTime(hour: 9, minute: 60) == nil)
        #expect(CivilTime.midnight.secondsSinceMidnight == 0)
    }
}
