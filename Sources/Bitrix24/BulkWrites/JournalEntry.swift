/// What a journal knows of a row.
public enum JournalEntry: Hashable, Sendable {
    /// It was about to be sent, and nothing is known of what came of it: it may be written.
    case begun
    /// It is written; the call's `result` as JSON, `null` where that was too long to keep.
    case done(result: [UInt8])
    /// It is certainly not written; the next run tries it again.
    case failed(PortalError)
    /// It was sent, and no answer tells whether it is written.
    case unknown(PortalError)
    /// It was not sent after all, since the work was stopped; the next run writes it.
    case left

    /// Longer results are not kept, in bytes.
    static let longestResult = 1024
}
