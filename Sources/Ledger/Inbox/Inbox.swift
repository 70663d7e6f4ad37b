import GRDB

/// Takes arrivals inside a transaction.
struct Inbox {
    let db: Database

    func take(_ arrival: Arrival) throws -> Reception {
        let isNew = try db.changes(
            """
            INSERT INTO event (portal, name, source, identity, lane, at, body) VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (portal, identity) DO NOTHING
            """,
            [
                arrival.portal, arrival.name, arrival.source, arrival.identity, arrival.lane,
                arrival.at.milliseconds, arrival.body.blob,
            ])
        guard isNew else {
            let known = try db.integer(
                "SELECT id FROM event WHERE portal = ? AND identity = ?", [arrival.portal, arrival.identity])
            return .duplicate(event: known ?? 0)
        }
        let event = Int(db.lastInsertedRowID)
        let outcomes = try arrival.subscriptions.map { subscription in
            try merge(arrival, event: event, subscription).map(Reception.Outcome.merged)
                ?? .added(try add(arrival, event: event, subscription))
        }
        return .recorded(event: event, outcomes)
    }

    /// Adds the event to the job that waits last in its lane, also if it must not make a job of its own. One further
    /// ahead is left alone, or the event would overtake those between them.
    private func merge(_ arrival: Arrival, event: Int, _ subscription: Subscription) throws -> Int? {
        guard subscription.coalesces, let lane = arrival.lane else { return nil }
        let last = try db.row(
            """
            SELECT id, state, attempts, cause, coalesces, event FROM job
            WHERE portal = ? AND script = ? AND lane = ? AND state IN ('waiting', 'snoozed', 'running')
            ORDER BY id DESC LIMIT 1
            """,
            [arrival.portal, subscription.script, lane])
        guard let last, last["state"] == "waiting", last["cause"] == "event", last["attempts"] == 0,
            last["coalesces"] == 1
        else { return nil }
        let job: Int = last["id"]
        // A script that is named twice wants the event once.
        if last["event"] == event { return job }
        try db.run(
            """
            UPDATE job SET event = ?, event_name = ?, merged = merged + 1, depth = max(depth, ?),
            origin = coalesce(?, origin) WHERE id = ?
            """,
            [event, arrival.name, subscription.depth, subscription.origin, job])
        try link(job, event)
        return job
    }

    private func add(_ arrival: Arrival, event: Int, _ subscription: Subscription) throws -> Int {
        let job = try NewJob(
            portal: arrival.portal, script: subscription.script, cause: .event(id: event, name: arrival.name),
            lane: arrival.lane, ready: arrival.at.adding(seconds: max(0, subscription.wait)), created: arrival.at,
            depth: subscription.depth, origin: subscription.origin, coalesces: subscription.coalesces,
            refusal: subscription.refusal
        ).insert(in: db)
        try link(job, event)
        return job
    }

    private func link(_ job: Int, _ event: Int) throws {
        try db.run("INSERT INTO job_event VALUES (?, ?)", [job, event])
    }
}
