import HeapModule
import Ledger
import Logging
import Timetable

/// Makes jobs of the moments that schedules name: each once, whenever the program runs.
actor SlotClock {
    private struct Entry {
        var script: ServedScript
        var plan: Plan
        /// Tells the newest entry of the heap from those that it replaced.
        var turn = 0
    }

    /// Whose plan it is. A script that works with another portal now has another one.
    private struct Owner: Hashable {
        let portal: String
        let script: String

        init(portal: String, script: String) { (self.portal, self.script) = (portal, script) }

        init(_ script: ServedScript) { self.init(portal: script.portal, script: script.name) }
    }

    private struct Turn: Comparable {
        let due: Int
        let script: String
        let number: Int

        static func < (left: Turn, right: Turn) -> Bool { left.due < right.due }
    }

    /// The clock may be set at any time, so nobody sleeps for longer, in seconds.
    static let longestSleep = 1.0
    private static let replaced = "a newer slot takes its place"
    /// How many scripts are settled in one transaction.
    static let together = 500

    private let ledger: Ledger
    private let clock: ServeClock
    private let logger: Logger
    private let told: @Sendable (SlotNews) async -> Void
    /// The working days where a portal's own aren't known.
    private let calendar: WorkingCalendar
    private var calendars: [String: WorkingCalendar] = [:]
    private var entries: [String: Entry] = [:]
    private var heap = Heap<Turn>()
    private var turns = 0
    private var saidNotes: [String: String] = [:]

    /// - Parameters:
    ///   - calendar: the working days of portals whose own aren't known.
    ///   - told: takes what people should know.
    init(
        ledger: Ledger, calendar: WorkingCalendar, clock: ServeClock, logger: Logger,
        told: @escaping @Sendable (SlotNews) async -> Void
    ) {
        (self.ledger, self.calendar) = (ledger, calendar)
        (self.clock, self.logger, self.told) = (clock, logger, told)
    }

    /// Plans by these scripts from now on. A script whose schedule and portal were not changed goes on where its plan
    /// stands; another one is planned from now.
    func plan(by scripts: [ServedScript]) async throws(LedgerError) {
        let known = try await known()
        let now = clock.now()
        var fresh: [String: [String: Plan]] = [:]
        var planned: [String: Entry] = [:]
        for script in scripts {
            guard let rule = script.rule else { continue }
            let (old, calendar) = (known[Owner(script)], self.calendar(of: script.portal))
            var plan = Plan(digest: script.planDigest, through: Stamp(now.moment), next: nil)
            if let old, old.digest == plan.digest { plan.through = old.through }
            // It is derived again: the calendar or the database of zones may be another.
            plan.next = rule.next(after: plan.through.moment, calendar: calendar).map { Stamp($0) }
            planned[script.name] = Entry(script: script, plan: plan)
            if plan != old { fresh[script.portal, default: [:]][script.name] = plan }
        }
        for (portal, plans) in fresh { try await ledger.setPlans(portal: portal, plans, now: now) }
        let kept = Set(planned.values.map { Owner($0.script) })
        for owner in known.keys where !kept.contains(owner) {
            try await ledger.forget(portal: owner.portal, script: owner.script)
        }
        entries = planned
        heap = Heap(planned.keys.sorted().compactMap { turn(of: $0) })
    }

    /// The plans that there are: at first those of the last start.
    private func known() async throws(LedgerError) -> [Owner: Plan] {
        var known: [Owner: Plan] = [:]
        if entries.isEmpty {
            for (portal, plans) in try await ledger.plans() {
                for (script, plan) in plans { known[Owner(portal: portal, script: script)] = plan }
            }
        } else {
            for entry in entries.values { known[Owner(entry.script)] = entry.plan }
        }
        return known
    }

    private func calendar(of portal: String) -> WorkingCalendar { calendars[portal] ?? calendar }

    /// Goes on with another calendar of a portal.
    func use(_ calendar: WorkingCalendar, of portal: String) async throws(LedgerError) {
        let isNew = calendar != self.calendar(of: portal)
        calendars[portal] = calendar
        guard isNew, entries.values.contains(where: { $0.script.portal == portal }) else { return }
        try await plan(by: entries.values.map(\.script))
    }

    /// The next moment of each script.
    var upcoming: [String: Stamp] { entries.compactMapValues(\.plan.next) }

    /// Settles what is due, until the task is cancelled.
    func run() async {
        while !Task.isCancelled {
            var pause = Self.longestSleep
            do {
                try await settleDue()
                if let next = heap.min { pause = min(pause, Double(next.due) / 1_000 - clock.now().seconds) }
            } catch {
                logger.error("the slots that are due can't be recorded yet", metadata: ["reason": "\(error)"])
                await told(.unrecorded(error))
            }
            // Sleeps end a little early now and then.
            guard (try? await clock.sleep(max(0.001, pause))) != nil else { return }
        }
    }

    // MARK: Settling

    /// Settles what is due by now.
    func settleDue() async throws(LedgerError) {
        let now = clock.now()
        var due: [String] = []
        while let first = heap.min, first.due <= now.milliseconds, due.count < Self.together {
            heap.removeMin()
            if entries[first.script]?.turn == first.number { due.append(first.script) }
        }
        guard !due.isEmpty else { return }
        do throws(LedgerError) {
            try await settle(due, at: now)
        } catch {
            for name in due { insert(name) }
            throw error
        }
    }

    private func settle(_ names: [String], at now: Stamp) async throws(LedgerError) {
        let paused = Set(try await ledger.paused().map { Owner(portal: $0.portal, script: $0.script) })
        var plans: [(owner: Owner, plan: SlotPlan)] = []
        for name in names {
            guard let entry = entries[name], let rule = entry.script.rule else { continue }
            let owner = Owner(entry.script)
            let facts = SlotFacts(
                settledThrough: entry.plan.through.moment, now: now.moment,
                isBusy: try await ledger.hasUnfinishedSlot(portal: owner.portal, script: name),
                isPaused: paused.contains(owner))
            let plan = SlotPlan(
                rule: rule, calendar: calendar(of: owner.portal), policies: entry.script.policies, facts: facts)
            plans.append((owner, plan))
        }
        // Scripts may have been planned anew while the ledger was asked.
        plans.removeAll { owner, _ in entries[owner.script].map { Owner($0.script) } != owner }
        let settlements = plans.compactMap { settlement($0.owner, $0.plan) }
        _ = try await ledger.settle(settlements, now: now)
        for ((owner, plan), settlement) in zip(plans, settlements) {
            guard entries[owner.script].map({ Owner($0.script) }) == owner else { continue }
            entries[owner.script]?.plan = settlement.plan
            insert(owner.script)
            await tell(owner, plan, at: now)
        }
    }

    private func settlement(_ owner: Owner, _ plan: SlotPlan) -> SlotSettlement? {
        guard let entry = entries[owner.script] else { return nil }
        return SlotSettlement(
            portal: owner.portal, script: owner.script,
            slots: plan.decisions.map { decision in
                SlotEntry(
                    due: Stamp(decision.due), ready: Stamp(decision.ready), skipped: decision.reason,
                    replaces: decision.isReplacement ? Self.replaced : nil)
            },
            plan: Plan(
                digest: entry.plan.digest, through: Stamp(plan.settledThrough), next: plan.next.map { Stamp($0) }))
    }

    private func tell(_ owner: Owner, _ plan: SlotPlan, at now: Stamp) async {
        let (name, portal) = (owner.script, owner.portal)
        if let note = plan.note, saidNotes[name] != note {
            saidNotes[name] = note
            logger.warning("\(note)", metadata: ["script": "\(name)"])
        }
        let grace = entries[name]?.script.policies.misfire.grace ?? 60
        let isLate = { (decision: SlotDecision) in now.moment.unixSeconds - decision.due.unixSeconds > grace }
        let missed = plan.decisions.filter { $0.reason != nil && isLate($0) && $0.isMiss }
        if let last = missed.last { await told(.missed(name, portal: portal, count: missed.count, last: last)) }
        if let late = plan.decisions.last(where: { $0.reason == nil && isLate($0) }) {
            await told(.late(name, portal: portal, due: late.due, now: now.moment))
        }
    }

    private func turn(of name: String) -> Turn? {
        turns += 1
        guard let next = entries[name]?.plan.next else { return nil }
        entries[name]?.turn = turns
        return Turn(due: next.milliseconds, script: name, number: turns)
    }

    private func insert(_ name: String) {
        if let turn = turn(of: name) { heap.insert(turn) }
    }
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

    /// Whether it was skipped as it was too late, and not for the script's own sake.
    fileprivate var isMiss: Bool { reason?.hasPrefix("it was missed") == true }
}
