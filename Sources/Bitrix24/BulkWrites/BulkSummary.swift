/// How many rows came to which end.
public struct BulkSummary: Hashable, Sendable {
    /// Written now.
    public private(set) var done = 0
    /// Certainly not written.
    public private(set) var failed = 0
    /// Somebody has to look whether they are written.
    public private(set) var unknown = 0
    /// Written before, by the journal.
    public private(set) var skipped = 0
    /// The keys of rows that were read but not sent, since the work was stopped; never more than the window has.
    public private(set) var left: [String] = []
    /// Whether the work was stopped before the last row was read.
    public internal(set) var isStopped = false

    /// No rows so far.
    public init() {}

    /// All rows that have an outcome.
    public var count: Int { done + failed + unknown + skipped }

    mutating func count(_ outcome: BulkOutcome, of key: String) {
        switch outcome {
        case .done: done += 1
        case .failed: failed += 1
        case .unknown: unknown += 1
        case .skipped: skipped += 1
        case .left: left.append(key)
        }
    }
}
