import Ledger
import Timetable

/// What becomes of the plans when the scripts, a calendar or the clock were changed. A script whose schedule and portal
/// are the same goes on where its plan stands; another one is planned from now.
struct PlanRenewal {
    /// The plans from now on.
    private(set) var plans: [PlanOwner: Plan] = [:]
    /// What the ledger has to record.
    private(set) var settlements: [SlotSettlement] = []
    /// Whose plans are to be dropped.
    private(set) var forgotten: [PlanOwner] = []
    /// What people should know when that is recorded.
    private(set) var news: [SlotNews] = []
    /// What the log should have.
    private(set) var notes: [SlotNote] = []
    /// Up to where the clock was ahead, if it was.
    private(set) var ahead: Stamp?

    private let paused: Set<PlanOwner>
    private let now: Moment

    /// Plans.
    ///
    /// - Parameters:
    ///   - known: the plans up to now.
    ///   - keeping: names of scripts that can't be loaded; their plans wait for them.
    ///   - paused: the scripts that are paused.
    ///   - calendar: the working days of a portal.
    init(
        scripts: [ServedScript], known: [PlanOwner: Plan], keeping: Set<String>, paused: Set<PlanOwner>, now: Moment,
        calendar: (String) -> WorkingCalendar
    ) {
        (self.paused, self.now) = (paused, now)
        for script in scripts {
            guard let rule = script.rule else { continue }
            renew(script, rule, known[PlanOwner(script)], calendar(script.portal))
        }
        let served = Set(scripts.map(\.name))
        for (owner, plan) in known where plans[owner] == nil {
            if keeping.contains(owner.script), !served.contains(owner.script) {
                plans[owner] = plan
            } else {
                forgotten.append(owner)
            }
        }
    }

    private mutating func renew(
        _ script: ServedScript, _ rule: ScheduleRule, _ old: Plan?, _ calendar: WorkingCalendar
    ) {
        let facts = SlotFacts(
            settledThrough: old?.through.moment ?? now, now: now, isPaused: paused.contains(PlanOwner(script)))
        if let old, facts.wasClockAhead { ahead = max(ahead ?? old.through, old.through) }
        let text = script.planDigest
        let oldRule = old.flatMap { $0.digest == text ? rule : PlanText.rule(in: $0.digest) }
        if let oldRule, oldRule != rule, !facts.wasClockAhead {
            let plan = SlotPlan(
                rule: rule, following: oldRule, calendar: calendar, policies: script.policies, facts: facts)
            take(SlotVerdict(script: script, plan: plan), rule)
            return
        }
        if let old, oldRule == nil { notes.append(Self.unreadable(old, script, rule)) }
        let through = oldRule == rule ? facts.start : facts.wasClockAhead ? now : max(now, facts.settledThrough)
        // It is derived again: the calendar or the database of zones may be another.
        let next = rule.next(after: through, calendar: calendar)
        let plan = Plan(digest: text, through: Stamp(through), next: next.map { Stamp($0) })
        keep(plan, of: script, rule)
        guard plan != old else { return }
        settlements.append(
            SlotSettlement(portal: script.portal, script: script.name, plan: plan, isSetBack: facts.wasClockAhead))
    }

    private mutating func take(_ verdict: SlotVerdict, _ rule: ScheduleRule) {
        let settlement = verdict.settlement
        keep(settlement.plan, of: verdict.script, rule)
        settlements.append(settlement)
        news += verdict.news(jobs: [], at: now)
        if let note = verdict.note { notes.append(note) }
    }

    private mutating func keep(_ plan: Plan, of script: ServedScript, _ rule: ScheduleRule) {
        plans[PlanOwner(script)] = plan
        if plan.next == nil { notes.append(Self.never(script, rule)) }
    }

    private static func never(_ script: ServedScript, _ rule: ScheduleRule) -> SlotNote {
        let written = rule.schedules.map { "\"\($0)\"" }.joined(separator: ", ")
        return SlotNote(
            topic: .never, script: script.name,
            text: "its schedule \(written) with days = \"\(rule.days)\" has no slot in the next 41 years, so it never "
                + "runs by itself; change one of them")
    }

    private static func unreadable(_ old: Plan, _ script: ServedScript, _ rule: ScheduleRule) -> SlotNote {
        SlotNote(
            topic: .unreadable, script: script.name,
            text: "its schedule was changed, and the earlier one can't be read back; slots that it had since "
                + "\(rule.zone.iso8601(old.through.moment)) are not run and not recorded")
    }
}
