import Testing
import Timetable
import Trials

@Suite("A schedule")
struct ScheduleTests {
    private func slots(_ text: String, after start: String, most: Int = 3) throws -> [String] {
        let rule = ScheduleRule(schedules: [try Schedule(text)], zone: .utc)
        let moment = try #require(Moment(iso8601: start + "Z"))
        return rule.slots(after: moment, through: .latest, calendar: WorkingCalendar(), most: most)
            .map { String(Zone.utc.iso8601($0).prefix(19)) }
    }

    @Test(
        "Every notation means its times",
        arguments: [
            ("0 9 * * MON", "2026-11-24T00:00:00", "2026-11-30T09:00:00 2026-12-07T09:00:00"),
            ("*/15 * * * *", "2026-11-24T00:00:00", "2026-11-24T00:15:00 2026-11-24T00:30:00"),
            ("10-50/20 3 * * *", "2026-11-24T00:00:00", "2026-11-24T03:10:00 2026-11-24T03:30:00"),
            ("40/10 3 * * *", "2026-11-24T00:00:00", "2026-11-24T03:40:00 2026-11-24T03:50:00"),
            ("30,5 3 * * *", "2026-11-24T00:00:00", "2026-11-24T03:05:00 2026-11-24T03:30:00"),
            ("*/20 0 3 * * *", "2026-11-24T03:00:00", "2026-11-24T03:00:20 2026-11-24T03:00:40"),
            ("0 22-1 * * *", "2026-11-24T22:30:00", "2026-11-24T23:00:00 2026-11-25T00:00:00"),
            ("0 0 * * fri-mon", "2026-11-24T00:00:00", "2026-11-27T00:00:00 2026-11-28T00:00:00"),
            ("0 0 * * 5-7", "2026-11-28T00:00:00", "2026-11-29T00:00:00 2026-12-04T00:00:00"),
            ("0 0 * * 7", "2026-11-24T00:00:00", "2026-11-29T00:00:00 2026-12-06T00:00:00"),
            ("0 0 * * 7-1", "2026-11-24T00:00:00", "2026-11-29T00:00:00 2026-11-30T00:00:00"),
            ("0 0 1 nov-Jan *", "2026-11-24T00:00:00", "2026-12-01T00:00:00 2027-01-01T00:00:00"),
            ("0 0 L * *", "2026-01-31T00:00:00", "2026-02-28T00:00:00 2026-03-31T00:00:00"),
            ("0 0 L-3 * ?", "2026-01-31T00:00:00", "2026-02-25T00:00:00 2026-03-28T00:00:00"),
            ("0 0 15W * *", "2026-08-01T00:00:00", "2026-08-14T00:00:00 2026-09-15T00:00:00"),
            ("0 0 1W * *", "2026-08-02T00:00:00", "2026-08-03T00:00:00 2026-09-01T00:00:00"),
            ("0 0 31W * *", "2026-05-01T00:00:00", "2026-05-29T00:00:00 2026-07-31T00:00:00"),
            ("0 0 LW * *", "2026-02-01T00:00:00", "2026-02-27T00:00:00 2026-03-31T00:00:00"),
            ("0 0 * * 5L", "2026-11-24T00:00:00", "2026-11-27T00:00:00 2026-12-25T00:00:00"),
            ("0 0 * * FRIL", "2026-11-24T00:00:00", "2026-11-27T00:00:00 2026-12-25T00:00:00"),
            ("0 0 * * MON#5", "2026-11-24T00:00:00", "2026-11-30T00:00:00 2027-03-29T00:00:00"),
            ("0 0 13 * FRI", "2026-11-07T00:00:00", "2026-11-13T00:00:00 2026-11-20T00:00:00"),
            ("0 0 */13 * FRI", "2026-11-07T00:00:00", "2026-11-27T00:00:00 2027-01-01T00:00:00"),
            ("0 0 29 2 *", "2026-01-01T00:00:00", "2028-02-29T00:00:00 2032-02-29T00:00:00"),
            ("@yearly", "2026-11-24T00:00:00", "2027-01-01T00:00:00 2028-01-01T00:00:00"),
            ("@Weekly", "2026-11-24T00:00:00", "2026-11-29T00:00:00 2026-12-06T00:00:00"),
            ("@hourly", "2026-11-24T00:00:00", "2026-11-24T01:00:00 2026-11-24T02:00:00"),
            (" every 1h30m ", "2026-11-24T00:00:00", "2026-11-24T01:30:00 2026-11-24T03:00:00"),
            ("every 7d", "2026-11-24T00:00:00", "2026-11-30T00:00:00 2026-12-07T00:00:00"),
        ])
    func notations(text: String, start: String, expected: String) throws {
        #expect(try slots(text, after: start, most: 2).joined(separator: " ") == expected)
    }

