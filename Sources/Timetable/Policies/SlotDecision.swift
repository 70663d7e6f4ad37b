/// What is done about one slot.
public struct SlotDecision: Hashable, Sendable {
    /// What is done.
    public enum Outcome: Hashable, Sendable {
        /// A run, not before that moment.
        case run(ready: Moment)
        /// A run that takes the place of the unfinished one, not before that moment.
        case replace(ready: Moment)
        /// None; the reason, as the end of a sentence.
        case skip(reason: String)
    }

    /// When the slot was due.
    public let due: Moment
    /// What is done about it.
    public let outcome: Outcome

    /// A decision about a slot.
    public init(due: Moment, outcome: Outcome) {
        self.due = due
        self.outcome = outcome
    }
}
