import GRDB

extension Ledger {
    /// Records that something is wrong. Returns false, with nothing changed, if that is known already.
    public func raise(
        portal: String, subject: String, kind: String, text: String, now: Stamp
    ) async throws(LedgerError) -> Bool {
        try await write { db in
            try db.changes(
                """
                INSERT INTO alert (portal, subject, kind, since, text) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (portal, subject, kind) WHERE recovered IS NULL DO NOTHING
                """,
                [portal, subject, kind, now.milliseconds, text])
        }
    }

    /// Records that it is right again; returns false if it wasn't wrong.
    public func recover(
        portal: String, subject: String, kind: String, now: Stamp
    ) async throws(LedgerError) -> Bool {
        try await write { db in
            try db.changes(
                """
                UPDATE alert SET recovered = ? WHERE portal = ? AND subject = ? AND kind = ? AND recovered IS NULL
                """,
                [now.milliseconds, portal, subject, kind])
        }
    }

    /// Counts that somebody was told of an alert.
    public func told(alert: Int) async throws(LedgerError) {
        try await write { db in try db.run("UPDATE alert SET told = told + 1 WHERE id = ?", [alert]) }
    }

    /// What is wrong, oldest first.
    public func openAlerts() async throws(LedgerError) -> [StoredAlert] {
        try await read { db in
            try db.rows("SELECT * FROM alert WHERE recovered IS NULL ORDER BY id").map(StoredAlert.init)
        }
    }

    /// Keeps a message that is to be sent, and returns its number.
    public func enqueue(
        portal: String, channel: String, body: [UInt8], ready: Stamp? = nil, now: Stamp
    ) async throws(LedgerError) -> Int {
        try await write(wakes: true) { db in
            try db.insert(
                "INSERT INTO message (portal, channel, body, ready, created) VALUES (?, ?, ?, ?, ?)",
                [portal, channel, body.blob, (ready ?? now).milliseconds, now.milliseconds])
        }
    }

    /// Messages that are ready to be sent, oldest first.
    public func dueMessages(now: Stamp, most: Int = 100) async throws(LedgerError) -> [Message] {
        try await read { db in
            try db.rows(
                "SELECT * FROM message WHERE state = 'waiting' AND ready <= ? ORDER BY ready, id LIMIT ?",
                [now.milliseconds, max(0, most)]
            ).map(Message.init)
        }
    }

    /// Records what became of an attempt to send a message. One that doesn't wait any more is left as it is, which
    /// returns false.
    @discardableResult
    public func settleMessage(_ id: Int, _ outcome: MessageOutcome) async throws(LedgerError) -> Bool {
        let (state, ready, reason): (String, Stamp?, String?) =
            switch outcome {
            case .sent: ("sent", nil, nil)
            case .retry(let at, let reason): ("waiting", at, reason)
            case .failed(let reason): ("failed", nil, reason)
            }
        return try await write { db in
            try db.changes(
                """
                UPDATE message SET state = ?, ready = coalesce(?, ready), reason = ?, attempts = attempts + 1
                WHERE id = ? AND state = 'waiting'
                """,
                [state, ready?.milliseconds, reason, id])
        }
    }
}
