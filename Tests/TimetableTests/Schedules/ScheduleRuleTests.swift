import Testing
import Timetable

@Suite("The rule of a script's schedules")
struct ScheduleRuleTests {
    private func slots(
        _ texts: [String], in name: String, after start: String, through end: String, days: DayRule = .everyDay,
        calendar: WorkingCalendar = WorkingCalendar()
    ) throws -> [String] {
        let zone = try Zone(identifier: name)
        var schedules: [Schedule] = []
        for text in texts { schedules.append(try Schedule(text)) }
        let rule = ScheduleRule(schedules: schedules, zone: zone, days: days)
        let (first, last) = (try #require(Moment(iso8601: start)), try #require(Moment(iso8601: end)))
        return rule.slots(after: first, through: last, calendar: calendar, most: 1_000).map { zone.iso8601($0) }
    }

    @Test("A fixed time in the gap comes right after it, and several of them as one")
    func gap() throws {
        let found = try slots(
            ["30 2 * * *"], in: "Europe/Berlin", after: "2026-03-28T12:00Z", through: "2026-03-30T12:00Z")
        #expect(found == ["2026-03-29T03:00:00+02:00", "2026-03-30T02:30:00+02:00"])
        let several = try slots(
            ["5,10,15 0 2,3 * * *"], in: "Europe/Berlin", after: "2026-03-29T00:00Z", through: "2026-03-29T12:00Z")
        #expect(
            several == [
                "2026-03-29T03:00:00+02:00", "2026-03-29T03:00:05+02:00", "2026-03-29T03:00:10+02:00",
                "2026-03-29T03:00:15+02:00",
            ])
    }

    @Test("A fixed time in the repeated hour comes once, the first time; a wildcard in both passes")
    func repeatedHour() throws {
        let fixed = try slots(
            ["30 2 * * *"], in: "Europe/Berlin", after: "2026-10-24T22:00Z", through: "2026-10-25T12:00Z")
        #expect(fixed == ["2026-10-25T02:30:00+02:00"])
        let wildcard = try slots(
            ["*/30 2 * * *"], in: "Europe/Berlin", after: "2026-10-24T22:00Z", through: "2026-10-25T12:00Z")
        #expect(
            wildcard == [
                "2026-10-25T02:00:00+02:00", "2026-10-25T02:30:00+02:00", "2026-10-25T02:00:00+01:00",
                "2026-10-25T02:30:00+01:00",
            ])
    }

    @Test("A wildcard in the gap isn't made up for")
    func wildcardInGap() throws {
        let found = try slots(
            ["*/30 2 * * *"], in: "Europe/Berlin", after: "2026-03-28T12:00Z", through: "2026-03-29T12:00Z")
        #expect(found.isEmpty)
    }

    @Test("Midnight that Havana shows twice comes once, midnight that it skips comes at one")
    func havana() throws {
        let twice = try slots(
            ["30 0 * * *"], in: "America/Havana", after: "2026-11-01T03:59Z", through: "2026-11-01T12:00Z")
        #expect(twice == ["2026-11-01T00:30:00-04:00"])
        let skipped = try slots(
            ["@daily"], in: "America/Havana", after: "2026-03-08T03:00Z", through: "2026-03-08T12:00Z")
        #expect(skipped == ["2026-03-08T01:00:00-04:00"])
    }

    @Test("The day that Samoa left out is a correction of the calendar, not made up for")
    func samoa() throws {
        let found = try slots(
            ["0 9 * * *"], in: "Pacific/Apia", after: "2011-12-29T00:00Z", through: "2011-12-31T12:00Z")
        #expect(found == ["2011-12-29T09:00:00-10:00", "2011-12-31T09:00:00+14:00"])
    }

    @Test("Every counts elapsed time from midnight of standard time, whatever the clocks do")
    func every() throws {
        let found = try slots(
            ["every 1d"], in: "Europe/Berlin", after: "2026-03-27T12:00Z", through: "2026-03-30T12:00Z")
        #expect(
            found == ["2026-03-28T00:00:00+01:00", "2026-03-29T00:00:00+01:00", "2026-03-30T01:00:00+02:00"])
        let hours = try slots(
            ["every 12h"], in: "Asia/Kathmandu", after: "2026-11-24T00:00Z", through: "2026-11-24T23:00Z")
        #expect(hours == ["2026-11-24T12:00:00+05:45", "2026-11-25T00:00:00+05:45"])
    }

    @Test("Several schedules make one row of slots, each moment once")
    func several() throws {
        let found = try slots(
            ["0 9 * * *", "*/30 9 * * *", "every 9h"], in: "UTC", after: "2026-11-24T08:00Z",
            through: "2026-11-24T18:00Z")
        #expect(found == found.sorted() && Set(found).count == found.count)
        #expect(found.contains("2026-11-24T09:00:00+00:00") && found.contains("2026-11-24T09:30:00+00:00"))
    }

    @Test("Slots are counted from the first, and no more are given than wished for")
    func most() throws {
        let rule = ScheduleRule(schedules: [try Schedule("* * * * *")], zone: .utc)
        let start = Moment(unixSeconds: 1_794_776_400)
        let found = rule.slots(after: start, through: .latest, calendar: WorkingCalendar(), most: 2)
        #expect(found == [start.adding(seconds: 60), start.adding(seconds: 120)])
        #expect(ScheduleRule(schedules: [], zone: .utc).next(after: start, calendar: WorkingCalendar()) == nil)
    }

    @Test("On working days only, holidays and weekends have no slots, of a length of time neither")
    func workingDays() throws {
        var calendar = WorkingCalendar()
        calendar.holidays = [try #require(CivilDate(iso: "2026-11-24"))]
        calendar.workdays = [try #require(CivilDate(iso: "2026-11-28"))]
        for text in ["0 0 * * *", "every 1d"] {
            let found = try slots(
                [text], in: "UTC", after: "2026-11-22T12:00Z", through: "2026-11-30T12:00Z", days: .workingDays,
                calendar: calendar)
            #expect(found.map { $0.dropFirst(8).prefix(2) } == ["23", "25", "26", "27", "28", "30"])
        }
    }

    @Test("The last working day of a month moves before a weekend")
    func lastWorkingDay() throws {
        let found = try slots(
            ["0 18 * * *"], in: "Europe/Moscow", after: "2026-01-01T00:00Z", through: "2026-06-01T00:00Z",
            days: .lastWorkingDay)
        #expect(found.map { $0.prefix(10) } == ["2026-01-30", "2026-02-27", "2026-03-31", "2026-04-30", "2026-05-29"])
    }

    @Test("A calendar without working days has no next slot, and finds that out")
    func neverWorking() throws {
        let calendar = WorkingCalendar(weekend: Set(Weekday.allCases))
        for text in ["* * * * *", "every 10s"] {
            let rule = ScheduleRule(schedules: [try Schedule(text)], zone: .utc, days: .workingDays)
            #expect(rule.next(after: Moment(unixSeconds: 1_794_776_400), calendar: calendar) == nil)
        }
    }
}
