extension Zone {
    /// Seconds east of UTC of its standard time, as its newest rule has it.
    var standardOffset: Int {
        table.rule?.standard ?? table.changeOffsets.last ?? table.firstOffset
    }
}

extension ZoneTable {
    /// The first change after that second, with the offset that it brings.
    func nextChange(after seconds: Int) -> (at: Int, offset: Int)? {
        let passed = countOfChanges(through: seconds)
        if passed < changeTimes.count { return (changeTimes[passed], changeOffsets[passed]) }
        guard let rule, rule.summer != nil else { return nil }
        let year = CivilDate(daysSinceEpoch: seconds.dividedDown(by: 86_400)).year
        return rule.changes(from: year - 1, through: year + 1).first { $0.at > seconds }
    }
}
