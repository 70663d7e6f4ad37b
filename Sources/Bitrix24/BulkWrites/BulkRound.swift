/// One use of a `BulkWriter`: where it is in its rows, and which of them are under way.
struct BulkRound<Rows: AsyncIteratorProtocol> where Rows.Element == BulkRow {
    typealias Report = (BulkRow, BulkOutcome) async throws -> Void

    private let portal: Portal
    private let caller: Caller
    private let journal: any WriteJournal
    private let window: Int
    private let arrivals = Arrivals()
    private var rows: Rows
    private var isAtEnd = false
    /// A row that was read while another one with its key is under way.
    private var held: BulkRow?
    private var underWay: Set<String> = []
    /// What made it stop.
    private var failure: (any Error)?
    private var isReporting = true
    private(set) var summary = BulkSummary()

    init(portal: Portal, caller: Caller, journal: any WriteJournal, window: Int, rows: Rows) {
        self.portal = portal
        self.caller = caller
        self.journal = journal
        self.window = max(1, window)
        self.rows = rows
    }

    private var isStopping: Bool { failure != nil || Task.isCancelled }

    /// Hands rows in and takes what came of others; returns whether there is more to do.
    mutating func goesOn(_ report: Report) async -> Bool {
        while hasRoom { await handIn(report) }
        if isStopping {
            await portal.abandon(caller)
            if let row = held.take() { await tell(row, .left, report) }
        }
        guard !underWay.isEmpty else { return false }
        let arrived = await arrivals.take()
        let isStopping = isStopping
        await settle(arrived.map { ($0.row, BulkOutcome($0.answer, isStopping: isStopping)) }, report)
        return true
    }

    /// What became of the rows.
    mutating func ending() throws -> BulkSummary {
        if let failure { throw failure }
        summary.isStopped = !isAtEnd
        return summary
    }

    // MARK: Handing in

    /// How many rows are handed in together: as many as a request takes.
    private var portion: Int { min(Dispatcher.mostCommands, window) }

    private var hasRoom: Bool {
        if isStopping || isAtEnd && held == nil { return false }
        if let held, underWay.contains(held.key) { return false }
        return underWay.count + portion <= window
    }

    /// Hands the next rows in that are still to be written, after the journal knows of it.
    private mutating func handIn(_ report: Report) async {
        var next: [BulkRow] = []
        do {
            try await gather(&next, report)
            if !next.isEmpty && !isStopping { try await journal.begin(next.map(\.key)) }
        } catch {
            stop(error)
        }
        guard !isStopping else {
            for row in next {
                underWay.remove(row.key)
                await tell(row, .left, report)
            }
            return
        }
        for (row, reply) in zip(next, await portal.submit(each: next.map(\.call), by: caller)) {
            reply.whenAnswered { [arrivals] in arrivals.put((row, $0)) }
        }
    }

    /// Reads rows until there are enough that the journal doesn't know an end of.
    private mutating func gather(_ next: inout [BulkRow], _ report: Report) async throws {
        while next.count < portion, !isStopping, let row = try await read() {
            if underWay.contains(row.key) {
                held = row
                return
            }
            if let known = BulkOutcome(try await journal.outcome(of: row.key), of: row) {
                await tell(row, known, report)
            } else {
                underWay.insert(row.key)
                next.append(row)
            }
        }
    }

    private mutating func read() async throws -> BulkRow? {
        if let row = held.take() { return row }
        let row = isAtEnd ? nil : try await rows.next()
        // Many a sequence ends when its reader is cancelled.
        if row == nil && !Task.isCancelled { isAtEnd = true }
        return row
    }

    // MARK: What came of it

    private mutating func settle(_ outcomes: [(row: BulkRow, outcome: BulkOutcome)], _ report: Report) async {
        do {
            try await journal.finish(outcomes.map { ($0.row.key, $0.outcome.entry) })
        } catch {
            stop(error)
        }
        for (row, outcome) in outcomes {
            underWay.remove(row.key)
            await tell(row, outcome, report)
        }
    }

    private mutating func tell(_ row: BulkRow, _ outcome: BulkOutcome, _ report: Report) async {
        summary.count(outcome, of: row.key)
        guard isReporting else { return }
        do {
            try await report(row, outcome)
        } catch {
            isReporting = false
            stop(error)
        }
    }

    private mutating func stop(_ error: any Error) {
        if error is CancellationError && Task.isCancelled { return }
        failure = failure ?? error
    }
}
