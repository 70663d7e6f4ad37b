/// What is known of the time that the portal's methods take, and of the budget that each has.
struct WorkBook: Sendable {
    private let limit: Double?
    private var budgets: [String: OperatingBudget] = [:]
    private var costs: [String: Double] = [:]

    /// Until a method has answered, it is taken to need so many seconds.
    static let usualCost = 0.1

    /// A book for a portal with this limit, in seconds of work a method; nil for none.
    init(limit: Double?) { self.limit = limit }

    /// How many seconds of the server's work a call is expected to take.
    func cost(of method: String) -> Double { costs[method] ?? Self.usualCost }

    /// How many of its calls one request may hold, to be answered in time.
    func pagesPerRequest(of method: String) -> Int {
        max(1, min(Dispatcher.mostCommands, Int(Dispatcher.longestRequest / max(cost(of: method), 1e-6))))
    }

    /// When the method may be called.
    func earliest(for method: String, commands: Int = 1, at now: Double) -> Double {
        guard let budget = budgets[method] else { return now }
        return budget.earliest(for: cost(of: method) * Double(commands), at: now)
    }

    /// Takes notice of a call that leaves; returns what was reserved for it.
    mutating func reserve(_ method: String, at now: Double) -> Double {
        let cost = cost(of: method)
        guard let limit else { return cost }
        budgets[method, default: OperatingBudget(limit: limit)].reserve(cost, at: now)
        return cost
    }

    /// Takes notice of an answer's time; nil if it has none.
    mutating func settle(_ method: String, reserved: Double, time: WorkTime?, at now: Double) {
        if let duration = time?.duration {
            // New figures count for half: a portal's load changes, and one slow answer is no rule.
            costs[method] = costs[method].map { ($0 + duration) / 2 } ?? duration
        }
        guard limit != nil else { return }
        if let operating = time?.operating {
            budgets[method]?.settle(reserved: reserved, operating: operating, resetIn: time?.resetIn, at: now)
        } else {
            budgets[method]?.release(reserved, at: now)
            if let duration = time?.duration { budgets[method]?.reserve(duration, at: now) }
        }
    }

    /// Takes notice that the method has used up its time.
    mutating func block(_ method: String, at now: Double) {
        guard let limit else { return }
        budgets[method, default: OperatingBudget(limit: limit)].block(at: now)
    }
}

/// The parts of an answer's object `time` that matter here, in seconds.
struct WorkTime: Hashable, Sendable {
    /// How long the call took.
    var duration: Double
    /// The method's time in the window of ten minutes.
    var operating: Double?
    /// When the oldest minute falls out of the window, from the end of the call on.
    var resetIn: Double?
}
