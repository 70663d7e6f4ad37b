/// What the portal's work costs: its limits, its latency, and how much of both is used up.
struct Workload: Sendable {
    private struct Account: Hashable {
        let caller: Caller
        let method: String
    }

    let latency: DemoLatency?
    private let limits: DemoLimits?
    private var bucket: RequestBucket?
    private var budgets: [Account: OperatingBudget] = [:]
    /// Who made the request at hand.
    var caller = Caller.house
    /// By how many seconds the answer to the request at hand comes later.
    private(set) var delay = 0.0

    init(limits: DemoLimits? = nil, latency: DemoLatency? = nil) {
        self.limits = limits
        self.latency = latency
        bucket = limits.map(RequestBucket.init)
    }

    private var isMeasured: Bool { caller != .house && (limits != nil || latency != nil) }

    /// Begins a request of nobody known yet.
    mutating func begin() {
        caller = .house
        delay = 0
    }

    /// Whether the portal takes another request now; if so, it takes its time.
    mutating func admits(at now: Double) -> Bool {
        guard bucket?.admits(at: now) ?? true else { return false }
        delay += latency?.perRequest ?? 0
        return true
    }

    /// Whether the method has done so much that its calls are refused.
    mutating func isSpent(_ method: String, at now: Double) -> Bool {
        guard let limits, caller != .house else { return false }
        return (budgets[Account(caller: caller, method: method)]?.spent(at: now) ?? 0) > limits.operating
    }

    /// Lets a command take its time, depending on how many records it has counted.
    mutating func take(counted: Int) {
        guard let latency, caller != .house else { return }
        delay += latency.perCommand + latency.perThousandCounted * Double(counted) / 1_000
    }

    /// Charges a command to its method: what the method has done so far, and when some of it is forgotten.
    mutating func charge(_ method: String, from start: Double, to finish: Double) -> (operating: Double, resetAt: Int)?
    {
        guard isMeasured else { return nil }
        let account = Account(caller: caller, method: method)
        budgets[account, default: OperatingBudget()].charge(max(0, finish - start), at: start)
        let operating = budgets[account]?.spent(at: finish) ?? 0
        return (operating, Int(budgets[account]?.resetAt ?? start + OperatingBudget.window))
    }
}