    @Test("A day that comes every 28 years is found, even where a century keeps it waiting for 40")
    func rareDays() throws {
        // `*/28` allows the 1st and the 29th; both fields must match.
        let text = "0 0 */28 2 1#5"
        #expect(
            try slots(text, after: "2026-01-01T00:00:00", most: 2) == ["2044-02-29T00:00:00", "2072-02-29T00:00:00"])
        #expect(try slots(text, after: "2072-03-01T00:00:00", most: 1) == ["2112-02-29T00:00:00"])
    }

    @Test(
        "What is wrong is named with its field, what is accepted and what was meant",
        arguments: [
            ("0 9 * JNA *", "the month (field 4) has \"JNA\", which isn't 1 to 12 or JAN to DEC; did you mean JAN?"),
            ("0 9 * * MONDAY", "the day of the week (field 5) has \"MONDAY\""), ("0 9 * * MONDAY", "did you mean MON?"),
            ("0 25 * * *", "the hour (field 2) has \"25\", which isn't 0 to 23"),
            ("60 * * * *", "the minute (field 1) has \"60\", which isn't 0 to 59"),
            ("61 0 9 * * MON", "the second (field 1)"), ("0 9 0 * *", "the day of the month (field 3) has \"0\""),
            ("0 9 * * 8", "0 to 7 (0 and 7 are Sunday)"), ("*/90 * * * *", "every 90m"),
            ("*/0 * * * *", "the step \"0\""), ("50-10 * * * *", "ends before it begins"),
            ("1,,2 * * * *", "a comma too many"), ("1-2-3 * * * *", "has \"1-2-3\""), ("- * * * *", "has \"\""),
            ("0 9 * * L", "write 5L or FRIL"), ("0 9 * * MON#6", "MON#1 to MON#5"), ("0 9 L-31 * *", "L-1 to L-30"),
            ("0 9 32W * *", "1W to 31W"), ("? * * * *", "the minute (field 1) has \"?\""),
            ("0 0 30 2 *", "never comes"), ("0 0 31 4,6,9,11 *", "never comes"), ("0 0 L-30 2 ?", "never comes"),
            ("0 9 * *", "has 4 fields; write 5 fields"), ("0 0 9 1 1 * 2026", "has 7 fields"), ("", "is empty"),
            ("@dayly", "did you mean \"@daily\"?"), ("@reboot", "A schedule can't be \"@reboot\""),
            ("evry 15M", "did you mean \"every 15m\"?"), ("every 5s", "write \"every 10s\" or more"),
            ("every", "is no length of time"), ("every 400d", "up to 366d"), ("every 1m1h", "write it as 30s"),
            ("0\u{A0}9 * * *", "has 4 fields"), ("0 9 * * MON\n", "the day of the week (field 5)"),
            ("０ 9 * * *", "the minute (field 1)"), (String(repeating: "1,", count: 200), "has 400"),
        ])
    func errors(text: String, part: String) {
        let error = #expect(throws: ScheduleError.self) { try Schedule(text) }
        #expect(error?.description.contains(part) == true, "\(error?.description ?? "")")
        #expect(error?.description.contains("\n") == false)
    }

    @Test("Hostile texts are an error or a schedule whose slots rise, never a crash")
    func hostileTexts() throws {
        var random = SeededRandom(seed: 42)
        let pieces = [
            "*", "/", "-", ",", "#", "L", "W", "?", " ", " ", " ", "0", "1", "5", "7", "59", "99999999999999999999",
            "MON",
            "JAN", "@", "every ", "m", "h", "\0", "é", "👩‍👩‍👧", "\u{202E}",
        ]
        var accepted = 0
        for _ in 0..<6_000 {
            var text = ""
            for _ in 0..<Int.random(in: 1...9, using: &random) { text += pieces.randomElement(using: &random) ?? "" }
            let around = ["", "* * * * ", "0 0 ", "@", "every ", "*/7 3 L "].randomElement(using: &random) ?? ""
            text = around + text + (around == "*/7 3 L " ? " ?" : around == "0 0 " ? " * *" : "")
            guard let schedule = try? Schedule(text) else { continue }
            accepted += 1
            let rule = ScheduleRule(schedules: [schedule], zone: .utc)
            for start in [Moment.earliest, Moment(unixSeconds: 1_794_776_400), Moment.latest.adding(seconds: -86_400)] {
                let found = rule.slots(after: start, through: .latest, calendar: WorkingCalendar(), most: 3)
                try #require(found == found.sorted() && found.allSatisfy { $0 > start }, "\(text)")
            }
        }
        #expect(accepted > 100)
    }
}
