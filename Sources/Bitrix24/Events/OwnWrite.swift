/// A change that a script made.
public struct OwnWrite: Hashable, Sendable {
    /// The script, as an administrator knows it, such as `scripts/welcome.lua`.
    public let script: String
    /// The number of its run.
    public let job: Int
    /// How many of the house's own changes led to that run; 0 if it had another cause.
    public let depth: Int
    /// When the change was sent, seconds since 1970 by this machine's clock.
    public let at: Double
    /// From when to when the portal worked on it, by the portal's clock; nil until it has answered, or if it didn't say.
    public let span: ClosedRange<Double>?
    /// What it did to the entity.
    public let change: ChangeKind
    /// The method that made it, such as `crm.deal.update`.
    public let method: String
    /// Why the script ran, as `ChainDecision.run` gave it; nil if no change of one's own led to it.
    public let because: String?

    /// Describes a change.
    public init(
        script: String, job: Int, depth: Int, at: Double, span: ClosedRange<Double>? = nil, change: ChangeKind,
        method: String, because: String? = nil
    ) {
        (self.script, self.job, self.depth, self.at) = (script, job, depth, at)
        self.span = span
        (self.change, self.method, self.because) = (change, method, because)
    }
}
