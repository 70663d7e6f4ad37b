/// What somebody wrote for a period, understood but not yet placed in the calendar.
struct PeriodExpression: Hashable, Sendable {
    enum Meaning: Hashable, Sendable {
        /// Units from the current one: −1 is the last one.
        case relative(PeriodSpan.Unit, Int)
        /// So many whole units before the current one (negative) or after it.
        case several(PeriodSpan.Unit, Int)
        /// The unit that begins on a date.
        case dated(CivilDate, PeriodSpan.Unit)
        /// From one day to another, both included.
        case range(CivilDate, CivilDate)
    }

    /// The text in small letters with single spaces.
    let text: String
    let meaning: Meaning

    /// The years that dated expressions may name; neighbours of such periods exist.
    static let years = 1900...9000
    /// The largest number in `last N days`: 10 years and more of each unit.
    static let largestCount = 4_000

    init(_ expression: String) throws(PeriodError) {
        let words = PeriodExpression.words(expression)
        text = words.joined(separator: " ")
        if let found = try PeriodExpression.relative(words, text) {
            meaning = found
        } else if let found = try PeriodExpression.dated(words.joined(), text) {
            meaning = found
        } else {
            throw PeriodError.unknown(expression, nearest: PeriodExpression.nearest(to: text))
        }
    }

    /// The first day and the length, seen from a day.
    func resolve(today: CivilDate) throws(PeriodError) -> (CivilDate, PeriodSpan) {
        switch meaning {
        case .relative(let unit, let steps):
            let span = PeriodSpan(unit: unit, count: 1)
            return (span.advance(unit.start(of: today), by: steps), span)
        case .several(let unit, let count):
            let one = PeriodSpan(unit: unit, count: 1)
            let first = one.advance(unit.start(of: today), by: count < 0 ? count : 1)
            return (first, PeriodSpan(unit: unit, count: abs(count)))
        case .dated(let date, let unit):
            return (date, PeriodSpan(unit: unit, count: 1))
        case .range(let first, let last):
            guard first <= last else { throw PeriodError.reversed(first: first, last: last) }
            return (first, PeriodSpan(unit: .day, count: last.daysSinceEpoch - first.daysSinceEpoch + 1))
        }
    }

    /// Words in small letters. On a command line `last-week` and `last_week` save the quotation marks.
    private static func words(_ expression: String) -> [String] {
        let lower = expression.lowercased()
        let isRelative = lower.first { !$0.isWhitespace }?.isLetter ?? false
        return lower.split { $0.isWhitespace || (isRelative && ($0 == "-" || $0 == "_")) }.map(String.init)
    }

    private static func relative(_ words: [String], _ text: String) throws(PeriodError) -> Meaning? {
        let days = ["yesterday": -1, "today": 0, "tomorrow": 1]
        if words.count == 1, let steps = days[words[0]] { return .relative(.day, steps) }
        let directions = ["last": -1, "this": 0, "next": 1]
        guard words.count >= 2, let direction = directions[words[0]] else { return nil }
        if words.count == 2 { return PeriodSpan.Unit(rawValue: words[1]).map { .relative($0, direction) } }
        guard words.count == 3, direction != 0, words[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let unit = PeriodSpan.Unit.allCases.first(where: {
                words[2] == $0.rawValue || words[2] == "\($0.rawValue)s"
            })
        else { return nil }
        guard let count = Int(words[1]), (1...largestCount).contains(count) else {
            throw PeriodError.badCount(text, largest: largestCount)
        }
        return .several(unit, direction * count)
    }

    private static func dated(_ word: String, _ text: String) throws(PeriodError) -> Meaning? {
        guard let dots = word.firstRange(of: "..") else { return try single(word, text) }
        guard let first = try single(String(word[..<dots.lowerBound]), text),
            let last = try single(String(word[dots.upperBound...]), text),
            case .dated(let start, .day) = first, case .dated(let end, .day) = last
        else { return nil }
        return .range(start, end)
    }

    private static func single(_ word: String, _ text: String) throws(PeriodError) -> Meaning? {
        var reader = DigitReader(word)
        guard let year = reader.number(4) else { return nil }
        guard let shape = DatedShape(year: year, rest: &reader) else { return nil }
        guard years.contains(year) else {
            throw PeriodError.notInCalendar(text, reason: "years run from \(years.lowerBound) to \(years.upperBound)")
        }
        guard let date = shape.date else { throw PeriodError.notInCalendar(text, reason: shape.flaw) }
        return .dated(date, shape.unit)
    }
}
