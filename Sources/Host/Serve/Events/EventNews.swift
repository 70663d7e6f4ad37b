import Ledger

/// What people should know of events.
enum EventNews: Sendable {
    /// A handler was not run, as it would have gone round in circles.
    case stopped(String, portal: String, reason: String)
    /// Events can't be recorded.
    case unrecorded(LedgerError)
}
