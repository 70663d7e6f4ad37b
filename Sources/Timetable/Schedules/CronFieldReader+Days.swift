extension CronFieldReader {
    /// The forms that only days have: `L`, `L-3`, `15W`, `LW`, `5L`, `MON#2`. False where the text is none of them.
    func readDayForm(_ item: Substring, into values: inout CronValues) throws(ScheduleError) -> Bool {
        switch field {
        case .dayOfMonth: try readDayOfMonth(item, into: &values)
        case .dayOfWeek: try readDayOfWeek(item, into: &values)
        default: false
        }
    }

    private func readDayOfMonth(_ item: Substring, into values: inout CronValues) throws(ScheduleError) -> Bool {
        if item == "L" {
            values.daysBeforeLast |= 1
        } else if item == "LW" || item == "WL" {
            values.nearestWeekdays |= 1
        } else if item.hasPrefix("L-") {
            guard let days = digits(item.dropFirst(2)), (1...30).contains(days) else {
                throw flaw("has \(ScheduleError.quoted(item)); write L-1 to L-30 for days before the last one")
            }
            values.daysBeforeLast |= 1 << UInt32(days)
        } else if item.hasSuffix("W") {
            guard let day = digits(item.dropLast()), field.numbers.contains(day) else {
                throw flaw(
                    "has \(ScheduleError.quoted(item)); write 1W to 31W or LW for the nearest day from MON to FRI")
            }
            values.nearestWeekdays |= 1 << UInt32(day)
        } else {
            return false
        }
        return true
    }

    private func readDayOfWeek(_ item: Substring, into values: inout CronValues) throws(ScheduleError) -> Bool {
        if item == "L" {
            throw flaw("has \"L\", which says no day; write 5L or FRIL for the last Friday of the month")
        }
        if item.hasSuffix("L") {
            values.lastWeekdays |= 1 << UInt8(try number(item.dropLast()) % 7)
            return true
        }
        guard let mark = item.firstIndex(of: "#") else { return false }
        let weekday = try number(item[..<mark]) % 7
        guard let count = digits(item[item.index(after: mark)...]), (1...5).contains(count) else {
            throw flaw("has \(ScheduleError.quoted(item)); write MON#1 to MON#5 for the first to the fifth Monday")
        }
        values.nthWeekdays |= 1 << UInt64(8 * (count - 1) + weekday)
        return true
    }
}
