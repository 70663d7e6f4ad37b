import GRDB

/// An event as the ledger has it.
public struct StoredEvent: Sendable, Hashable, Identifiable {
    /// Its number; later events have greater ones.
    public let id: Int
    /// The portal it is of.
    public let portal: String
    /// The event's code.
    public let name: String
    /// The way it came: `online`, `offline`, `poll`, `person`.
    public let source: String
    /// What tells it from all other events of the portal.
    public let identity: String
    /// The entity it is about.
    public let lane: String?
    /// When it came.
    public let at: Stamp
    /// What it says, as it came.
    public let body: [UInt8]

    init(_ row: Row) {
        id = row["id"]
        portal = row["portal"]
        name = row["name"]
        source = row["source"]
        identity = row["identity"]
        lane = row["lane"]
        at = row.moment("at")
        body = row.bytes("body") ?? []
    }
}
