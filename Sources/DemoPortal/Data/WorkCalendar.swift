import Timetable

/// The working hours of a span of days, Monday to Friday from 9 to 18, as one line of time from 0 to 1.
struct WorkCalendar: Sendable {
    /// The midnights that begin the working days, in seconds since 1970.
    private let midnights: [Int]
    private static let opening = 9 * 3_600
    private static let length = 9 * 3_600

    /// - Parameter last: the last day; the first one is `days` before it
    init(last: CivilDate, days: Int, zone: Zone) {
        midnights = (0...days).reversed().map { last.adding(days: -$0) }
            .filter { $0.weekday <= .friday }.map { zone.moment(of: $0).unixSeconds }
    }

    /// The end of the last working day.
    var end: Int { (midnights.last ?? 0) + WorkCalendar.opening + WorkCalendar.length }

    /// The moment at that share of all working time.
    func moment(at share: Double) -> Int {
        let position = min(max(share, 0), 0.999_999) * Double(midnights.count)
        let day = Int(position)
        guard day < midnights.count else { return end }
        return midnights[day] + WorkCalendar.opening + Int((position - Double(day)) * Double(WorkCalendar.length))
    }

    /// A working moment that many days of the calendar after another one, at a share of the day; nil behind the end.
    func moment(after start: Int, days: Double, share: Double) -> Int? {
        let wanted = start + Int(days * 86_400)
        var low = 0
        var high = midnights.count
        while low < high {
            let middle = (low + high) / 2
            if midnights[middle] + WorkCalendar.opening < wanted { low = middle + 1 } else { high = middle }
        }
        guard low < midnights.count else { return nil }
        return midnights[low] + WorkCalendar.opening + Int(share * Double(WorkCalendar.length))
    }

    /// The midnight that begins the day of a moment of this calendar.
    func midnight(of moment: Int) -> Int {
        var low = 0
        var high = midnights.count
        while low < high {
            let middle = (low + high) / 2
            if midnights[middle] <= moment { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? midnights[low - 1] : moment
    }
}
