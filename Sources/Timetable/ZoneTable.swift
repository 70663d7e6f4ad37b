/// When a zone's clocks changed and by which rule they go on: what a TZif file (RFC 8536) holds, names of the zones
/// of time left out.
struct ZoneTable: Hashable, Sendable {
    /// Moments of the recorded changes, ascending, seconds since the epoch.
    let changeTimes: [Int]
    /// The offset that each of them brings, seconds east of UTC.
    let changeOffsets: [Int]
    /// The offset before the first of them.
    let firstOffset: Int
    /// What holds after the last of them.
    let rule: ZoneRule?

    static let utc = ZoneTable(changeTimes: [], changeOffsets: [], firstOffset: 0, rule: nil)

    /// The widest offset that a file may give: RFC 8536 recommends to stay within −25…+26 hours.
    static let widestOffset = 26 * 3_600

    func offset(at seconds: Int) -> Int {
        if let rule, changeTimes.last.map({ seconds > $0 }) ?? true { return rule.offset(at: seconds) }
        let passed = countOfChanges(through: seconds)
        return passed == 0 ? firstOffset : changeOffsets[passed - 1]
    }

    /// The changes after `start` up to and including `end`, in the order of time.
    func changes(after start: Int, through end: Int) -> [(at: Int, offset: Int)] {
        let recorded =
            countOfChanges(through: start)..<max(countOfChanges(through: start), countOfChanges(through: end))
        var found = recorded.map { (at: changeTimes[$0], offset: changeOffsets[$0]) }
        guard let rule, rule.summer != nil, changeTimes.last.map({ end > $0 }) ?? true else { return found }
        let after = max(start, changeTimes.last ?? start)
        let firstYear = CivilDate(daysSinceEpoch: after.dividedDown(by: 86_400)).year - 1
        let lastYear = CivilDate(daysSinceEpoch: end.dividedDown(by: 86_400)).year + 1
        for change in rule.changes(from: firstYear, through: lastYear) where change.at > after && change.at <= end {
            found.append(change)
        }
        return found
    }

    /// How many recorded changes have happened by the end of that second.
    func countOfChanges(through seconds: Int) -> Int {
        var low = 0
        var high = changeTimes.count
        while low < high {
            let middle = (low + high) / 2
            if changeTimes[middle] <= seconds { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
