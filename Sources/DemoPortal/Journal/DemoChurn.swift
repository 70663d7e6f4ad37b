/// Other people at work: deals that come and go while lists are read.
public struct DemoChurn: Hashable, Sendable {
    /// Before each so-manieth list that is read, a command of a batch included; 1 is before each one.
    public var every: Int
    /// How many deals are deleted each time.
    public var deletions: Int
    /// How many deals are added each time.
    public var additions: Int
    /// What the choice of deals grows from.
    public var seed: UInt64

    /// Changes before each so-manieth list.
    public init(every: Int, deletions: Int = 3, additions: Int = 3, seed: UInt64 = 1) {
        self.every = every
        self.deletions = deletions
        self.additions = additions
        self.seed = seed
    }
}
