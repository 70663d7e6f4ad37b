import Testing

@testable import Timetable

@Suite("A period")
struct PeriodTests {
    private func zone(_ name: String) throws -> Zone {
        let sample = try #require(ZoneSamples.all.first { $0.name == name })
        return try Zone(identifier: name, tzif: ZoneSamples.bytes(sample.hex))
    }

    /// Tuesday in week 48; in Moscow already, in UTC still Monday.
    private let now = Moment(iso8601: "2026-11-23T22:30:00Z") ?? .earliest

    @Test(
        "Every expression means its days and gets its slug",
        arguments: [
            ("today", "2026-11-24", "2026-11-24", "2026-11-24"),
            ("Yesterday", "2026-11-23", "2026-11-23", "2026-11-23"),
            ("tomorrow", "2026-11-25", "2026-11-25", "2026-11-25"),
            ("this week", "2026-11-23", "2026-11-29", "2026-W48"),
            (" LAST  Week ", "2026-11-16", "2026-11-22", "2026-W47"),
            ("next week", "2026-11-30", "2026-12-06", "2026-W49"),
            ("this month", "2026-11-01", "2026-11-30", "2026-11"),
            ("last-month", "2026-10-01", "2026-10-31", "2026-10"),
            ("next_quarter", "2027-01-01", "2027-03-31", "2027-Q1"),
            ("last quarter", "2026-07-01", "2026-09-30", "2026-Q3"),
            ("this year", "2026-01-01", "2026-12-31", "2026"), ("last day", "2026-11-23", "2026-11-23", "2026-11-23"),
            ("last 7 days", "2026-11-17", "2026-11-23", "2026-11-17_2026-11-23"),
            ("last 1 weeks", "2026-11-16", "2026-11-22", "2026-W47"),
            ("last 2 weeks", "2026-11-09", "2026-11-22", "2026-11-09_2026-11-22"),
            ("last 3 months", "2026-08-01", "2026-10-31", "2026-08-01_2026-10-31"),
            ("next 2 days", "2026-11-25", "2026-11-26", "2026-11-25_2026-11-26"),
            ("2026-W47", "2026-11-16", "2026-11-22", "2026-W47"), ("2026-w53", "2026-12-28", "2027-01-03", "2026-W53"),
            ("2026-11", "2026-11-01", "2026-11-30", "2026-11"), ("2026-q4", "2026-10-01", "2026-12-31", "2026-Q4"),
            ("2024", "2024-01-01", "2024-12-31", "2024"), ("2026-11-16", "2026-11-16", "2026-11-16", "2026-11-16"),
            ("2026-11-01 .. 2026-11-15", "2026-11-01", "2026-11-15", "2026-11-01_2026-11-15"),
            ("2026-11-01..2026-11-01", "2026-11-01", "2026-11-01", "2026-11-01"),
        ])
    func expressions(text: String, first: String, last: String, slug: String) throws {
        let period = try Period(text, at: now, in: zone("Europe/Moscow"))
        #expect(period.first.description == first)
        #expect(period.last.description == last)
        #expect(period.slug == slug)
        #expect(period.days == period.last.daysSinceEpoch - period.first.daysSinceEpoch + 1)
    }

    @Test("Bounds are midnights of the zone")
    func bounds() throws {
        let moscow = try zone("Europe/Moscow")
        let week = try Period("last week", at: now, in: moscow)
        #expect(moscow.iso8601(week.from) == "2026-11-16T00:00:00+03:00")
        #expect(moscow.iso8601(week.to) == "2026-11-23T00:00:00+03:00")
        #expect(week.zoneIdentifier == "Europe/Moscow" && week.expression == "last week")
        #expect(week.contains(week.from) && !week.contains(week.to))
        #expect(try Period("today", at: now, in: .utc).slug == "2026-11-23")
    }

    @Test("A day on which the clocks change has 23 or 25 hours")
    func clockChanges() throws {
        let berlin = try zone("Europe/Berlin")
        let hours = { (text: String) throws -> Int in
            let day = try Period(text, at: Moment(unixSeconds: 0), in: berlin)
            return (day.to.unixSeconds - day.from.unixSeconds) / 3_600
        }
        #expect(try hours("2026-03-29") == 23)
        #expect(try hours("2026-10-25") == 25)
        #expect(try hours("2026-10") == 31 * 24 + 1)
        let havana = try zone("America/Havana")
        let spring = try Period("2026-03-08", at: now, in: havana)
        #expect(havana.iso8601(spring.from) == "2026-03-08T01:00:00-04:00")
        #expect(spring.previous.to == spring.from)
    }

    @Test("The neighbours of a period touch it and are of its kind")
    func neighbours() throws {
        let berlin = try zone("Europe/Berlin")
        for text in ["2026-03-29", "2026-W01", "2026-01", "2026-Q1", "2026", "2026-02-20..2026-03-05", "last 3 months"]
        {
            let period = try Period(text, at: now, in: berlin)
            #expect(period.next.from == period.to)
            #expect(period.previous.to == period.from)
            #expect(period.next.previous.first == period.first && period.next.previous.slug == period.slug)
            let again = try Period(period.previous.expression, at: now, in: berlin)
            #expect(again.slug == period.previous.slug && again.from == period.previous.from)
        }
        #expect(try Period("2026-W01", at: now, in: .utc).previous.slug == "2025-W52")
        #expect(try Period("last week", at: now, in: .utc).previous.expression == "2026-w46")
    }

    @Test("A slug made of one unit is an expression for the same days")
    func slugs() throws {
        for text in ["today", "last week", "last month", "last quarter", "last year"] {
            let period = try Period(text, at: now, in: .utc)
            let again = try Period(period.slug, at: Moment(unixSeconds: 0), in: .utc)
            #expect(again.from == period.from && again.to == period.to)
        }
    }
}
