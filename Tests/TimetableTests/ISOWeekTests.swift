import Testing

@testable import Timetable

@Suite("An ISO week")
struct ISOWeekTests {
    /// Date, week and weekday as CPython's `date.isocalendar()` gives them.
    static let recorded = [
        "1999-01-01 1998-W53 5", "1999-01-04 1999-W01 1", "1999-12-28 1999-W52 2", "1999-12-31 1999-W52 5",
        "2004-01-01 2004-W01 4", "2004-01-04 2004-W01 7", "2004-12-28 2004-W53 2", "2004-12-31 2004-W53 5",
        "2005-01-01 2004-W53 6", "2005-01-04 2005-W01 2", "2005-12-28 2005-W52 3", "2005-12-31 2005-W52 6",
        "2008-01-01 2008-W01 2", "2008-01-04 2008-W01 5", "2008-12-28 2008-W52 7", "2008-12-31 2009-W01 3",
        "2009-01-01 2009-W01 4", "2009-12-28 2009-W53 1", "2009-12-31 2009-W53 4", "2010-01-01 2009-W53 5",
        "2015-12-31 2015-W53 4", "2016-01-01 2015-W53 5", "2018-12-31 2019-W01 1", "2020-12-31 2020-W53 4",
        "2021-01-01 2020-W53 5", "2021-01-04 2021-W01 1", "2024-12-31 2025-W01 2", "2026-01-01 2026-W01 4",
        "2026-12-28 2026-W53 1", "2026-12-31 2026-W53 4", "2027-01-01 2026-W53 5", "2027-01-04 2027-W01 1",
        "2028-01-01 2027-W52 6", "2028-12-31 2028-W52 7", "2032-12-31 2032-W53 5",
    ]

    @Test("Around New Year a day belongs to the week that the standard says", arguments: recorded)
    func yearBorders(line: String) throws {
        let parts = line.split(separator: " ").map(String.init)
        let date = try #require(CivilDate(iso: parts[0]))
        #expect(date.isoWeek.description == parts[1])
        #expect(String(date.weekday.rawValue) == parts[2])
        #expect(date.isoWeek.monday == date.firstOfWeek)
    }

    @Test("Every day of 200 years lies in the week that its Monday is the first of")
    func mondays() throws {
        var date = try #require(CivilDate(iso: "1901-01-01"))
        while date.year < 2101 {
            let week = date.isoWeek
            let isInside = week.monday <= date && date < week.monday.adding(days: 7)
            try #require(isInside && ISOWeek(year: week.year, week: week.week) == week, "\(date)")
            date = date.adding(days: 1)
        }
    }

    @Test("Week 53 exists only in the long years")
    func longYears() {
        #expect(ISOWeek(year: 2026, week: 53) != nil)
        #expect(ISOWeek(year: 2025, week: 53) == nil)
        #expect(ISOWeek(year: 2025, week: 0) == nil)
        #expect(ISOWeek.count(inYear: 2020) == 53)
    }
}
