/// Finds the local times that days and times of day allow, month by month and without stepping through minutes.
struct LocalSearch {
    let days: CronDays
    let times: CronTimes
    let rule: DayRule
    let calendar: WorkingCalendar

    /// The first allowed time from one on and before another, in local seconds since the epoch.
    func first(from start: Int, before end: Int) -> Int? {
        guard start < end else { return nil }
        let startDay = start.dividedDown(by: 86_400)
        var date = CivilDate(daysSinceEpoch: startDay)
        while true {
            let first = date.firstOfMonth
            let firstDay = first.daysSinceEpoch
            guard firstDay * 86_400 < end else { return nil }
            var mask = allowed(first) & (UInt32.max << UInt32(date.day))
            while mask != 0 {
                let day = firstDay + mask.trailingZeroBitCount - 1
                guard day * 86_400 < end else { return nil }
                if let time = times.first(from: day == startDay ? start - startDay * 86_400 : 0) {
                    let found = day * 86_400 + time
                    return found < end ? found : nil
                }
                mask &= mask - 1
            }
            let next = first.adding(months: 1)
            // At the end of the calendar, months don't advance.
            guard next.daysSinceEpoch > firstDay, next.day == 1 else { return nil }
            date = next
        }
    }

    private func allowed(_ first: CivilDate) -> UInt32 {
        let length = CivilDate.length(ofMonth: first.month, year: first.year)
        let mask = days.mask(month: first.month, length: length, firstWeekday: first.weekday.rawValue % 7)
        return mask == 0 ? 0 : mask & rule.mask(monthOf: first, length: length, calendar: calendar)
    }
}
