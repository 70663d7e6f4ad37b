import GRDB

extension Ledger {
    /// Keeps messages that are to be sent, what was told so far (`cursor`), and that somebody is told of these runs'
    /// ends: all or nothing.
    ///
    /// - Parameter most: how many messages may wait for each way. The oldest that are too many are given up.
    /// - Returns: the messages that were given up.
    public func keep(
        _ messages: [NewMessage], cursor: Cursor? = nil, told runs: [Int] = [], most: Int = 1_000
    ) async throws(LedgerError) -> [Message] {
        try await write { db in
            for message in messages {
                try db.run(
                    """
                    INSERT INTO message (portal, channel, body, ready, created, attempts) VALUES ('', ?, ?, ?, ?, ?)
                    """,
                    [
                        message.channel, message.body.blob, message.created.milliseconds,
                        message.created.milliseconds, message.attempts,
                    ])
            }
            if let cursor { try Self.keep(cursor, in: db) }
            for run in runs { try db.run("DELETE FROM untold WHERE run = ?", [run]) }
            return try Set(messages.map(\.channel)).sorted().flatMap { try Self.surplus(of: $0, most: most, in: db) }
        }
    }

    /// Messages of a way that are ready to be sent, oldest first.
    public func dueMessages(channel: String, now: Stamp, most: Int = 100) async throws(LedgerError) -> [Message] {
        try await read { db in
            try db.rows(
                """
                SELECT * FROM message WHERE channel = ? AND state = 'waiting' AND ready <= ? ORDER BY ready, id LIMIT ?
                """,
                [channel, now.milliseconds, max(0, most)]
            ).map(Message.init)
        }
    }

    /// The ways that messages wait for.
    public func waitingChannels() async throws(LedgerError) -> [String] {
        try await read { db in
            try db.rows("SELECT DISTINCT channel FROM message WHERE state = 'waiting' ORDER BY channel").map {
                $0["channel"]
            }
        }
    }

    /// Records what became of a message. One that doesn't wait any more is left as it is, which returns false.
    @discardableResult
    public func settleMessage(_ id: Int, _ outcome: MessageOutcome) async throws(LedgerError) -> Bool {
        let (state, reason): (String, String?) =
            switch outcome {
            case .sent: ("sent", nil)
            case .failed(let reason): ("failed", reason)
            }
        return try await write { db in
            try db.changes(
                """
                UPDATE message SET state = ?, reason = ?, attempts = attempts + 1 WHERE id = ? AND state = 'waiting'
                """,
                [state, reason, id])
        }
    }

    /// Puts off all messages of a way that didn't work, or gives them up if they are too old.
    ///
    /// - Parameter tried: the message that was tried. It comes last the next time, as it may be the trouble itself.
    /// - Returns: the messages that were given up.
    public func postpone(
        channel: String, tried: Int?, _ plan: Postponement
    ) async throws(LedgerError) -> [Message] {
        try await write { db in
            try db.run(
                """
                UPDATE message SET ready = ? - (id <> ?), reason = ?, attempts = attempts + 1
                WHERE channel = ? AND state = 'waiting'
                """,
                [plan.until.milliseconds, tried ?? 0, plan.reason, channel])
            let old = try db.rows(
                """
                SELECT * FROM message WHERE channel = ? AND state = 'waiting' AND created <= ? AND attempts >= ?
                ORDER BY id
                """,
                [channel, plan.oldest.milliseconds, plan.tries]
            ).map(Message.init)
            for message in old { try db.run("UPDATE message SET state = 'failed' WHERE id = ?", [message.id]) }
            return old
        }
    }

    /// Gives up all messages of a way that wait, and returns them.
    public func giveUpMessages(channel: String, reason: String) async throws(LedgerError) -> [Message] {
        try await write { db in try Self.giveUp(channel: channel, reason: reason, after: 0, in: db) }
    }

    private static func surplus(of channel: String, most: Int, in db: Database) throws -> [Message] {
        try giveUp(channel: channel, reason: "too many messages wait", after: max(0, most), in: db)
    }

    /// Gives up the messages of a way that wait, but for so many of the newest.
    private static func giveUp(channel: String, reason: String, after most: Int, in db: Database) throws -> [Message] {
        let messages = try db.rows(
            "SELECT * FROM message WHERE channel = ? AND state = 'waiting' ORDER BY created DESC, id DESC LIMIT -1 OFFSET ?",
            [channel, most]
        ).map(Message.init)
        for message in messages {
            try db.run("UPDATE message SET state = 'failed', reason = ? WHERE id = ?", [reason, message.id])
        }
        return messages.reversed()
    }
}
