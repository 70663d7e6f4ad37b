import GRDB

extension Ledger {
    /// Records what is decided of some moments of a script, their jobs, and the plan afterwards, together. Returns a job
    /// for each moment, nil for one that is skipped or was decided before: a moment never gets a second job, and takes
    /// the place of others only as long as it wasn't decided.
    public func settle(
        portal: String, script: String, slots: [SlotEntry], plan: Plan, now: Stamp
    ) async throws(LedgerError) -> [Int?] {
        let settlement = SlotSettlement(portal: portal, script: script, slots: slots, plan: plan)
        return try await settle([settlement], now: now).first ?? []
    }

    /// Does the same for many scripts in one transaction; the answers are in the order of the scripts.
    public func settle(_ settlements: [SlotSettlement], now: Stamp) async throws(LedgerError) -> [[Int?]] {
        try await write(wakes: true) { db in
            try settlements.map { settlement in
                if settlement.isSetBack { try SlotReturn(of: settlement, now: now).reopen(in: db) }
                let jobs = try settlement.slots.map { try Self.settle($0, of: settlement, now: now, in: db) }
                try db.run(
                    """
                    INSERT INTO plan VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE
                    SET digest = excluded.digest, through = excluded.through, next = excluded.next
                    """,
                    [
                        settlement.portal, settlement.script, settlement.plan.digest,
                        settlement.plan.through.milliseconds, settlement.plan.next?.milliseconds,
                    ])
                return jobs
            }
        }
    }

    /// Keeps the plans of many scripts of a portal, in place of earlier ones.
    public func setPlans(portal: String, _ plans: [String: Plan], now: Stamp) async throws(LedgerError) {
        let settlements = plans.map { SlotSettlement(portal: portal, script: $0.key, plan: $0.value) }
        try await settleInParts(settlements, now: now)
    }

    /// Records the same as `settle` for very many scripts, in several transactions: other writers don't wait for all.
    public func settleInParts(_ settlements: [SlotSettlement], now: Stamp) async throws(LedgerError) {
        for start in stride(from: 0, to: settlements.count, by: Self.part) {
            _ = try await settle(Array(settlements[start..<min(start + Self.part, settlements.count)]), now: now)
        }
    }

    /// How many scripts one transaction is about.
    private static let part = 5_000

    /// The plans of a portal's scripts.
    public func plans(portal: String) async throws(LedgerError) -> [String: Plan] {
        try await read { db in
            let rows = try db.rows("SELECT * FROM plan WHERE portal = ?", [portal])
            return Dictionary(rows.map { ($0["script"], Plan($0)) }) { first, _ in first }
        }
    }

    /// The plans of all scripts, by portal and then by script.
    public func plans() async throws(LedgerError) -> [String: [String: Plan]] {
        try await read { db in
            var plans: [String: [String: Plan]] = [:]
            for row in try db.rows("SELECT * FROM plan") {
                plans[row["portal"], default: [:]][row["script"]] = Plan(row)
            }
            return plans
        }
    }

    /// Drops the plan of a script. Its moments stay decided.
    public func forget(portal: String, script: String) async throws(LedgerError) {
        try await forget([PlanOwner(portal: portal, script: script)])
    }

    /// Drops the plans of many scripts. Their moments stay decided.
    public func forget(_ owners: [PlanOwner]) async throws(LedgerError) {
        for start in stride(from: 0, to: owners.count, by: Self.part) {
            let part = owners[start..<min(start + Self.part, owners.count)]
            try await write { db in
                for owner in part {
                    try db.run("DELETE FROM plan WHERE portal = ? AND script = ?", [owner.portal, owner.script])
                }
            }
        }
    }

    /// The moments of a script that were decided, latest first.
    public func slots(portal: String, script: String, most: Int) async throws(LedgerError) -> [SlotRecord] {
        try await read { db in
            try db.rows(
                "SELECT * FROM slot WHERE portal = ? AND script = ? ORDER BY due DESC LIMIT ?",
                [portal, script, max(0, most)]
            ).map(SlotRecord.init)
        }
    }

    /// Those of some scripts of which a job for a moment of the schedule waits, is snoozed or runs.
    public func unfinishedSlots(of owners: [PlanOwner]) async throws(LedgerError) -> Set<PlanOwner> {
        try await read { db in
            // One reading, and a look into an index for each: a join would be no faster.
            Set(
                try owners.filter { owner in
                    try db.exists(
                        """
                        SELECT 1 FROM job WHERE portal = ? AND script = ? AND state IN ('waiting', 'snoozed', 'running')
                        AND cause = 'slot'
                        """,
                        [owner.portal, owner.script])
                })
        }
    }

    /// The moments after `moment` of some scripts that have a job already, as they have where the clock was set back.
    public func ranSlots(
        of owners: [PlanOwner], after moment: Stamp
    ) async throws(LedgerError) -> [PlanOwner: Set<Stamp>] {
        try await read { db in
            var slots: [PlanOwner: Set<Stamp>] = [:]
            for owner in owners {
                let dues = try db.integers(
                    "SELECT due FROM slot WHERE portal = ? AND script = ? AND due > ? AND job IS NOT NULL",
                    [owner.portal, owner.script, moment.milliseconds])
                if !dues.isEmpty { slots[owner] = Set(dues.map(Stamp.init(milliseconds:))) }
            }
            return slots
        }
    }

    private static func settle(
        _ slot: SlotEntry, of settlement: SlotSettlement, now: Stamp, in db: Database
    ) throws -> Int? {
        let (portal, script, due) = (settlement.portal, settlement.script, slot.due.milliseconds)
        let isNew = try db.changes(
            """
            INSERT INTO slot (portal, script, due, skipped, decided) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """,
            [portal, script, due, slot.skipped, now.milliseconds])
        guard isNew, slot.skipped == nil else { return nil }
        if let reason = slot.replaces {
            try SlotReplacement(portal: portal, script: script, reason: reason, now: now).makeRoom(in: db)
        }
        let job = try NewJob(
            portal: portal, script: script, cause: .slot(due: slot.due), ready: slot.ready, created: now
        ).insert(in: db)
        try db.run("UPDATE slot SET job = ? WHERE portal = ? AND script = ? AND due = ?", [job, portal, script, due])
        return job
    }
}
