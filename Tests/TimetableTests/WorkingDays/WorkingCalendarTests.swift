import Testing
import Timetable
import Trials

@Suite("A calendar of working days")
struct WorkingCalendarTests {
    private func date(_ text: String) throws -> CivilDate {
        try #require(CivilDate(iso: text))
    }

    @Test("A portal's settings become weekend, holidays and working days")
    func settings() throws {
        let calendar = try WorkingCalendar(
            weekHolidays: ["SA", "SU"], yearHolidays: "1.01,2.01,07.01,23.02, 9.05, 09.03.2026", yearWorkdays: "31.12")
        let free = ["2026-01-01", "2027-01-07", "2026-02-23", "2026-03-09", "2026-11-28", "2026-11-29", "2026-05-09"]
        for text in free { #expect(!calendar.isWorking(try date(text)), "\(text)") }
        // 31 December 2028 is a Sunday; 9 March is free in 2026 only.
        for text in ["2028-12-31", "2027-03-09", "2026-11-24"] {
            #expect(calendar.isWorking(try date(text)), "\(text)")
        }
    }

    @Test("A single date counts more than a day of every year, and work more than a holiday")
    func precedence() throws {
        var calendar = try WorkingCalendar(weekHolidays: ["SA"], yearHolidays: "24.11,25.11", yearWorkdays: "25.11")
        #expect(calendar.isWorking(try date("2026-11-25")))
        calendar.workdays = [try date("2026-11-24"), try date("2026-11-28")]
        calendar.holidays = [try date("2026-11-25"), try date("2026-11-28")]
        #expect(calendar.isWorking(try date("2026-11-24")))
        #expect(!calendar.isWorking(try date("2026-11-25")))
        #expect(calendar.isWorking(try date("2026-11-28")))
        #expect(!calendar.isWorking(try date("2027-11-24")))
    }

    @Test("Without settings Saturday and Sunday are free")
    func usual() throws {
        #expect(!WorkingCalendar().isWorking(try date("2026-11-28")))
        #expect(WorkingCalendar().isWorking(try date("2026-11-27")))
    }

    @Test(
        "What can't be read is named",
        arguments: [
            ("SA", "1.13", "holiday \"1.13\""), ("SA", "30.02", "holiday \"30.02\""), ("SA", "1", "holiday \"1\""),
            ("SA", "29.02.2026", "holiday \"29.02.2026\""), ("SAT", "", "did you mean \"SA\"?"),
            ("SA", String(repeating: "1.01,", count: 20_000), "too long"),
        ])
    func mistakes(weekend: String, holidays: String, part: String) {
        let error = #expect(throws: ScheduleError.self) {
            try WorkingCalendar(weekHolidays: [weekend], yearHolidays: holidays)
        }
        #expect(error?.description.contains(part) == true, "\(error?.description ?? "")")
    }

    @Test("Random texts are an error or a calendar, never a crash")
    func hostileTexts() {
        var random = SeededRandom(seed: 9)
        var accepted = 0
        for _ in 0..<3_000 {
            let text = String((0..<12).compactMap { _ in "0112. ,.9;-é".randomElement(using: &random) })
            if (try? WorkingCalendar(weekHolidays: [], yearHolidays: text)) != nil { accepted += 1 }
        }
        #expect(accepted < 3_000)
    }
}
