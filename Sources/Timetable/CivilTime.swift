/// A time of day on the wall, without a date and without a zone; to the second.
public struct CivilTime: Hashable, Sendable {
    /// The hour, 0…23.
    public let hour: Int
    /// The minute, 0…59.
    public let minute: Int
    /// The second, 0…59.
    public let second: Int

    /// 00:00:00.
    public static let midnight = CivilTime(secondsSinceMidnight: 0)

    /// The time, or nil where the clock has no such time (24:00 and leap seconds are not times of day here).
    public init?(hour: Int, minute: Int, second: Int = 0) {
        guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second) else { return nil }
        self.hour = hour
        self.minute = minute
        self.second = second
    }

    /// Reads "09:30" or "09:30:15", exactly; nil for anything else.
    public init?(iso text: String) {
        var digits = DigitReader(text)
        guard let time = CivilTime(reading: &digits), digits.isAtEnd else { return nil }
        self = time
    }

    init?(reading digits: inout DigitReader) {
        guard let hour = digits.number(2), digits.skip(":"), let minute = digits.number(2) else { return nil }
        var second = 0
        if digits.skip(":") {
            guard let read = digits.number(2) else { return nil }
            second = read
        }
        self.init(hour: hour, minute: minute, second: second)
    }

    /// `seconds` is 0…86,399; a number outside is wrapped into the day.
    init(secondsSinceMidnight seconds: Int) {
        let inDay = ((seconds % 86_400) + 86_400) % 86_400
        hour = inDay / 3_600
        minute = inDay / 60 % 60
        second = inDay % 60
    }

    /// Seconds since 00:00:00, 0…86,399.
    public var secondsSinceMidnight: Int {
        hour * 3_600 + minute * 60 + second
    }
}

extension CivilTime: Comparable, CustomStringConvertible {
    /// Earlier times come first.
    public static func < (left: CivilTime, right: CivilTime) -> Bool {
        left.secondsSinceMidnight < right.secondsSinceMidnight
    }

    /// "09:30:15".
    public var description: String {
        "\(padded(hour, 2)):\(padded(minute, 2)):\(padded(second, 2))"
    }
}
