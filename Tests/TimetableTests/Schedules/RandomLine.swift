import Timetable
import Trials

/// Lines of cron with what they mean, made together, so that no parser is needed to know it.
enum RandomLine {
    static func make(_ random: inout SeededRandom) -> SlowCron.Line {
        // Most changes of clocks happen between 23 and 4 o'clock.
        let hour = field(in: 0...23, near: [0, 1, 2, 3, 23], &random)
        let minute = field(in: 0...59, near: [0, 15, 29, 30, 59], &random)
        let month =
            Int.random(in: 0..<3, using: &random) > 0 ? ("*", Set(1...12)) : field(in: 1...12, near: [], &random)
        let ofMonth = dayOfMonth(&random)
        let ofWeek = dayOfWeek(&random)
        let second = seconds(&random)
        let isEither = !ofMonth.0.hasPrefix("*") && !ofWeek.0.hasPrefix("*")
        return SlowCron.Line(
            text: "\(second.0)\(minute.0) \(hour.0) \(ofMonth.0) \(month.0) \(ofWeek.0)",
            minutes: (0..<1_440).map { hour.1.contains($0 / 60) && minute.1.contains($0 % 60) },
            seconds: second.1,
            isWildcard: hour.0.hasPrefix("*") || minute.0.hasPrefix("*"),
            allows: { date in
                let (byMonth, byWeek) = (ofMonth.1(date), ofWeek.1(date))
                return month.1.contains(date.month) && (isEither ? byMonth || byWeek : byMonth && byWeek)
            })
    }

    /// The field of seconds, which most lines don't have.
    private static func seconds(_ random: inout SeededRandom) -> (String, [Int]) {
        let second = [0, 1, 30, 59, Int.random(in: 0...59, using: &random)].randomElement(using: &random) ?? 0
        switch Int.random(in: 0..<8, using: &random) {
        case 0: return ("\(second) ", [second])
        case 1: return ("\(second),0,45 ", Set([0, second, 45]).sorted())
        case 2: return ("*/20 ", [0, 20, 40])
        default: return ("", [0])
        }
    }

    private static func field(
        in range: ClosedRange<Int>, near: [Int], _ random: inout SeededRandom
    ) -> (String, Set<Int>) {
        let value = { (random: inout SeededRandom) in
            near.isEmpty || Bool.random(using: &random)
                ? Int.random(in: range, using: &random) : near.randomElement(using: &random) ?? range.lowerBound
        }
        switch Int.random(in: 0..<8, using: &random) {
        case 0: return ("*", Set(range))
        case 1:
            let step = Int.random(in: range.count / 4...range.count, using: &random)
            return ("*/\(step)", Set(stride(from: range.lowerBound, through: range.upperBound, by: step)))
        case 2:
            let (one, other) = (value(&random), value(&random))
            return (
                "\(min(one, other))-\(max(one, other))/7",
                Set(stride(from: min(one, other), through: max(one, other), by: 7))
            )
        case 3...5:
            let values = [value(&random), value(&random), value(&random)]
            return (values.map(String.init).joined(separator: ","), Set(values))
        default:
            let one = value(&random)
            return (String(one), [one])
        }
    }

    private typealias Day = (String, @Sendable (CivilDate) -> Bool)

    private static func dayOfMonth(_ random: inout SeededRandom) -> Day {
        let day = Int.random(in: 1...31, using: &random)
        let all: [Day] = [
            ("*", { _ in true }), ("*", { _ in true }), ("*", { _ in true }), ("*/2", { $0.day % 2 == 1 }),
            ("L", { $0 == $0.lastOfMonth }), ("L-2", { $0.lastOfMonth.day - $0.day == 2 }),
            ("\(day)", { $0.day == day }), ("\(day)-31", { $0.day >= day }),
            ("LW", { date in date == weekdays(of: date).last }), ("1W", { date in date == weekdays(of: date).first }),
            ("\(day)W", { $0 == weekday(nearest: day, of: $0) }),
        ]
        return all.randomElement(using: &random) ?? all[0]
    }

    private static func weekdays(of date: CivilDate) -> [CivilDate] {
        (1...date.lastOfMonth.day).map { date.firstOfMonth.adding(days: $0 - 1) }.filter { $0.weekday < .saturday }
    }

    /// The nearest weekday within the month; nil in a month that has no such day.
    private static func weekday(nearest day: Int, of date: CivilDate) -> CivilDate? {
        guard day <= date.lastOfMonth.day else { return nil }
        return weekdays(of: date).min { abs($0.day - day) < abs($1.day - day) }
    }

    private static func dayOfWeek(_ random: inout SeededRandom) -> Day {
        let all: [Day] = [
            ("*", { _ in true }), ("*", { _ in true }), ("*", { _ in true }), ("SUN", { $0.weekday == .sunday }),
            ("7", { $0.weekday == .sunday }), ("SAT-MON", { [.saturday, .sunday, .monday].contains($0.weekday) }),
            ("1-5", { $0.weekday < .saturday }), ("*/3", { [.sunday, .wednesday, .saturday].contains($0.weekday) }),
            ("SUN#2", { $0.weekday == .sunday && (8...14).contains($0.day) }),
            ("0L", { $0.weekday == .sunday && $0.day > $0.lastOfMonth.day - 7 }),
        ]
        return all.randomElement(using: &random) ?? all[0]
    }
}
