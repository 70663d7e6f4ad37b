import NIOCore

/// How often something that happens again and again is told: a flood of requests must not become one of lines.
struct ComplaintPace<Cause: Hashable & Sendable>: Sendable {
    /// Between two lines about one cause.
    static var pause: TimeAmount { .minutes(1) }

    private var told: [Cause: Told] = [:]

    private struct Told {
        var at: NIODeadline
        var silent = 0
    }

    init() {}

    /// Counts it; returns how often it has happened since it was told last, this time included, or nil if it isn't time
    /// to tell it again.
    mutating func count(_ cause: Cause, at now: NIODeadline) -> Int? {
        if var last = told[cause], now < last.at + ComplaintPace.pause {
            last.silent += 1
            told[cause] = last
            return nil
        }
        let times = (told[cause]?.silent ?? 0) + 1
        told[cause] = Told(at: now)
        return times
    }
}
