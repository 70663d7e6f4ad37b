/// How a language writes numbers, money and dates, and the words that a report adds of its own.
public enum ReportLocale: String, CaseIterable, Hashable, Sendable {
    /// Russian: `1 234,50 ₽` (the spaces are U+00A0, as CLDR has it, so that lines don't break there; Excel and
    /// GitHub show it as a space), `24.11.2026`.
    case ru
    /// English: `$1,234.50`, `24 Nov 2026` (no reader can take the day for the month).
    case en

    /// The locale of an identifier such as `ru`, `ru_RU`, `en-US` or `ru_RU.UTF-8`; nil for other languages.
    public init?(identifier: String) {
        let language = identifier.lowercased().prefix { $0 != "_" && $0 != "-" && $0 != "." }
        self.init(rawValue: String(language))
    }

    /// Days as words: `16.11.2026 – 22.11.2026`, one date where both are the same. The dates are ISO texts
    /// (`2026-11-16`); what isn't one is shown as it is.
    public func periodLabel(first: String, last: String) -> String {
        let from = date(first) ?? first
        return first == last ? from : "\(from) – \(date(last) ?? last)"
    }
}
