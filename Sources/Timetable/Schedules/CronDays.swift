/// The days that a schedule allows, found a month at a time.
struct CronDays: Hashable, Sendable {
    private let months: UInt16
    private let ofMonth: CronValues
    private let ofWeek: CronValues

    init(months: CronValues, ofMonth: CronValues, ofWeek: CronValues) {
        self.months = UInt16(truncatingIfNeeded: months.numbers)
        self.ofMonth = ofMonth
        self.ofWeek = ofWeek
    }

    /// A bit for each allowed day of a month: bit 1 is its first day.
    ///
    /// - Parameter firstWeekday: the weekday of its first day; 0 is Sunday.
    func mask(month: Int, length: Int, firstWeekday: Int) -> UInt32 {
        guard months & 1 << UInt16(month) != 0 else { return 0 }
        let byMonth = maskOfMonth(length: length, firstWeekday: firstWeekday)
        let byWeek = maskOfWeek(length: length, firstWeekday: firstWeekday)
        // Cron's rule: two restricted fields allow the days of either; one that begins with `*` restricts the other.
        let both = ofMonth.isWildcard || ofWeek.isWildcard ? byMonth & byWeek : byMonth | byWeek
        return both & CronDays.all(length)
    }

    /// Whether any year has such a day. A year begins on one of seven weekdays and is a leap year or not.
    var isPossible: Bool {
        for month in 1...12 {
            for length in Set([
                CivilDate.length(ofMonth: month, year: 2023), CivilDate.length(ofMonth: month, year: 2024),
            ])
            where (0...6).contains(where: { mask(month: month, length: length, firstWeekday: $0) != 0 }) {
                return true
            }
        }
        return false
    }

    static func all(_ length: Int) -> UInt32 {
        (2 << UInt32(length)) &- 2
    }

    private func maskOfMonth(length: Int, firstWeekday: Int) -> UInt32 {
        var mask = UInt32(truncatingIfNeeded: ofMonth.numbers)
        for days in CronDays.bits(UInt64(ofMonth.daysBeforeLast)) where days < length {
            mask |= 1 << UInt32(length - days)
        }
        for day in CronDays.bits(UInt64(ofMonth.nearestWeekdays)) where day <= length {
            mask |= 1 << UInt32(nearestWeekday(to: day == 0 ? length : day, length, firstWeekday))
        }
        return mask
    }

    /// The day from Monday to Friday that is nearest within the month.
    private func nearestWeekday(to day: Int, _ length: Int, _ firstWeekday: Int) -> Int {
        switch (firstWeekday + day - 1) % 7 {
        case 6: day == 1 ? 3 : day - 1
        case 0: day == length ? day - 2 : day + 1
        default: day
        }
    }

    private func maskOfWeek(length: Int, firstWeekday: Int) -> UInt32 {
        if ofWeek.numbers == 0x7F { return .max }
        // Bits 1, 8, 15, 22 and 29.
        let weekly: UInt32 = 0x2040_8102
        var mask: UInt32 = 0
        for weekday in CronDays.bits(ofWeek.numbers) {
            mask |= weekly << UInt32((weekday - firstWeekday + 7) % 7)
        }
        for weekday in CronDays.bits(UInt64(ofWeek.lastWeekdays)) {
            let days = weekly << UInt32((weekday - firstWeekday + 7) % 7) & CronDays.all(length)
            mask |= 1 << UInt32(31 - days.leadingZeroBitCount)
        }
        for place in CronDays.bits(ofWeek.nthWeekdays) {
            let day = 1 + (place % 8 - firstWeekday + 7) % 7 + 7 * (place / 8)
            if day <= length { mask |= 1 << UInt32(day) }
        }
        return mask
    }

    /// The places of the bits that are set, the lowest first.
    private static func bits(_ mask: UInt64) -> some Sequence<Int> {
        sequence(state: mask) { rest in
            guard rest != 0 else { return nil }
            defer { rest &= rest &- 1 }
            return rest.trailingZeroBitCount
        }
    }
}
