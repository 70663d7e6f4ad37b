/// Counts the lists that are read and changes the deals when it is time.
struct Turnover: Sendable {
    private let churn: DemoChurn
    private var random: RandomSource
    private var lists = 0

    init(_ churn: DemoChurn) {
        self.churn = churn
        random = RandomSource(seed: churn.seed, stream: "churn")
    }

    /// Counts a list; deletes and adds deals before it if it is the one.
    mutating func beforeList(_ deals: inout EntityTable) {
        lists += 1
        guard lists % max(1, churn.every) == 0 else { return }
        for _ in 0..<min(churn.deletions, deals.count) { deals.remove(at: random.below(deals.count)) }
        guard deals.count > 0 else { return }
        for _ in 0..<churn.additions { deals.add(random.element(of: deals.rows)) }
    }
}
