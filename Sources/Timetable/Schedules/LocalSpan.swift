/// A time between two changes of a zone's clocks, with what a change means for fixed times of day.
///
/// The rules are those of Debian's cron. Where the clocks go forward by less than three hours, fixed times that they
/// jump over come right after the change. Where they go back by three hours at the most, fixed times that were shown
/// already don't come again. A bigger change is a correction of the clock: the new time holds, and nothing is made up.
struct LocalSpan: Hashable, Sendable {
    /// Its first second, since the epoch.
    let start: Int
    /// The second after its last one.
    let end: Int
    /// What the clocks are ahead of UTC, in seconds.
    let offset: Int
    /// Fixed local times before this one have been shown; in local seconds since the epoch.
    let floor: Int
    /// Local seconds that the clocks jumped over at its start and that are made up for.
    let missed: Range<Int>?

    static let limit = 3 * 3_600
    private static let end = Moment.latest.unixSeconds + 1

    /// The span from a second on that no change of the clocks still has an effect on.
    init(from start: Int, of table: ZoneTable) {
        let offset = table.offset(at: start)
        self.init(
            start: start, end: table.nextChange(after: start)?.at ?? LocalSpan.end, offset: offset,
            floor: start + offset, missed: nil)
    }

    /// The span after this one; nil at the end of time.
    func following(of table: ZoneTable) -> LocalSpan? {
        guard end < LocalSpan.end, let change = table.nextChange(after: end - 1) else { return nil }
        let shown = max(floor, end + offset)
        let local = end + change.offset
        let isSmall = local - shown < LocalSpan.limit && local - shown >= -LocalSpan.limit
        return LocalSpan(
            start: end, end: table.nextChange(after: end)?.at ?? LocalSpan.end, offset: change.offset,
            floor: isSmall ? max(shown, local) : local, missed: isSmall && local > shown ? shown..<local : nil)
    }

    private init(start: Int, end: Int, offset: Int, floor: Int, missed: Range<Int>?) {
        self.start = start
        self.end = end
        self.offset = offset
        self.floor = floor
        self.missed = missed
    }
}
