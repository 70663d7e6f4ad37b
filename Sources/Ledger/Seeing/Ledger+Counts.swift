import GRDB

/// How much there is.
public struct LedgerCounts: Sendable, Hashable {
    /// Jobs by where they are.
    public var jobs: [JobState: Int]
    /// Events.
    public var events: Int
    /// When the job that waits longest was recorded; nil if none waits.
    public var oldestWaiting: Stamp?
    /// When the newest event came; nil if there is none.
    public var lastEvent: Stamp?
}

extension Ledger {
    /// Counts jobs and events, of a portal or all.
    public func counts(portal: String? = nil) async throws(LedgerError) -> LedgerCounts {
        var conditions = Conditions()
        conditions.add("portal = ?", portal)
        return try await read { [conditions] db in
            let (condition, arguments) = (conditions.sql, conditions.arguments)
            let states = try db.rows(
                "SELECT state, count(*) AS count, min(id) AS first FROM job\(condition) GROUP BY state", arguments)
            var counts = LedgerCounts(jobs: [:], events: 0)
            for row in states {
                guard let state = JobState(rawValue: row["state"]) else { continue }
                counts.jobs[state] = row["count"]
                if state == .waiting {
                    counts.oldestWaiting = try db.row("SELECT created FROM job WHERE id = ?", [row["first"] as Int])?
                        .stamp("created")
                }
            }
            counts.events = try db.integer("SELECT count(*) FROM event\(condition)", arguments) ?? 0
            counts.lastEvent = try conditions.newest(of: "event", most: 1, in: db).first?.stamp("at")
            return counts
        }
    }
}
