extension ZoneRule {
    /// Reads a POSIX `TZ` text; nil where it is not one.
    init?(_ text: [UInt8]) {
        var reader = RuleReader(bytes: text)
        guard reader.name(), let west = reader.time(maximumHours: 24) else { return nil }
        standard = -west
        if reader.isAtEnd {
            summer = nil
            return
        }
        guard reader.name() else { return nil }
        var offset = standard + 3_600
        if !reader.isAtEnd, !reader.isAt(",") {
            guard let west = reader.time(maximumHours: 24) else { return nil }
            offset = -west
        }
        // POSIX leaves the dates to the system where they aren't given; these are the ones everybody uses.
        var start = Change(day: .nth(month: 3, week: 2, weekday: 0), seconds: 7_200)
        var end = Change(day: .nth(month: 11, week: 1, weekday: 0), seconds: 7_200)
        if !reader.isAtEnd {
            guard reader.skip(","), let first = reader.change(), reader.skip(","), let second = reader.change() else {
                return nil
            }
            (start, end) = (first, second)
        }
        guard reader.isAtEnd else { return nil }
        summer = Summer(offset: offset, start: start, end: end)
    }
}

private struct RuleReader {
    let bytes: [UInt8]
    var position = 0

    var isAtEnd: Bool {
        position >= bytes.count
    }

    func isAt(_ mark: UnicodeScalar) -> Bool {
        !isAtEnd && bytes[position] == UInt8(ascii: mark)
    }

    mutating func skip(_ mark: UnicodeScalar) -> Bool {
        guard isAt(mark) else { return false }
        position += 1
        return true
    }

    /// `CET` (letters) or `<+03>`; what the name is doesn't matter.
    mutating func name() -> Bool {
        if skip("<") {
            let start = position
            while !isAtEnd, !isAt(">") { position += 1 }
            return position > start && skip(">")
        }
        let start = position
        while !isAtEnd, (0x41...0x5A).contains(bytes[position] & 0xDF) { position += 1 }
        return position - start >= 3
    }

    mutating func number(in range: ClosedRange<Int>) -> Int? {
        var value = 0
        let start = position
        while !isAtEnd, position - start < 4, (0x30...0x39).contains(bytes[position]) {
            value = value * 10 + Int(bytes[position] - 0x30)
            position += 1
        }
        return position > start && range.contains(value) ? value : nil
    }

    /// `[+-]hh[:mm[:ss]]` in seconds.
    mutating func time(maximumHours: Int) -> Int? {
        let sign = skip("-") ? -1 : 1
        if sign == 1 { _ = skip("+") }
        guard let hours = number(in: 0...maximumHours) else { return nil }
        var seconds = hours * 3_600
        for unit in [60, 1] where skip(":") {
            guard let part = number(in: 0...59) else { return nil }
            seconds += part * unit
        }
        return sign * seconds
    }

    mutating func change() -> ZoneRule.Change? {
        guard let day = day() else { return nil }
        guard skip("/") else { return ZoneRule.Change(day: day, seconds: 7_200) }
        guard let seconds = time(maximumHours: 167) else { return nil }
        return ZoneRule.Change(day: day, seconds: seconds)
    }

    private mutating func day() -> ZoneRule.Day? {
        if skip("J") { return number(in: 1...365).map { .julian($0) } }
        guard skip("M") else { return number(in: 0...365).map { .ordinal($0) } }
        guard let month = number(in: 1...12), skip("."), let week = number(in: 1...5), skip("."),
            let weekday = number(in: 0...6)
        else { return nil }
        return .nth(month: month, week: week, weekday: weekday)
    }
}
