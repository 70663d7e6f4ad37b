/// How rows are written.
public struct BulkOptions: Hashable, Sendable {
    /// How many rows are under way at most, from being handed in to having an outcome. Memory grows with it, not with
    /// the number of rows.
    public var window = 200
    /// Whether rows are written in their order, and so in one request at a time.
    ///
    /// Without order several requests are under way at once, up to the portal's limit of 2 or 5 requests a second. That
    /// pays off when a request takes longer than half a second, and only for so long as the method's working time lasts:
    /// 480 seconds in ten minutes, whatever the order. It is right only for rows that have nothing to do with each other;
    /// two changes of one item would race.
    public var keepsOrder = true
    /// How urgent it is; long work leaves room for all others.
    public var priority = Priority.bulk

    /// The usual way.
    public init() {}
}
