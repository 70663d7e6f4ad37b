/// A row of bulk writes: a call, and the key by which the row is known again when the work is resumed.
public struct BulkRow: Sendable {
    /// Names the row among all of its job, in every run of it: a line's number, an article number, an external ID. Of
    /// rows with one key only the first is written.
    public let key: String
    /// What writes it.
    public let call: PortalCall

    /// A row.
    public init(key: String, call: PortalCall) {
        self.key = key
        self.call = call
    }
}
