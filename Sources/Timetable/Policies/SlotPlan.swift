/// What is to be done about a script's slots that have come due, and when to look again.
///
/// Slots that are late by no more than the grace are run. Of those that are later, the misfire policy says which are
/// made up for; with `once` a slot that is in time makes up for them, too. The overlap policy holds for slots of this
/// plan as well, except that with `all` the runs of one plan wait for each other. Nothing is decided twice: where the
/// clock was put back a little, nothing comes until it has passed `settledThrough` again.
public struct SlotPlan: Hashable, Sendable {
    /// A decision for each slot, the earliest first; of very many missed slots only for the newest.
    public private(set) var decisions: [SlotDecision] = []
    /// All slots up to and including this moment are decided now.
    public let settledThrough: Moment
    /// The next slot; nil if there is none.
    public let next: Moment?
    /// What an administrator should know, as a sentence: more slots were missed than are recorded one by one.
    public private(set) var note: String?

    /// So many missed slots are recorded one by one.
    public static let mostSkips = 1_000

    private let rule: ScheduleRule
    private let policies: SlotPolicies
    private let facts: SlotFacts

    /// Decides.
    public init(rule: ScheduleRule, calendar: WorkingCalendar, policies: SlotPolicies, facts: SlotFacts) {
        self.rule = rule
        self.policies = policies
        self.facts = facts
        settledThrough = max(facts.settledThrough, facts.now)
        next = rule.next(after: settledThrough, calendar: calendar)
        let runs = policies.misfire.choice == .all ? policies.misfire.catchUp : 1
        let due = DueSlots(
            rule: rule, calendar: calendar, after: facts.settledThrough, through: facts.now,
            most: SlotPlan.mostSkips + runs)
        let inTime = facts.now.adding(seconds: -policies.misfire.grace)
        let late = due.slots.prefix { $0 < inTime }
        let timely = due.slots[late.endIndex...]
        let chosen = chosen(late: late.count, hasTimely: !timely.isEmpty)
        for (place, slot) in late.enumerated() {
            decide(slot, isMissed: place < late.count - chosen, isTimely: false)
        }
        for slot in timely { decide(slot, isMissed: false, isTimely: true) }
        if let first = due.firstLeftOut, let recorded = due.slots.first { note = noteOfGap(first, recorded) }
    }

    /// Decides on what has come due by a rule that another one has followed meanwhile: none of it is run.
    ///
    /// - Parameters:
    ///   - rule: the one that holds now, and has the next slot.
    ///   - old: the one that held before.
    public init(
        rule: ScheduleRule, following old: ScheduleRule, calendar: WorkingCalendar, policies: SlotPolicies,
        facts: SlotFacts
    ) {
        self.rule = rule
        self.policies = policies
        self.facts = facts
        settledThrough = max(facts.settledThrough, facts.now)
        next = rule.next(after: settledThrough, calendar: calendar)
        let due = DueSlots(
            rule: old, calendar: calendar, after: facts.settledThrough, through: facts.now, most: SlotPlan.mostSkips)
        let reason = facts.isPaused ? SlotPlan.paused : SlotPlan.changed
        decisions = due.slots.map { SlotDecision(due: $0, outcome: .skip(reason: reason)) }
        if let first = due.firstLeftOut, let recorded = due.slots.first { note = noteOfGap(first, recorded) }
    }

    /// Why a paused script's slots are skipped.
    public static let paused = "the script is paused"

    /// Why slots of a schedule that holds no more are skipped.
    public static let changed = "the schedule was changed meanwhile"

    /// How many of the late slots, the newest, are made up for.
    private func chosen(late: Int, hasTimely: Bool) -> Int {
        switch policies.misfire.choice {
        case .skip: 0
        case .once: hasTimely ? 0 : min(1, late)
        case .all: min(policies.misfire.catchUp, late)
        }
    }

    private mutating func decide(_ slot: Moment, isMissed: Bool, isTimely: Bool) {
        decisions.append(SlotDecision(due: slot, outcome: outcome(slot, isMissed: isMissed, isTimely: isTimely)))
    }

    private func outcome(_ slot: Moment, isMissed: Bool, isTimely: Bool) -> SlotDecision.Outcome {
        if facts.isPaused { return .skip(reason: SlotPlan.paused) }
        if isMissed { return .skip(reason: reasonOfMiss) }
        let delay = policies.jitter.delay(script: policies.script, slot: slot)
        let ready = max(facts.now, slot.adding(seconds: delay))
        let isAll = policies.misfire.choice == .all
        if isAll, !isTimely { return .run(ready: ready) }
        guard facts.isBusy || !isAll && hasRun else { return .run(ready: ready) }
        return switch policies.overlap {
        case .skip: .skip(reason: "the run of an earlier slot is unfinished (overlap = \"skip\")")
        case .queue: .run(ready: ready)
        case .replace: .replace(ready: ready)
        }
    }

    private var hasRun: Bool {
        decisions.contains { if case .skip = $0.outcome { false } else { true } }
    }

    private var reasonOfMiss: String {
        switch policies.misfire.choice {
        case .skip: "it was missed (misfire = \"skip\")"
        case .once: "it was missed, and a newer slot is run instead (misfire = \"once\")"
        case .all: "it was missed, and only the newest \(policies.misfire.catchUp) are made up for (catch_up)"
        }
    }

    private func noteOfGap(_ first: Moment, _ recorded: Moment) -> String {
        let reason = facts.isPaused ? SlotPlan.paused : "they were missed"
        return "The slots from \(rule.zone.iso8601(first)) up to \(rule.zone.iso8601(recorded)) are skipped without a "
            + "record of each, as \(reason) and there are more than \(decisions.count)."
    }
}
