/// A point in time, to the second, the same everywhere on Earth.
public struct Moment: Hashable, Comparable, Sendable {
    /// Seconds since 1970-01-01T00:00:00Z, leap seconds not counted.
    public let unixSeconds: Int

    /// The first second of the year 1, in UTC.
    public static let earliest = Moment(trusted: -62_135_596_800)
    /// The last second of the year 9999, in UTC.
    public static let latest = Moment(trusted: 253_402_300_799)

    /// The moment that many seconds after the epoch; what lies outside the years 1…9999 becomes the nearest moment
    /// inside.
    public init(unixSeconds: Int) {
        self.unixSeconds = min(max(unixSeconds, Moment.earliest.unixSeconds), Moment.latest.unixSeconds)
    }

    private init(trusted unixSeconds: Int) {
        self.unixSeconds = unixSeconds
    }

    /// Reads an ISO 8601 date and time with an offset: `2026-11-16T00:00:00+03:00`, `2026-11-15T21:00:00Z`.
    ///
    /// Seconds may be left out, a fraction of a second is dropped, the offset may be written `+0300` or `+03`, and a
    /// space may stand for the `T`. Without an offset the text names no moment: nil, as for anything else.
    public init?(iso8601 text: String) {
        guard text.utf8.count <= 64 else { return nil }
        var digits = DigitReader(text)
        guard let year = digits.number(4), digits.skip("-"), let month = digits.number(2), digits.skip("-"),
            let day = digits.number(2), digits.skip("T", "t", " "),
            let date = CivilDate(year: year, month: month, day: day),
            let time = CivilTime(reading: &digits)
        else { return nil }
        if digits.skip(".", ",") {
            guard digits.skipDigits() > 0 else { return nil }
        }
        guard let offset = Moment.offset(reading: &digits), digits.isAtEnd else { return nil }
        self.init(unixSeconds: date.daysSinceEpoch * 86_400 + time.secondsSinceMidnight - offset)
    }

    private static func offset(reading digits: inout DigitReader) -> Int? {
        if digits.skip("Z", "z") { return 0 }
        let sign: Int
        if digits.skip("+") { sign = 1 } else if digits.skip("-") { sign = -1 } else { return nil }
        guard let hours = digits.number(2), hours <= 23 else { return nil }
        let hasColon = digits.skip(":")
        guard hasColon || !digits.isAtEnd else { return sign * hours * 3_600 }
        guard let minutes = digits.number(2), minutes <= 59 else { return nil }
        return sign * (hours * 3_600 + minutes * 60)
    }

    /// The moment that many seconds later (earlier, if negative).
    public func adding(seconds: Int) -> Moment {
        let (sum, overflow) = unixSeconds.addingReportingOverflow(seconds)
        if overflow { return seconds > 0 ? .latest : .earliest }
        return Moment(unixSeconds: sum)
    }

    /// Earlier moments come first.
    public static func < (left: Moment, right: Moment) -> Bool {
        left.unixSeconds < right.unixSeconds
    }
}
