/// The times of day that a schedule allows.
struct CronTimes: Hashable, Sendable {
    private let seconds: UInt64
    private let minutes: UInt64
    private let hours: UInt64
    /// Whether neither hour nor minute is a wildcard: a time that somebody named, which a change of the clocks must
    /// neither swallow nor double.
    let isFixed: Bool

    init(seconds: CronValues, minutes: CronValues, hours: CronValues) {
        self.seconds = seconds.numbers
        self.minutes = minutes.numbers
        self.hours = hours.numbers
        isFixed = !minutes.isWildcard && !hours.isWildcard
    }

    /// The first allowed time from that one on, both in seconds since midnight; nil if the day has no more.
    func first(from time: Int) -> Int? {
        let (hour, minute, second) = (time / 3_600, time / 60 % 60, time % 60)
        if hours & 1 << UInt64(hour) != 0 {
            if minutes & 1 << UInt64(minute) != 0, let next = CronTimes.first(in: seconds, from: second) {
                return hour * 3_600 + minute * 60 + next
            }
            if let next = CronTimes.first(in: minutes, from: minute + 1) {
                return hour * 3_600 + next * 60 + seconds.trailingZeroBitCount
            }
        }
        return CronTimes.first(in: hours, from: hour + 1).map {
            $0 * 3_600 + minutes.trailingZeroBitCount * 60 + seconds.trailingZeroBitCount
        }
    }

    private static func first(in mask: UInt64, from place: Int) -> Int? {
        let rest = mask & (UInt64.max << UInt64(place))
        return rest == 0 ? nil : rest.trailingZeroBitCount
    }
}
