/// How often what goes wrong. The same seed makes the same faults in the same order of requests.
public struct DemoFaults: Hashable, Sendable {
    /// What the faults grow from.
    public var seed: UInt64
    /// The share of requests for each fault, 0 … 1; together up to 1.
    public var shares: [DemoFault: Double]

    /// Faults in these shares; none at first.
    public init(seed: UInt64 = 1, shares: [DemoFault: Double] = [:]) {
        self.seed = seed
        self.shares = shares
    }

    /// Every kind of fault in the same share, 0 … 0.09.
    public init(seed: UInt64 = 1, every share: Double) {
        let kinds = DemoFault.allCases.filter { $0 != .none }
        self.init(seed: seed, shares: Dictionary(uniqueKeysWithValues: kinds.map { ($0, share) }))
    }
}
