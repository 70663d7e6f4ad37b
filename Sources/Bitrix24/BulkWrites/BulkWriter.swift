/// Writes any number of rows: hands their calls to the portal so that they fill requests at the pace of its limits, and
/// records what became of each one.
///
/// No row is written twice, in one run or in several with the same journal: a row whose answer was lost is told as
/// unknown, and never repeated.
public struct BulkWriter: Sendable {
    private let portal: Portal
    private let journal: any WriteJournal
    private let options: BulkOptions
    private let progress: @Sendable (BulkSummary) -> Void

    /// A writer.
    ///
    /// - Parameters:
    ///   - portal: where the changes are made.
    ///   - journal: records what is sent and what came of it.
    ///   - options: how it goes about.
    ///   - progress: is told how far it has come, about once a request.
    public init(
        portal: Portal, journal: any WriteJournal, options: BulkOptions = BulkOptions(),
        progress: @escaping @Sendable (BulkSummary) -> Void = { _ in }
    ) {
        self.portal = portal
        self.journal = journal
        self.options = options
        self.progress = progress
    }

    /// Writes rows until there are no more.
    ///
    /// When its task is cancelled, or when reading, recording or reporting fails, nothing more is sent; what is under
    /// way is waited for, recorded and reported. A failure that a row meets is its outcome, and doesn't stop the others.
    ///
    /// - Parameters:
    ///   - rows: the changes, read as fast as they are made.
    ///   - report: takes each row's outcome as it is known. Rows of one request come in their order; a row that is made
    ///     again comes later.
    /// - Returns: what became of the rows, and which ones are left if it was cancelled.
    /// - Throws: whatever `rows`, the journal or `report` throws.
    public func write<Rows: AsyncSequence>(
        _ rows: Rows, report: (BulkRow, BulkOutcome) async throws -> Void = { _, _ in }
    ) async throws -> BulkSummary where Rows.Element == BulkRow {
        let caller = portal.caller(options.priority, keepsOrder: options.keepsOrder)
        return try await withTaskCancellationHandler {
            var round = BulkRound(
                portal: portal, caller: caller, journal: journal, window: options.window, rows: rows.makeAsyncIterator()
            )
            while await round.goesOn(report) { progress(round.summary) }
            return try round.ending()
        } onCancel: {
            // What waits in the queue comes back at once, and the round with it.
            Task { await portal.abandon(caller) }
        }
    }
}
