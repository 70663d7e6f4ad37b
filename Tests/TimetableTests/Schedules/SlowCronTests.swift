import Testing
import Timetable
import Trials

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

@Suite("Slots against a daemon that is simulated minute by minute")
struct SlowCronTests {
    static let zones = [
        "Africa/Cairo", "Africa/Casablanca", "Africa/El_Aaiun", "America/Asuncion", "America/Havana",
        "America/New_York", "America/Santiago", "America/Sao_Paulo", "America/St_Johns", "Antarctica/Casey",
        "Antarctica/Troll", "Asia/Gaza", "Asia/Kathmandu", "Asia/Pyongyang", "Asia/Tehran", "Australia/Lord_Howe",
        "Europe/London", "Europe/Moscow", "Pacific/Apia", "Pacific/Chatham", "UTC",
    ]

    /// With `LUNOKHOD_LONG_TESTS` in the environment all changes and every minute of ten years are looked at, else some
    /// changes and half a year of each zone: all zones together, that is ten years, too.
    private static let isLong = getenv("LUNOKHOD_LONG_TESTS") != nil
    private static let years = (from: 1_262_304_000, through: 1_893_456_000)  // 2010 to 2030

    @Test("Around changes of the clocks and away from them the slots are the daemon's runs", arguments: zones)
    func sameRuns(name: String) throws {
        let zone = try Zone(identifier: name)
        var random = SeededRandom(seed: 1_970 + UInt64(name.utf8.reduce(0) { $0 + Int($1) }))
        let changes = Self.changes(of: zone)
        let chosen = Self.isLong ? changes : Array(changes.shuffled(using: &random).prefix(8))
        for change in chosen {
            try compare(zone, (0..<24).map { _ in RandomLine.make(&random) }, around: change, days: 1)
        }
        for _ in 0..<2 {
            let moment = Int.random(in: Self.years.from...Self.years.through, using: &random) / 60 * 60
            try compare(zone, (0..<8).map { _ in RandomLine.make(&random) }, around: moment, days: 2)
        }
        if Self.isLong {
            let middle = (Self.years.from + Self.years.through) / 2
            try compare(zone, (0..<36).map { _ in RandomLine.make(&random) }, around: middle, days: 1_826)
        } else {
            let moment = Int.random(in: Self.years.from...Self.years.through, using: &random) / 60 * 60
            try compare(zone, (0..<6).map { _ in RandomLine.make(&random) }, around: moment, days: 91)
        }
    }

    private func compare(_ zone: Zone, _ lines: [SlowCron.Line], around moment: Int, days: Int) throws {
        let (start, end) = (moment - days * 86_400, moment + days * 86_400)
        // Whatever happened to the clocks before the start, the daemon has to have settled.
        let settled = start - 2 * 86_400
        var daemon = SlowCron(lines: lines, zone: zone)
        daemon.run(from: settled / 60, through: end / 60)
        for (line, runs) in zip(lines, daemon.runs) {
            guard let schedule = try? Schedule(line.text) else {
                // A random day may be one that no year has; the daemon takes it and never runs it.
                try #require(runs.isEmpty, "\(line.text) in \(zone.identifier)")
                continue
            }
            let rule = ScheduleRule(schedules: [schedule], zone: zone)
            let slots = rule.slots(
                after: Moment(unixSeconds: start - 1), through: Moment(unixSeconds: end), calendar: WorkingCalendar(),
                most: .max)
            let expected = runs.filter { $0 >= start && $0 <= end }
            try #require(
                slots.map(\.unixSeconds) == expected, "\(line.text) in \(zone.identifier) around \(moment)")
        }
    }

    private static func changes(of zone: Zone) -> [Int] {
        var found: [Int] = []
        var last = zone.offset(at: Moment(unixSeconds: years.from))
        for hour in stride(from: years.from, through: years.through, by: 6 * 3_600) {
            let offset = zone.offset(at: Moment(unixSeconds: hour))
            if offset != last { found.append(hour) }
            last = offset
        }
        return found
    }
}
