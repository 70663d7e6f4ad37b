import GRDB

/// Something that is wrong, or was.
public struct StoredAlert: Sendable, Hashable, Identifiable {
    /// Its number.
    public let id: Int
    /// The portal it is about.
    public let portal: String
    /// What it is about, such as a script.
    public let subject: String
    /// What is wrong with that.
    public let kind: String
    /// Since when.
    public let since: Stamp
    /// What to say of it.
    public let text: String
    /// How often somebody was told.
    public let told: Int
    /// When it was right again; nil while it is wrong.
    public let recovered: Stamp?

    init(_ row: Row) {
        id = row["id"]
        portal = row["portal"]
        subject = row["subject"]
        kind = row["kind"]
        since = row.moment("since")
        text = row["text"]
        told = row["told"]
        recovered = row.stamp("recovered")
    }
}

/// Something to be told through a channel.
public struct Message: Sendable, Hashable, Identifiable {
    /// Its number.
    public let id: Int
    /// The portal it is about.
    public let portal: String
    /// The way it goes.
    public let channel: String
    /// What it says, in any form.
    public let body: [UInt8]
    /// How often it was tried.
    public let attempts: Int
    /// The earliest moment to try.
    public let ready: Stamp

    init(_ row: Row) {
        id = row["id"]
        portal = row["portal"]
        channel = row["channel"]
        body = row.bytes("body") ?? []
        attempts = row["attempts"]
        ready = row.moment("ready")
    }
}

/// What became of an attempt to send a message.
public enum MessageOutcome: Sendable, Hashable {
    /// It is sent.
    case sent
    /// It is tried again, not before a moment.
    case retry(at: Stamp, reason: String)
    /// It is given up.
    case failed(reason: String)
}
