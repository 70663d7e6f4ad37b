import Spelling

/// When a script is to be run, as it is written: in the notation of cron, or as a length of time.
///
/// - Five fields: minute, hour, day of the month, month, day of the week. Six: the second first.
/// - `*`, `5`, `1-5`, lists `1,15`, steps `*/15`, `10-50/5`, `5/10` (from 5 on). Names: JAN…DEC, SUN…SAT. 7 is Sunday.
/// - Hours, months and days of the week may go over the end: `22-4`, `NOV-FEB`, `FRI-MON`.
/// - Days of the month: `L` is the last one, `L-3` three days before it, `15W` the day from Monday to Friday that is
///   nearest within the month, `LW` the last of these. Days of the week: `5L` is the last Friday, `MON#2` the second
///   Monday. `?` is `*` for a day.
/// - If both days are restricted, either one is enough; but if one of them begins with `*`, both must match.
/// - `@yearly`, `@annually`, `@monthly`, `@weekly`, `@daily`, `@midnight`, `@hourly`.
/// - `every 15m`, `every 1h30m`: from 10 seconds to 366 days, whatever the clocks on the wall do.
public struct Schedule: Hashable, Sendable, CustomStringConvertible {
    enum Kind: Hashable, Sendable {
        /// Days and times on the wall.
        case cron(CronDays, CronTimes)
        /// So many seconds apart.
        case every(Int)
    }

    /// As it was written.
    public let description: String
    let kind: Kind

    /// The longest text that is read, in bytes of UTF-8.
    static let longestText = 200

    /// Reads a schedule.
    ///
    /// - Throws: a `ScheduleError` for what isn't one, and for days that no year has, such as 30 February.
    public init(_ text: String) throws(ScheduleError) {
        guard text.utf8.count <= Schedule.longestText else {
            throw ScheduleError(
                "The schedule \(ScheduleError.quoted(text)) is too long; "
                    + "it may have \(Schedule.longestText) bytes and has \(text.utf8.count)")
        }
        description = text
        let words = text.split { $0 == " " || $0 == "\t" }.map { $0.uppercased() }
        guard let first = words.first else {
            throw ScheduleError("The schedule is empty; \(Schedule.advice)")
        }
        if first == "EVERY" {
            kind = .every(try Schedule.interval(words.dropFirst().joined(separator: " "), text))
        } else if first.hasPrefix("@"), words.count == 1 {
            kind = try Schedule.cron(try Schedule.fields(ofMacro: first, text), text)
        } else {
            kind = try Schedule.cron(words, text)
        }
    }

    /// What may be written, for an error.
    static let advice =
        "write 5 fields (minute, hour, day of the month, month, day of the week) as in \"0 9 * * MON\", 6 with the "
        + "second first, a word such as @daily, or \"every 15m\""

    private static func cron(_ words: [String], _ text: String) throws(ScheduleError) -> Kind {
        guard words.count == 5 || words.count == 6 else {
            let isEvery =
                words.count == 2 && words[0].utf8.count <= 16
                && NearestName(among: ["every"]).nearest(to: words[0]) != nil
            throw ScheduleError(
                "The schedule \(ScheduleError.quoted(text)) has \(words.count) field\(words.count == 1 ? "" : "s"); "
                    + (isEvery ? "did you mean \"every \(words[1].lowercased())\"?" : advice))
        }
        var fields: [CronValues] = []
        for (index, field) in CronField.allCases.suffix(words.count).enumerated() {
            let reader = CronFieldReader(field: field, position: index + 1, schedule: text)
            fields.append(try reader.values(words[index]))
        }
        if fields.count == 5 { fields.insert(CronValues(numbers: 1), at: 0) }
        let days = CronDays(months: fields[4], ofMonth: fields[3], ofWeek: fields[5])
        guard days.isPossible else {
            throw ScheduleError(
                "The schedule \(ScheduleError.quoted(text)) never comes: no month that it names has such a day; "
                    + "change its day of the month (field \(words.count - 2)) or its month (field \(words.count - 1))")
        }
        return .cron(days, CronTimes(seconds: fields[0], minutes: fields[1], hours: fields[2]))
    }

    private static let macros = [
        "@yearly": "0 0 1 1 *", "@annually": "0 0 1 1 *", "@monthly": "0 0 1 * *", "@weekly": "0 0 * * 0",
        "@daily": "0 0 * * *", "@midnight": "0 0 * * *", "@hourly": "0 * * * *",
    ]

    private static func fields(ofMacro word: String, _ text: String) throws(ScheduleError) -> [String] {
        guard let fields = macros[word.lowercased()] else {
            throw ScheduleError.unknown(text, as: "A schedule", among: macros.keys.sorted())
        }
        return fields.split(separator: " ").map(String.init)
    }

    private static func interval(_ length: String, _ text: String) throws(ScheduleError) -> Int {
        let seconds: Int
        do throws(ScheduleError) {
            seconds = try TimeLength(length).seconds
        } catch {
            throw ScheduleError("In the schedule \(ScheduleError.quoted(text)) \(error)")
        }
        guard seconds >= 10 else {
            throw ScheduleError(
                "The schedule \(ScheduleError.quoted(text)) is too frequent; write \"every 10s\" or more")
        }
        return seconds
    }
}
