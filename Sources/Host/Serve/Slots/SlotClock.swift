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
        var turn: Int
    }

    private struct Turn: Comparable {
        let due: Int
        let script: String
        let number: Int

        static func < (left: Turn, right: Turn) -> Bool { left.due < right.due }
    }

    /// The clock may be set at any time, so nobody sleeps for longer, in seconds.
    static let longestSleep = 1.0
    /// How many scripts are settled in one transaction.
    static let together = 500

    private let ledger: Ledger
    private let portal: String
    private let clock: ServeClock
    private let logger: Logger
    private let told: @Sendable (SlotNews) async -> Void
    private var calendar: WorkingCalendar
    private var entries: [String: Entry] = [:]
    private var heap = Heap<Turn>()
    private var turns = 0
    private var saidNotes: [String: String] = [:]

    /// - Parameters:
    ///   - portal: the portal that scheduled scripts work with.
    ///   - told: takes what people should know.
    init(
        ledger: Ledger, portal: String, calendar: WorkingCalendar, clock: ServeClock, logger: Logger,
        told: @escaping @Sendable (SlotNews) async -> Void
    ) {
        (self.ledger, self.portal, self.calendar) = (ledger, portal, calendar)
        (self.clock, self.logger, self.told) = (clock, logger, told)
    }

    /// Plans by these scripts from now on. A script whose schedule was not changed goes on where its plan stands;
    /// another one is planned from now.
    func plan(by scripts: [ServedScript]) async throws(LedgerError) {
        let known = entries.isEmpty ? try await ledger.plans(portal: portal) : entries.mapValues(\.plan)
        let now = clock.now()
        var fresh: [String: Plan] = [:]
        var planned: [String: Entry] = [:]
        for script in scripts {
            guard let rule = script.rule else { continue }
            if var plan = known[script.name], plan.digest == script.planDigest {
                // It is derived again: the calendar or the database of zones may be another.
                plan.next = rule.next(after: plan.through.moment, calendar: calendar).map { Stamp($0) }
                planned[script.name] = Entry(script: script, plan: plan, turn: 0)
                if plan != known[script.name] { fresh[script.name] = plan }
                continue
            }
            let next = rule.next(after: now.moment, calendar: calendar).map { Stamp($0) }
            let plan = Plan(digest: script.planDigest, through: Stamp(now.moment), next: next)
            planned[script.name] = Entry(script: script, plan: plan, turn: 0)
            fresh[script.name] = plan
        }
        if !fresh.isEmpty { try await ledger.setPlans(portal: portal, fresh, now: now) }
        for name in known.keys where planned[name] == nil { try await ledger.forget(portal: portal, script: name) }
        entries = planned
        heap = Heap(planned.keys.sorted().compactMap { turn(of: $0) })
    }

    /// Goes on with another calendar.
    func use(_ calendar: WorkingCalendar) async throws(LedgerError) {
        guard calendar != self.calendar else { return }
        self.calendar = calendar
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
        let paused = Set(try await ledger.paused().filter { $0.portal == portal }.map(\.script))
        var plans: [(name: String, plan: SlotPlan)] = []
        for name in names {
            guard let entry = entries[name], let rule = entry.script.rule else { continue }
            let facts = SlotFacts(
                settledThrough: entry.plan.through.moment, now: now.moment,
                isBusy: try await ledger.hasUnfinishedSlot(portal: portal, script: name),
                isPaused: paused.contains(name))
            plans.append(
                (name, SlotPlan(rule: rule, calendar: calendar, policies: entry.script.policies, facts: facts)))
        }
        for (name, plan) in plans where plan.decisions.contains(where: \.isReplacement) {
            try await ledger.cancelWaiting(
                portal: portal, script: name, slotsOnly: true, reason: "a newer slot takes its place", now: now)
            try await ledger.cancelRunning(
                portal: portal, script: name, reason: "a newer slot takes its place", now: now)
        }
        let settlements = plans.compactMap { settlement($0.name, $0.plan) }
        _ = try await ledger.settle(settlements, now: now)
        for ((name, plan), settlement) in zip(plans, settlements) {
            entries[name]?.plan = settlement.plan
            insert(name)
            await tell(name, plan, at: now)
        }
    }

    private func settlement(_ name: String, _ plan: SlotPlan) -> SlotSettlement? {
        guard let entry = entries[name] else { return nil }
        return SlotSettlement(
            portal: portal, script: name,
            slots: plan.decisions.map { SlotEntry(due: Stamp($0.due), ready: Stamp($0.ready), skipped: $0.reason) },
            plan: Plan(
                digest: entry.plan.digest, through: Stamp(plan.settledThrough), next: plan.next.map { Stamp($0) }))
    }

    private func tell(_ name: String, _ plan: SlotPlan, at now: Stamp) async {
        if let note = plan.note, saidNotes[name] != note {
            saidNotes[name] = note
            logger.warning("\(note)", metadata: ["script": "\(name)"])
        }
        let grace = entries[name]?.script.policies.misfire.grace ?? 60
        let isLate = { (decision: SlotDecision) in now.moment.unixSeconds - decision.due.unixSeconds > grace }
        let missed = plan.decisions.filter { $0.reason != nil && isLate($0) && $0.isMiss }
        if let last = missed.last { await told(.missed(name, count: missed.count, last: last)) }
        if let late = plan.decisions.last(where: { $0.reason == nil && isLate($0) }) {
            await told(.late(name, due: late.due, now: now.moment))
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
