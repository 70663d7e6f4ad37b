import GRDB

/// A job before it has a number.
struct NewJob {
    var portal: String
    var script: String
    var cause: Job.Cause
    var argument: [UInt8]?
    var lane: String?
    var ready: Stamp
    var created: Stamp
    var depth = 0
    var origin: Int?
    var coalesces = false
    var refusal: String?

    /// Inserts it and returns its number.
    func insert(in db: Database) throws -> Int {
        let isFront = try refusal == nil && isFirstOfLane(in: db)
        var (event, name, due, person): (Int?, String?, Int?, String?)
        let kind: String
        switch cause {
        case .event(let id, let code): (kind, event, name) = ("event", id, code)
        case .slot(let moment): (kind, due) = ("slot", moment.milliseconds)
        case .person(let by): (kind, person) = ("person", by)
        }
        return try db.insert(
            """
            INSERT INTO job (portal, script, cause, event, event_name, due, person, argument, lane, state, front,
                ready, created, finished, depth, origin, coalesces, reason)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                portal, script, kind, event, name, due, person, argument?.blob, lane,
                refusal == nil ? "waiting" : "stopped", isFront ? 1 : 0, ready.milliseconds, created.milliseconds,
                refusal == nil ? nil : created.milliseconds, depth, origin, coalesces ? 1 : 0, refusal,
            ])
    }

    private func isFirstOfLane(in db: Database) throws -> Bool {
        guard let lane else { return true }
        return try !db.exists(
            """
            SELECT 1 FROM job WHERE portal = ? AND script = ? AND lane = ?
            AND state IN ('waiting', 'snoozed', 'running')
            """,
            [portal, script, lane])
    }
}
