import Testing

@testable import Timetable

@Suite("On which days a schedule counts")
struct DayRuleTests {
    @Test("Each rule is read as it is written, in capital letters and with more spaces, too")
    func reads() throws {
        for rule in DayRule.allCases { #expect(try DayRule(rule.description) == rule) }
        #expect(try DayRule(" Working  DAYS") == .workingDays)
    }

    @Test(
        "What is none is answered with the nearest one",
        arguments: [
            ("workin days", "did you mean \"working days\"?"),
            ("last workday of the month", "did you mean \"last working"),
            ("never", "write \"every day\", \"working days\""), ("", "can't be \"\""),
        ])
    func mistakes(text: String, part: String) {
        let error = #expect(throws: ScheduleError.self) { try DayRule(text) }
        #expect(error?.description.contains(part) == true, "\(error?.description ?? "")")
    }

    @Test("First and last working days of all months of ten years are the ends of their working days")
    func ends() throws {
        var calendar = WorkingCalendar()
        calendar.yearlyHolidays = [try #require(WorkingCalendar.YearDay(month: 1, day: 1))]
        var first = try #require(CivilDate(iso: "2020-01-01"))
        while first.year < 2030 {
            let days = (1...first.lastOfMonth.day).map { first.adding(days: $0 - 1) }
            let working = days.filter { calendar.isWorking($0) }
            #expect(days.filter { DayRule.workingDays.allows($0, calendar: calendar) } == working)
            #expect(
                days.filter { DayRule.firstWorkingDay.allows($0, calendar: calendar) } == working.first.map { [$0] })
            #expect(days.filter { DayRule.lastWorkingDay.allows($0, calendar: calendar) } == working.last.map { [$0] })
            #expect(days.allSatisfy { DayRule.everyDay.allows($0, calendar: calendar) })
            first = first.adding(months: 1)
        }
    }
}
