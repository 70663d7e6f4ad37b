import Testing

@testable import Timetable

@Suite("A civil date")
struct CivilDateTests {
    @Test("Every day from 1890 to 2110 follows the one before it, in number, text and weekday")
    func daysFollowEachOther() throws {
        var number = try #require(CivilDate(iso: "1890-01-01")).daysSinceEpoch
        var weekday = 3  // a Wednesday
        for year in 1890...2110 {
            for month in 1...12 {
                for day in 1...CivilDate.length(ofMonth: month, year: year) {
                    let date = try #require(CivilDate(year: year, month: month, day: day))
                    let back = CivilDate(daysSinceEpoch: number)
                    let isSound =
                        date.daysSinceEpoch == number && back == date && CivilDate(iso: date.description) == date
                    try #require(isSound && date.weekday.rawValue == weekday, "\(date)")
                    number += 1
                    weekday = weekday % 7 + 1
                }
            }
        }
    }

    @Test("Known days have their known numbers")
    func knownNumbers() {
        #expect(CivilDate(iso: "1970-01-01")?.daysSinceEpoch == 0)
        #expect(CivilDate(iso: "2000-02-29")?.daysSinceEpoch == 11_016)
        #expect(CivilDate.earliest.daysSinceEpoch == -719_162)
        #expect(CivilDate.latest.daysSinceEpoch == 2_932_896)
        #expect(CivilDate(iso: "2026-11-24")?.weekday == .tuesday)
    }

    @Test(
        "What isn't in the calendar or isn't written exactly is no date",
        arguments: [
            "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-4-01", "26-04-01",
            "2026-04-01 ",
            "0000-01-01", "", "2026/04/01", "２０２６-04-01", "-026-04-01", "2026-04-01T",
        ])
    func noDates(text: String) {
        #expect(CivilDate(iso: text) == nil)
    }

    @Test("Months are added with the day cut to the month's length")
    func addingMonths() throws {
        let date = try #require(CivilDate(iso: "2026-01-31"))
        #expect(date.adding(months: 1).description == "2026-02-28")
        #expect(date.adding(months: 25).description == "2028-02-29")
        #expect(date.adding(months: -2).description == "2025-11-30")
        #expect(date.adding(months: -13).description == "2024-12-31")
    }

    @Test("First and last days of what contains a date")
    func firstDays() throws {
        let date = try #require(CivilDate(iso: "2026-11-24"))
        #expect(date.firstOfWeek.description == "2026-11-23")
        #expect(date.firstOfMonth.description == "2026-11-01")
        #expect(date.lastOfMonth.description == "2026-11-30")
        #expect(date.firstOfQuarter.description == "2026-10-01")
        #expect(date.firstOfYear.description == "2026-01-01")
        #expect(date.quarter == 4)
    }

    @Test("Arithmetic stops at the ends of the calendar instead of overflowing")
    func ends() {
        #expect(CivilDate.latest.adding(days: .max) == .latest)
        #expect(CivilDate.earliest.adding(days: .min) == .earliest)
        #expect(CivilDate.latest.adding(months: 1) == .latest)
        #expect(CivilDate.earliest.adding(months: .min) == .earliest)
        #expect(CivilDate(daysSinceEpoch: .min) == .earliest)
        #expect(CivilDate.latest.adding(months: .max) == .latest)
    }

    @Test("Dates are ordered as time is")
    func order() throws {
        let day = try #require(CivilDate(iso: "2026-11-24"))
        #expect(day < day.adding(days: 1))
        #expect(day.adding(months: -11) < day)
        #expect(!(day < day))
    }
}
