import JSON

/// What became of a row.
public enum BulkOutcome: Hashable, Sendable {
    /// It is written; the call's `result` as JSON, often the new identifier.
    case done(result: [UInt8])
    /// It is certainly not written, and why.
    case failed(PortalError)
    /// It may be written: somebody has to look before it is repeated. Its error says so.
    case unknown(PortalError)
    /// It was written before, by the journal; the `result` that is recorded there.
    case skipped(result: [UInt8])
    /// It was not sent, since the work was stopped.
    case left

    init(_ answer: Result<PortalReply, PortalError>, isStopping: Bool) {
        switch answer {
        case .success(let reply): self = .done(result: Array(reply.resultBytes))
        case .failure(let error):
            switch error.execution {
            case .unknown: self = .unknown(error)
            case .notDone: self = isStopping ? .left : .failed(error)
            case .answered: self = .failed(error)
            }
        }
    }

    /// What the journal says of a row; nil if it has to be written.
    init?(_ entry: JournalEntry?, of row: BulkRow) {
        switch entry {
        case nil, .failed?, .left?: return nil
        case .done(let result)?: self = .skipped(result: result)
        case .unknown(let error)?: self = .unknown(error)
        case .begun?: self = .unknown(.interrupted(row.call.method))
        }
    }

    /// What the journal is told.
    var entry: JournalEntry {
        switch self {
        case .done(let result), .skipped(let result):
            // A journal is no copy of the portal: of what is larger only the fact is kept.
            .done(result: result.count <= JournalEntry.longestResult ? result : Array("null".utf8))
        case .failed(let error): .failed(error)
        case .unknown(let error): .unknown(error)
        case .left: .left
        }
    }
}

extension PortalError {
    /// A row was sent by a run that ended before it recorded the answer.
    fileprivate static func interrupted(_ method: String) -> PortalError {
        PortalError(
            code: "INTERRUPTED", message: "an earlier run ended before it knew the answer", method: method,
            execution: .unknown
        ).asUnknownOutcome()
    }
}
