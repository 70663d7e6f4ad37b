/// The newest slots of a time that may be years long, found without going through all of it.
struct DueSlots {
    /// The newest ones, the earliest of them first.
    let slots: [Moment]
    /// The first slot of the time, if it isn't among them.
    let firstLeftOut: Moment?

    /// - Parameter most: so many are kept.
    init(rule: ScheduleRule, calendar: WorkingCalendar, after start: Moment, through end: Moment, most: Int) {
        slots = DueSlots.newest(of: rule, calendar, after: start, through: end, most: most)
        let first = rule.next(after: start, calendar: calendar)
        firstLeftOut = slots.isEmpty || first == slots.first ? nil : first
    }

    /// Where a time has too many, its second half is looked at first.
    private static func newest(
        of rule: ScheduleRule, _ calendar: WorkingCalendar, after start: Moment, through end: Moment, most: Int
    ) -> [Moment] {
        guard most > 0, start < end else { return [] }
        let found = rule.slots(after: start, through: end, calendar: calendar, most: most + 1)
        if found.count <= most { return found }
        let middle = start.adding(seconds: (end.unixSeconds - start.unixSeconds) / 2)
        guard middle > start else { return Array(found.suffix(most)) }
        let later = newest(of: rule, calendar, after: middle, through: end, most: most)
        return newest(of: rule, calendar, after: start, through: middle, most: most - later.count) + later
    }
}
