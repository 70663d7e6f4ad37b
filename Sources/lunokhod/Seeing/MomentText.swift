import Host
import Ledger
import Timetable

/// Moments as a person reads them, and as programs do.
struct MomentText: Sendable {
    /// The zone of the workspace.
    let zone: Zone
    /// The moment that others are seen from.
    let now: Stamp

    /// How long ago it was or how soon it will be: `3 min ago`, `in 5 h`; the date where that is long.
    func relative(_ stamp: Stamp) -> String {
        let seconds = (now.milliseconds - stamp.milliseconds) / 1_000
        guard abs(seconds) < 30 * 86_400 else { return String(wall(stamp).prefix(10)) }
        guard abs(seconds) >= 5 else { return "now" }
        return seconds > 0 ? Self.length(seconds) + " ago" : "in " + Self.length(-seconds)
    }

    /// A length in the greatest unit that it has at least one of, two of days.
    static func length(_ seconds: Int) -> String {
        switch seconds {
        case ..<60: "\(seconds) s"
        case ..<3_600: "\(seconds / 60) min"
        case ..<(2 * 86_400): "\(seconds / 3_600) h"
        default: "\(seconds / 86_400) d"
        }
    }

    /// How long something took: `0.4 s`, `3 min`.
    static func duration(from start: Stamp, to end: Stamp) -> String {
        let tenths = max(0, end.milliseconds - start.milliseconds) / 100
        return tenths < 600 ? "\(tenths / 10).\(tenths % 10) s" : length(tenths / 10)
    }

    /// The date and the time on the wall: `2026-11-27 14:03:11`.
    func wall(_ stamp: Stamp) -> String {
        let text = iso(stamp)
        return text.prefix(10) + " " + text.dropFirst(11).prefix(8)
    }

    /// The time on the wall alone: `14:03:11`.
    func time(_ stamp: Stamp) -> String { String(wall(stamp).suffix(8)) }

    /// ISO 8601 with the zone's offset.
    func iso(_ stamp: Stamp) -> String { zone.iso8601(stamp.moment) }
}
