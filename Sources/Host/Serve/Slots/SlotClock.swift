import HeapModule
import Ledger
import Logging
import Timetable

/// Makes jobs of the moments that schedules name: each once, whenever the program runs. Planning and settling go on one
/// after the other, so that neither works with plans that the other has replaced.
actor SlotClock {
    private struct Entry {
        let script: ServedScript
        var plan: Plan
        /// Tells the newest entry of the heap from those that it replaced.
        var turn = 0
    }

    private struct Turn: Comparable {
        let due: Int
        let script: String
        let number: Int

        static func < (left: Turn, right: Turn) -> Bool { left.due < right.due }
    }

    /// What is to be planned by.
    private struct Wish {
        let scripts: [ServedScript]
        let keeping: Set<String>
    }

    /// The clock may be set at any time, so nobody sleeps for longer, in seconds.
    static let longestSleep = 1.0
    /// How many scripts are settled in one transaction.
    static let together = 500

    private let ledger: Ledger
    private let clock: ServeClock
    private let logger: Logger
    private let troubles: LedgerTroubleLog
    private let told: @Sendable (SlotNews) async -> Void
    /// The working days where a portal's own aren't known.
    private let calendar: WorkingCalendar
    private let line = WaitingLine()
    private var calendars: [String: WorkingCalendar] = [:]
    private var wish: Wish?
    /// Whether the plans aren't yet as they were wished.
    private var isBehind = false
    /// All plans, also those of scripts that can't be loaded; nil until the last start's are known.
    private var plans: [PlanOwner: Plan]?
    private var entries: [String: Entry] = [:]
    private var heap = Heap<Turn>()
    private var turns = 0
    /// The latest moment that a script's slots are decided up to.
    private var furthest = Stamp(milliseconds: 0)
    private var said: Set<SlotNote> = []

    /// - Parameters:
    ///   - calendar: the working days of portals whose own aren't known.
    ///   - told: takes what people should know.
    init(
        ledger: Ledger, calendar: WorkingCalendar, clock: ServeClock, logger: Logger,
        troubles: LedgerTroubleLog? = nil, told: @escaping @Sendable (SlotNews) async -> Void
    ) {
        (self.ledger, self.calendar) = (ledger, calendar)
        (self.clock, self.logger, self.told) = (clock, logger, told)
        self.troubles = troubles ?? LedgerTroubleLog(clock: clock, logger: logger)
    }

    /// Plans by these scripts from now on. What can't be recorded yet is tried again while slots are settled.
    ///
    /// - Parameter keeping: names of scripts that can't be loaded. They go on where they stood when they are mended.
    func plan(by scripts: [ServedScript], keeping: Set<String> = []) async throws(LedgerError) {
        try await inTurn { clock throws(LedgerError) in
            clock.wish = Wish(scripts: scripts, keeping: keeping)
            return try await clock.renew()
        }
    }

    /// Goes on with another calendar of a portal.
    func use(_ calendar: WorkingCalendar, of portal: String) async throws(LedgerError) {
        try await inTurn { clock throws(LedgerError) in
            let isNew = calendar != clock.calendar(of: portal)
            clock.calendars[portal] = calendar
            guard isNew, clock.wish?.scripts.contains(where: { $0.portal == portal }) == true else { return [] }
            return try await clock.renew()
        }
    }

    /// Settles what is due by now.
    func settleDue() async throws(LedgerError) {
        try await inTurn { clock throws(LedgerError) in
            let now = clock.clock.now().moment
            let isAhead = SlotFacts(settledThrough: clock.furthest.moment, now: now).wasClockAhead
            let news = clock.isBehind || isAhead ? try await clock.renew() : []
            return news + (try await clock.settle(at: clock.clock.now()))
        }
    }

    /// The next moment of each script.
    var upcoming: [String: Stamp] { entries.compactMapValues(\.plan.next) }

    /// Settles what is due, until the task is cancelled.
    func run() async {
        while !Task.isCancelled {
            var pause = Self.longestSleep
            do {
                try await settleDue()
                troubles.succeeded(.slots)
                if let next = heap.min { pause = min(pause, Double(next.due) / 1_000 - clock.now().seconds) }
            } catch {
                troubles.failed(.slots, error)
                await told(.unrecorded(error))
            }
            // Sleeps end a little early now and then.
            guard (try? await clock.sleep(max(0.001, pause))) != nil else { return }
        }
    }

    /// Does something when nothing else is being done, and tells what came of it.
    private func inTurn(
        _ deed: (isolated SlotClock) async throws(LedgerError) -> [SlotNews]
    ) async throws(LedgerError) {
        let news = try await alone(deed)
        for one in news { await told(one) }
    }

    private func alone(
        _ deed: (isolated SlotClock) async throws(LedgerError) -> [SlotNews]
    ) async throws(LedgerError) -> [SlotNews] {
        await line.enter()
        defer { line.leave() }
        return try await deed(self)
    }

    private func calendar(of portal: String) -> WorkingCalendar { calendars[portal] ?? calendar }

    // MARK: Planning

    private func renew() async throws(LedgerError) -> [SlotNews] {
        guard let wish else { return [] }
        isBehind = true
        let (known, now) = (try await known(), clock.now())
        let renewal = PlanRenewal(
            scripts: wish.scripts, known: known, keeping: wish.keeping, paused: try await paused(), now: now.moment,
            calendar: calendar(of:))
        try await ledger.settleInParts(renewal.settlements, now: now)
        try await ledger.forget(renewal.forgotten)
        plans = renewal.plans
        var entries: [String: Entry] = [:]
        for script in wish.scripts {
            if let plan = renewal.plans[PlanOwner(script)], script.rule != nil {
                entries[script.name] = Entry(script: script, plan: plan)
            }
        }
        self.entries = entries
        heap = Heap(entries.keys.sorted().compactMap { turn(of: $0) })
        furthest = entries.values.map(\.plan.through).max() ?? furthest
        isBehind = false
        if let ahead = renewal.ahead { warn(ahead) }
        for note in renewal.notes { say(note) }
        return renewal.news
    }

    /// The plans that there are: at first those of the last start.
    private func known() async throws(LedgerError) -> [PlanOwner: Plan] {
        if let plans { return plans }
        var known: [PlanOwner: Plan] = [:]
        for (portal, plans) in try await ledger.plans() {
            for (script, plan) in plans { known[PlanOwner(portal: portal, script: script)] = plan }
        }
        return known
    }

    private func paused() async throws(LedgerError) -> Set<PlanOwner> {
        Set(try await ledger.paused().map { PlanOwner(portal: $0.portal, script: $0.script) })
    }

    // MARK: Settling

    private func settle(at now: Stamp) async throws(LedgerError) -> [SlotNews] {
        var due: [String] = []
        while let first = heap.min, first.due <= now.milliseconds, due.count < Self.together {
            heap.removeMin()
            if entries[first.script]?.turn == first.number { due.append(first.script) }
        }
        guard !due.isEmpty else { return [] }
        do throws(LedgerError) {
            return try await settle(due.compactMap { entries[$0] }, at: now)
        } catch {
            for name in due { insert(name) }
            throw error
        }
    }

    private func settle(_ due: [Entry], at now: Stamp) async throws(LedgerError) -> [SlotNews] {
        let paused = try await paused()
        let busy = try await ledger.unfinishedSlots(of: due.map { PlanOwner($0.script) })
        let verdicts = due.compactMap { entry -> SlotVerdict? in
            guard let rule = entry.script.rule else { return nil }
            let owner = PlanOwner(entry.script)
            let facts = SlotFacts(
                settledThrough: entry.plan.through.moment, now: now.moment, isBusy: busy.contains(owner),
                isPaused: paused.contains(owner))
            let plan = SlotPlan(
                rule: rule, calendar: calendar(of: owner.portal), policies: entry.script.policies, facts: facts)
            return SlotVerdict(script: entry.script, plan: plan)
        }
        let settlements = verdicts.map(\.settlement)
        var news: [SlotNews] = []
        for ((verdict, settlement), jobs) in zip(
            zip(verdicts, settlements), try await ledger.settle(settlements, now: now))
        {
            let name = verdict.script.name
            plans?[verdict.owner] = settlement.plan
            entries[name]?.plan = settlement.plan
            furthest = max(furthest, settlement.plan.through)
            insert(name)
            if let note = verdict.note { say(note) }
            news += verdict.news(jobs: jobs, at: now.moment)
        }
        return news
    }

    private func say(_ note: SlotNote) {
        guard said.insert(note).inserted else { return }
        logger.warning("\(note.text)", metadata: ["script": "\(note.script)"])
    }

    private func warn(_ ahead: Stamp) {
        logger.warning(
            """
            the clock was ahead: slots were decided up to \(Zone.utc.iso8601(ahead.moment)); schedules go on from now, \
            and slots that ran already don't run again
            """)
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
