/// A job that its owner has to run.
public struct Claim: Sendable, Hashable {
    /// The job, which is running now.
    public let job: Job
    /// The run that was begun for it.
    public let run: Int
    /// Which attempt it is, from 1.
    public let attempt: Int
    /// Who has to run it.
    public let owner: String
    /// The event it is about, the newest if there are some.
    public let event: StoredEvent?
    /// The numbers of the other events that are answered by the same run, oldest first.
    public let merged: [Int]
}
