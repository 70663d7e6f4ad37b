import GRDB

/// The jobs of one script for one entity, which run one after another in the order they were recorded.
struct JobLane {
    let portal: String
    let script: String
    let lane: String?

    init(_ row: Row) {
        portal = row["portal"]
        script = row["script"]
        lane = row["lane"]
    }

    /// Lets the right job be the front one after `job` has come back or has left.
    func settleFront(after job: Int, in db: Database) throws {
        guard let lane else {
            try db.run(
                "UPDATE job SET front = state IN ('waiting', 'snoozed', 'running') WHERE id = ?", [job])
            return
        }
        try db.run("UPDATE job SET front = 0 WHERE id = ? AND state <> 'running'", [job])
        let isTaken = try db.exists(
            "SELECT 1 FROM job WHERE portal = ? AND script = ? AND state = 'running' AND lane = ?",
            [portal, script, lane])
        if isTaken { return }
        // A job that comes back can only have put one other out of the first place.
        let first = try db.integers(
            """
            SELECT id FROM job WHERE portal = ? AND script = ? AND lane = ?
            AND state IN ('waiting', 'snoozed', 'running') ORDER BY id LIMIT 2
            """,
            [portal, script, lane])
        for (place, id) in first.enumerated() {
            try db.run("UPDATE job SET front = ? WHERE id = ?", [place == 0 ? 1 : 0, id])
        }
    }
}
