import JSON
import Ledger
import Timetable

/// When scripts run, on a page and as JSON.
struct SchedulePage {
    let plans: [SchedulePlan]
    /// Why scripts can't be loaded, by file.
    let broken: [String: String]
    /// Scripts that were asked for and have no schedule.
    let unscheduled: [String]
    let showsPast: Bool
    /// Whether there are several portals, so that it matters on which one a script runs.
    let showsPortals: Bool
    let moments: MomentText
    let paper: Paper

    /// The page's lines.
    var lines: [String] {
        var lines = plans.flatMap { self.lines(of: $0) }
        for script in unscheduled { lines.append("\(script) has no schedule") }
        for (script, reason) in broken.sorted(by: { $0.key < $1.key }) {
            lines.append(paper.styled("✗ ", .red) + "\(script) can't be loaded: \(reason)")
        }
        return lines.isEmpty ? ["no script has a schedule"] : lines
    }

    private func lines(of plan: SchedulePlan) -> [String] {
        let place = showsPortals ? " on \(plan.portal)" : ""
        let written = "\(plan.schedules.joined(separator: ", ")) in \(plan.zone.identifier)\(place)"
        var lines = [paper.styled(plan.script, .bold) + "  " + paper.styled(written, .dim)]
        if let pause = plan.pause {
            let reason = pause.reason.isEmpty ? "" : ": \(pause.reason)"
            lines.append(
                paper.styled("  paused", .yellow) + " by \(pause.by), \(moments.relative(pause.since))\(reason)")
        }
        let its = MomentText(zone: plan.zone, now: moments.now)
        if showsPast {
            for past in plan.past { lines.append("  \(its.wall(past.slot.due))  \(past.outcome)") }
            if plan.past.isEmpty { lines.append("  nothing yet") }
            return lines
        }
        if let last = plan.past.first { lines.append("  last \(its.wall(last.slot.due))  \(last.outcome)") }
        for moment in plan.next {
            let stamp = Stamp(milliseconds: moment.unixSeconds * 1_000)
            let day = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][Self.day(plan.zone.date(at: moment))]
            lines.append("  \(day) \(its.wall(stamp))  \(its.relative(stamp))")
        }
        if plan.next.isEmpty { lines.append("  never") }
        return lines
    }

    /// The day of the week, 0 for Monday.
    private static func day(_ date: CivilDate) -> Int { ((date.daysSinceEpoch + 3) % 7 + 7) % 7 }

    /// The same for programs.
    var json: JSONValue {
        let scripts = plans.map { plan -> JSONValue in
            let its = MomentText(zone: plan.zone, now: moments.now)
            var members: JSONObject = ["script": .string(plan.script), "zone": .string(plan.zone.identifier)]
            members["portal"] = .string(plan.portal)
            members["schedules"] = .array(plan.schedules.map(JSONValue.string))
            members["paused"] = .bool(plan.pause != nil)
            members["next"] = .array(plan.next.map { .string(plan.zone.iso8601($0)) })
            members["past"] = .array(plan.past.map { past in json(of: past, its) })
            return .object(members)
        }
        let broken = broken.sorted { $0.key < $1.key }.map { script, reason -> JSONValue in
            ["script": .string(script), "error": .string(reason)]
        }
        return [
            "ok": .bool(broken.isEmpty), "scripts": .array(scripts), "broken": .array(broken),
            "unscheduled": .array(unscheduled.map(JSONValue.string)),
        ]
    }

    private func json(of past: SchedulePlan.Past, _ its: MomentText) -> JSONValue {
        [
            "due": .string(its.iso(past.slot.due)), "job": past.slot.job.map(JSONValue.integer) ?? .null,
            "state": past.job.map { .string($0.state.rawValue) } ?? .null,
            "skipped": past.slot.skipped.map(JSONValue.string) ?? .null,
        ]
    }
}
