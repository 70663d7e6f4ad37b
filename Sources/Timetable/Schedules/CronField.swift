/// The six places of a schedule in the notation of cron.
enum CronField: Int, CaseIterable, Sendable {
    case second, minute, hour, dayOfMonth, month, dayOfWeek

    /// What an administrator calls it.
    var title: String {
        switch self {
        case .second: "second"
        case .minute: "minute"
        case .hour: "hour"
        case .dayOfMonth: "day of the month"
        case .month: "month"
        case .dayOfWeek: "day of the week"
        }
    }

    /// The numbers that may be written; for the day of the week both 0 and 7 are Sunday.
    var numbers: ClosedRange<Int> {
        switch self {
        case .second, .minute: 0...59
        case .hour: 0...23
        case .dayOfMonth: 1...31
        case .month: 1...12
        case .dayOfWeek: 0...7
        }
    }

    /// The numbers that `*` stands for.
    var all: ClosedRange<Int> {
        self == .dayOfWeek ? 0...6 : numbers
    }

    /// The names of its numbers, from the first one on.
    var names: [String] {
        switch self {
        case .month: ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]
        case .dayOfWeek: ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"]
        default: []
        }
    }

    /// Whether a range may go over the end: 22-4, NOV-FEB, FRI-MON. In minutes and days of the month numbers that
    /// fall are rather a mistake.
    var wraps: Bool {
        self == .hour || self == .month || self == .dayOfWeek
    }

    /// The values that are accepted, for an error.
    var accepted: String {
        switch self {
        case .second, .minute: "0 to 59"
        case .hour: "0 to 23"
        case .dayOfMonth: "1 to 31, L (the last day), L-3, 15W or LW"
        case .month: "1 to 12 or JAN to DEC"
        case .dayOfWeek: "0 to 7 (0 and 7 are Sunday), SUN to SAT, 5L (the last Friday) or MON#2"
        }
    }
}
