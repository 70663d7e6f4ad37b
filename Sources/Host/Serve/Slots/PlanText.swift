import Timetable

/// A script's schedules, zone and days as its plan in the ledger keeps them: by the text it is told whether they were
/// changed, and it can be read back.
struct PlanText {
    /// The schedules, a line each, then the zone and the days.
    let text: String

    init(_ rule: ScheduleRule) {
        let days = rule.days == .everyDay ? "" : rule.days.description
        text = (rule.schedules.map(\.description) + [rule.zone.identifier, days]).joined(separator: "\n")
    }

    /// What a text says; nil if it can't be read, as where the machine has the zone no more.
    static func rule(in text: String) -> ScheduleRule? {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard let last = lines.popLast(), let name = lines.popLast(), !lines.isEmpty,
            let zone = try? Zone(identifier: name), let days = last.isEmpty ? .everyDay : try? DayRule(last)
        else { return nil }
        let schedules = lines.compactMap { try? Schedule($0) }
        guard schedules.count == lines.count else { return nil }
        return ScheduleRule(schedules: schedules, zone: zone, days: days)
    }
}
