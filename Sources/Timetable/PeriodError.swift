/// Why an expression names no period; `description` is a sentence for people.
public enum PeriodError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Nothing that is understood; the nearest expression that would be.
    case unknown(String, nearest: String?)
    /// Understood, but the calendar has no such day, week, month or quarter.
    case notInCalendar(String, reason: String)
    /// A range whose end lies before its beginning.
    case reversed(first: CivilDate, last: CivilDate)
    /// A number of days, weeks … that is zero or too large; the largest that is allowed.
    case badCount(String, largest: Int)

    /// What is understood, with an example of each.
    public static let understood =
        "today, yesterday, tomorrow, this week, last week, next week (or day, month, quarter, year), "
        + "last 7 days (or weeks, months, quarters, years), 2026-11-16, 2026-W47, 2026-11, 2026-Q4, 2026 "
        + "or 2026-11-01..2026-11-15"

    /// What is wrong and what to write instead, in one sentence or two.
    public var description: String {
        switch self {
        case .unknown(let text, let nearest):
            let hint = nearest.map { "; did you mean \"\($0)\"?" } ?? "."
            return
                "The period \"\(PeriodError.excerpt(text))\" isn't understood\(hint) Write \(PeriodError.understood)."
        case .notInCalendar(let text, let reason):
            return "The period \"\(PeriodError.excerpt(text))\" isn't in the calendar: \(reason)."
        case .reversed(let first, let last):
            return "The period \(first)..\(last) ends before it begins; write \(last)..\(first)."
        case .badCount(let text, let largest):
            return "The period \"\(PeriodError.excerpt(text))\" needs a number from 1 to \(largest), as in last 7 days."
        }
    }

    private static func excerpt(_ text: String) -> String {
        text.count <= 60 ? text : text.prefix(60) + "…"
    }
}
