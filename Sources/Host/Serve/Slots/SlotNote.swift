/// What an administrator should find in the log about a schedule.
struct SlotNote: Hashable, Sendable {
    /// What it is about; of each the same text is told once.
    enum Topic: Hashable, Sendable {
        /// No slot will ever come.
        case never
        /// More slots were missed than are recorded one by one.
        case gap
        /// What the schedule was before it was changed is unknown.
        case unreadable
    }

    let topic: Topic
    let script: String
    let text: String
}
