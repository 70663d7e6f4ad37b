/// What one field of a schedule allows.
struct CronValues: Hashable, Sendable {
    /// A bit for each number that is allowed.
    var numbers: UInt64 = 0
    /// Bit n: n days before the last day of the month.
    var daysBeforeLast: UInt32 = 0
    /// Bit n: the day from Monday to Friday that is nearest to the n-th; bit 0: the last one of the month.
    var nearestWeekdays: UInt32 = 0
    /// Bit n: the last weekday n of the month; 0 is Sunday.
    var lastWeekdays: UInt8 = 0
    /// Bit 8 × (k − 1) + n: the k-th weekday n of the month.
    var nthWeekdays: UInt64 = 0
    /// Whether it begins with `*` or is `?`: what cron calls a wildcard.
    var isWildcard = false
}
