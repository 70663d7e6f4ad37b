import Timetable

/// The date and time of a moment in UTC.
struct UTCMoment {
    let date: CivilDate
    let time: CivilTime

    /// The moment so many seconds after 1970; what no calendar has room for becomes its first or last moment.
    init(_ seconds: Double) {
        let bounded = seconds.isNaN ? 0 : min(max(seconds, -1e12), 1e12)
        (date, time) = Zone.utc.civil(at: Moment(unixSeconds: Int(bounded.rounded(.down))))
    }

    /// As people read it: `2026-11-27 00:38 UTC`.
    var text: String { "\(date) \("\(time)".prefix(5)) UTC" }

    /// As the header `Date` of a mail has it: `Fri, 27 Nov 2026 00:38:05 +0000`.
    var mailDate: String {
        let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let parts = "\(date)".split(separator: "-")
        return "\(days[date.weekday.rawValue - 1]), \(parts[2]) \(months[date.month - 1]) \(parts[0]) \(time) +0000"
    }
}
