import Spelling

/// Reads one field of a schedule.
struct CronFieldReader {
    let field: CronField
    /// The field's place in the text, from 1 on.
    let position: Int
    /// The whole schedule, for errors.
    let schedule: String

    /// - Parameter text: the field in capital letters.
    func values(_ text: String) throws(ScheduleError) -> CronValues {
        var values = CronValues()
        values.isWildcard = text.hasPrefix("*") || text == "?"
        for item in text.split(separator: ",", omittingEmptySubsequences: false) {
            guard !item.isEmpty else { throw flaw("has a comma too many; write a list as 1,15,30") }
            if try readDayForm(item, into: &values) { continue }
            try readNumbers(item, into: &values)
        }
        return values
    }

    /// `*`, `5`, `1-5`, each with or without a step.
    private func readNumbers(_ item: Substring, into values: inout CronValues) throws(ScheduleError) {
        let parts = item.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2 else { throw wrong(item) }
        let step = parts.count == 2 ? try step(parts[1]) : nil
        let isAll = parts[0] == "*" || (parts[0] == "?" && (field == .dayOfMonth || field == .dayOfWeek))
        let ends = parts[0].split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count <= 2 else { throw wrong(item) }
        var first = field.all.lowerBound
        var last = field.all.upperBound
        if !isAll {
            first = try number(ends[0])
            if ends.count == 2 { last = try number(ends[1]) } else if step == nil { last = first }
        }
        // Sunday as 7 begins a week where it comes first, and ends one where it comes last.
        if field == .dayOfWeek, first == 7 { (first, last) = (0, last == 7 ? 0 : last) }
        if last < first {
            guard field.wraps else {
                throw flaw("has the range \(ScheduleError.quoted(item)), which ends before it begins")
            }
            last += field.all.count
        }
        for value in stride(from: first, through: last, by: step ?? 1) {
            let base = field.all.lowerBound
            values.numbers |= 1 << UInt64((value - base) % field.all.count + base)
        }
    }

    private func step(_ text: Substring) throws(ScheduleError) -> Int {
        guard let step = digits(text), (1...field.all.count).contains(step) else {
            let hint = field.rawValue <= 2 ? "; for other lengths of time write such as \"every 90m\"" : ""
            throw flaw("has the step \(ScheduleError.quoted(text)), which isn't 1 to \(field.all.count)\(hint)")
        }
        return step
    }

    func number(_ text: Substring) throws(ScheduleError) -> Int {
        if let number = digits(text) {
            guard field.numbers.contains(number) else { throw wrong(text) }
            return number
        }
        guard let place = field.names.firstIndex(where: { $0 == text }) else { throw wrong(text) }
        return field.all.lowerBound + place
    }

    /// Up to four ASCII digits.
    func digits(_ text: Substring) -> Int? {
        guard (1...4).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return Int(text)
    }

    func wrong(_ text: Substring) -> ScheduleError {
        var near: String?
        if text.utf8.count <= 16, !text.isEmpty, digits(text) == nil {
            // MONDAY and JANUARY are farther from their short names than a misspelt one.
            near = field.names.first { text.hasPrefix($0) } ?? NearestName(among: field.names).nearest(to: String(text))
        }
        let hint = near.map { "; did you mean \($0)?" } ?? ""
        return flaw("has \(ScheduleError.quoted(text)), which isn't \(field.accepted)\(hint)")
    }

    func flaw(_ what: String) -> ScheduleError {
        ScheduleError(
            "In the schedule \(ScheduleError.quoted(schedule)) the \(field.title) (field \(position)) \(what)")
    }
}
