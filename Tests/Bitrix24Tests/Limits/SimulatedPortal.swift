@testable import Bitrix24

/// The portal's own counting, by its documentation, for clients under test.
struct SimulatedBucket {
    let rate: Double
    let capacity: Double
    private var level = 0.0
    private var time = 0.0
    private(set) var refusals = 0
    private(set) var requests = 0

    init(rate: Double, capacity: Double) {
        self.rate = rate
        self.capacity = capacity
    }

    /// Takes a request that arrives; returns whether it is let through.
    mutating func arrive(at now: Double) -> Bool {
        level = max(0, level - max(0, now - time) * rate)
        time = max(time, now)
        requests += 1
        guard level + 1 <= capacity else {
            refusals += 1
            return false
        }
        level += 1
        return true
    }
}

/// A method's working time in ten one-minute buckets, as the portal counts it.
struct SimulatedWork {
    let limit: Double
    private var minutes: [Int: Double] = [:]
    private(set) var refusals = 0
    private(set) var total = 0.0

    init(limit: Double) { self.limit = limit }

    private func sum(_ minute: Int) -> Double { minutes.reduce(0) { $0 + ($1.key > minute - 10 ? $1.value : 0) } }

    /// Executes a call; returns what its answer says, or nil if the method is blocked.
    mutating func run(_ seconds: Double, at now: Double) -> WorkTime? {
        let minute = Int(now / 60)
        guard sum(minute) <= limit else {
            refusals += 1
            return nil
        }
        minutes[minute, default: 0] += seconds
        minutes = minutes.filter { $0.key > minute - 10 }
        total += seconds
        let oldest = minutes.keys.min() ?? minute
        return WorkTime(duration: seconds, operating: sum(minute), resetIn: Double(oldest + 10) * 60 - now)
    }
}
