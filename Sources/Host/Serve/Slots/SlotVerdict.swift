import Ledger
import Timetable

/// One script's slots that have come due: what is decided of them, how it is recorded, what people should know of it.
struct SlotVerdict: Sendable {
    private static let replaced = "a newer slot takes its place"

    let script: ServedScript
    let plan: SlotPlan

    var owner: PlanOwner { PlanOwner(script) }

    /// What the ledger records.
    var settlement: SlotSettlement {
        let slots = plan.decisions.map { decision in
            SlotEntry(
                due: Stamp(decision.due), ready: Stamp(decision.ready), skipped: decision.reason,
                replaces: decision.isReplacement ? Self.replaced : nil)
        }
        return SlotSettlement(
            portal: owner.portal, script: owner.script, slots: slots,
            plan: Plan(
                digest: script.planDigest, through: Stamp(plan.settledThrough), next: plan.next.map { Stamp($0) }))
    }

    /// What the log should have.
    var note: SlotNote? { plan.note.map { SlotNote(topic: .gap, script: script.name, text: $0) } }

    /// What people should know.
    ///
    /// - Parameter jobs: what the ledger has made of the decisions; a slot that was decided before has no new job.
    func news(jobs: [Int?], at now: Moment) -> [SlotNews] {
        var news: [SlotNews] = []
        let missed = plan.decisions.filter(\.isMiss)
        if let last = missed.last {
            news.append(.missed(script.name, portal: script.portal, count: missed.count, last: last))
        }
        let grace = script.policies.misfire.grace
        let late = zip(plan.decisions, jobs).filter { decision, job in
            job != nil && now.unixSeconds - decision.due.unixSeconds > grace
        }
        if let (decision, _) = late.last {
            news.append(.late(script.name, portal: script.portal, due: decision.due, now: now))
        }
        return news
    }
}

extension PlanOwner {
    init(_ script: ServedScript) { self.init(portal: script.portal, script: script.name) }
}

extension SlotDecision {
    /// When its job may start.
    fileprivate var ready: Moment {
        switch outcome {
        case .run(let ready), .replace(let ready): ready
        case .skip: due
        }
    }

    /// Why there is no job.
    var reason: String? { if case .skip(let reason) = outcome { reason } else { nil } }

    fileprivate var isReplacement: Bool { if case .replace = outcome { true } else { false } }

    /// Whether it was skipped as it was too late or its schedule is gone, and not for the script's own sake.
    fileprivate var isMiss: Bool { reason.map { $0.hasPrefix("it was missed") || $0 == SlotPlan.changed } ?? false }
}
