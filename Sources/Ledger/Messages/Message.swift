import GRDB

/// Something to be told, before it has a number.
public struct NewMessage: Sendable, Hashable {
    /// The way it goes, such as `mail`.
    public var channel: String
    /// What it says, in any form.
    public var body: [UInt8]
    /// When it was made, which decides when it is given up.
    public var created: Stamp
    /// How often it was tried already.
    public var attempts: Int

    /// A message for a way.
    public init(channel: String, body: [UInt8], created: Stamp, attempts: Int = 0) {
        self.channel = channel
        self.body = body
        self.created = created
        self.attempts = attempts
    }
}

/// Something to be told through a channel.
public struct Message: Sendable, Hashable, Identifiable {
    /// Its number.
    public let id: Int
    /// The way it goes, such as `mail`.
    public let channel: String
    /// What it says, in any form.
    public let body: [UInt8]
    /// How often it was tried, or put off with another one that was.
    public let attempts: Int
    /// When it was made.
    public let created: Stamp
    /// The earliest moment to try.
    public let ready: Stamp

    init(_ row: Row) {
        id = row["id"]
        channel = row["channel"]
        body = row.bytes("body") ?? []
        attempts = row["attempts"]
        created = row.moment("created")
        ready = row.moment("ready")
    }
}

/// What became of a message.
public enum MessageOutcome: Sendable, Hashable {
    /// It is sent.
    case sent
    /// It is given up.
    case failed(reason: String)
}

/// What is done with the messages of a way that didn't work.
public struct Postponement: Sendable, Hashable {
    /// The moment of the next try.
    public var until: Stamp
    /// Why.
    public var reason: String
    /// Messages that were made up to here are given up, if they were tried so often with this time.
    public var oldest: Stamp
    /// How often a message is tried at least.
    public var tries: Int

    /// All of it.
    public init(until: Stamp, reason: String, oldest: Stamp, tries: Int) {
        self.until = until
        self.reason = reason
        self.oldest = oldest
        self.tries = tries
    }
}
