/// All that says when one script is run: its schedules, the zone they are meant in, and the days on which they count.
///
/// Times on the wall follow Debian's cron where the clocks change by less than three hours: a time that somebody named
/// (neither minute nor hour begins with `*`) comes right after the change if the clocks jump over it, and only once, the
/// first time, if they show it twice; several times that are jumped over come as one. Wildcards follow the clock as it
/// is. A bigger change is a correction: the new time holds.
///
/// `every` counts elapsed time. It is counted from Monday, 5 January 1970, 00:00 in the zone's standard time, so that
/// `every 1d` comes at midnight (in summer time at 1 o'clock) and `every 7d` on Mondays, and a restart changes nothing.
public struct ScheduleRule: Hashable, Sendable {
    /// The schedules; a moment that several of them name is one slot.
    public let schedules: [Schedule]
    /// The zone whose clocks count.
    public let zone: Zone
    /// The days on which the schedules count.
    public let days: DayRule

    /// How far a next slot is looked for. 29 February is a Monday every 28 years, and 2100 has none.
    static let horizon = 41 * 366 * 86_400

    /// A rule; without schedules it has no slots.
    public init(schedules: [Schedule], zone: Zone, days: DayRule = .everyDay) {
        self.schedules = schedules
        self.zone = zone
        self.days = days
    }

    /// The first slot after that moment; nil if the next 41 years have none, as with a calendar without working days.
    public func next(after moment: Moment, calendar: WorkingCalendar) -> Moment? {
        var earliest: Int?
        for schedule in schedules {
            let found: Int? =
                switch schedule.kind {
                case .cron(let days, let times):
                    next(
                        LocalSearch(days: days, times: times, rule: self.days, calendar: calendar),
                        after: moment.unixSeconds)
                case .every(let interval):
                    next(every: interval, after: moment.unixSeconds, calendar)
                }
            if let found { earliest = min(earliest ?? found, found) }
        }
        return earliest.map { Moment(unixSeconds: $0) }
    }

    /// The slots after one moment up to and including another, in the order of time, each once.
    ///
    /// - Parameter most: no more than so many are returned, the first ones.
    public func slots(after start: Moment, through end: Moment, calendar: WorkingCalendar, most: Int) -> [Moment] {
        var found: [Moment] = []
        var last = start
        while found.count < most, let slot = next(after: last, calendar: calendar), slot <= end, slot > last {
            found.append(slot)
            last = slot
        }
        return found
    }

    private func next(_ search: LocalSearch, after moment: Int) -> Int? {
        let first = moment + 1
        let limit = min(first + ScheduleRule.horizon, Moment.latest.unixSeconds + 1)
        let table = zone.table
        // A change a day ago has no effect on what is to come.
        var span = LocalSpan(from: first - 86_400, of: table)
        while true {
            if span.end > first, let found = slot(search, in: span, from: first, before: limit) { return found }
            guard span.end < limit, let following = span.following(of: table) else { return nil }
            span = following
        }
    }

    private func slot(_ search: LocalSearch, in span: LocalSpan, from first: Int, before limit: Int) -> Int? {
        let isFixed = search.times.isFixed
        if isFixed, let missed = span.missed, span.start >= first,
            search.first(from: missed.lowerBound, before: missed.upperBound) != nil
        {
            return span.start
        }
        let local = max(span.start, first) + span.offset
        let found = search.first(
            from: isFixed ? max(local, span.floor) : local, before: min(span.end, limit) + span.offset)
        return found.map { $0 - span.offset }
    }

    private func next(every interval: Int, after moment: Int, _ calendar: WorkingCalendar) -> Int? {
        let origin = 4 * 86_400 - zone.standardOffset
        let limit = min(moment + ScheduleRule.horizon, Moment.latest.unixSeconds)
        var slot = origin + ((moment - origin).dividedDown(by: interval) + 1) * interval
        while slot <= limit {
            let date = zone.date(at: Moment(unixSeconds: slot))
            if days.allows(date, calendar: calendar) { return slot }
            let tomorrow = zone.moment(of: date.adding(days: 1)).unixSeconds
            // The first one from tomorrow on; where a date is shown twice, at least the next one.
            let steps = max(1, (tomorrow - 1 - slot).dividedDown(by: interval) + 1)
            slot += steps * interval
        }
        return nil
    }
}
