import Ledger
import Timetable

/// What people should know of slots.
enum SlotNews: Sendable {
    /// Slots of a script were not run at their time, and are not made up for.
    case missed(String, portal: String, count: Int, last: SlotDecision)
    /// A slot of a script is run late.
    case late(String, portal: String, due: Moment, now: Moment)
    /// Slots can't be recorded.
    case unrecorded(LedgerError)
}
