/// Decides what is sent to a portal, and when: its limits, whose turn it is, which calls share a request.
///
/// A value: it is told what happened and the time, and returns what to do. All times are seconds of one clock.
struct Dispatcher: Sendable {
    /// A request that leaves.
    struct Dispatch: Sendable {
        let number: Int
        /// What it carries; more than one command means a batch.
        let calls: [QueuedCall]
        /// Seconds of the server's work that were set aside, by method.
        fileprivate(set) var reserved: [String: [Double]] = [:]

        var commandCount: Int { calls.reduce(0) { $0 + $1.commands.count } }
    }

    /// What to do now.
    enum Decision: Sendable {
        case send(Dispatch)
        /// Nothing before this time, for the cause of a wait.
        case wait(until: Double, WaitCause)
        /// Nothing until something happens.
        case idle
    }

    /// Why a call waits.
    enum WaitCause: String, Sendable {
        /// The bucket of requests is full.
        case rate
        /// A method's working time is nearly used up.
        case operating
        /// A failed call waits before it is sent again.
        case retry
    }

    static let mostCommands = 50
    /// A request is not filled beyond this many seconds of expected work: the portal ends one after 60.
    static let longestRequest = 20.0
    /// Nor beyond this length, in bytes.
    static let greatestLength = 256 << 10
    /// While others call now and then, long work leaves room for so many requests in the bucket.
    static let bulkReserve = 10.0
    /// While others wait all the time, one of so many requests is long work's.
    static let bulkShare = 8

    private let limits: PortalLimits
    private var bucket: RateBucket?
    private(set) var work: WorkBook
    /// Changed in their place only: a lane that is copied and then changed takes all that waits in it along.
    private(set) var lanes: [Caller: Lane] = [:]
    private var inFlight: [Int: Dispatch] = [:]
    private var dispatchCount = 0
    /// What a caller would have had who had waited all the time; newcomers begin there.
    private var virtualTime = 0.0
    private var requestsSinceBulk = 0
    private var lastUrgentCall = -Double.infinity

    init(limits: PortalLimits) {
        self.limits = limits
        bucket = limits.rate.map { RateBucket(rate: $0, capacity: limits.capacity) }
        work = WorkBook(limit: limits.operating)
    }

    /// How many calls wait.
    var waitingCount: Int { lanes.values.reduce(0) { $0 + $1.count } }

    /// Takes a call in.
    mutating func enqueue(_ call: QueuedCall, at now: Double) {
        if call.caller.priority != .bulk { lastUrgentCall = now }
        let time = virtualTime
        changeLane(of: call.caller) { lane in
            // Whoever comes back after a while has no claim to the time that others used meanwhile.
            if lane.isEmpty { lane.pass = max(lane.pass, time) }
            lane.append(call)
        }
    }

    private mutating func changeLane(of caller: Caller, _ change: (inout Lane) -> Void) {
        change(&lanes[caller, default: Lane(caller: caller, pass: virtualTime)])
    }

    /// Decides what is next: the caller who has had least leads a request, and others fill it.
    mutating func next(at now: Double) -> Decision {
        guard inFlight.count < limits.concurrency else { return .idle }
        var wake: (time: Double, cause: WaitCause)?
        let leaders = leadersInTurn(at: now)
        let hasUrgent = leaders.contains { $0.caller.priority != .bulk }
        for call in leaders {
            var (time, cause) = readiness(of: call, at: now)
            if time <= now {
                (time, cause) = (room(for: call, besideUrgent: hasUrgent, at: now), .rate)
                if time <= now { return .send(dispatch(leader: call, at: now)) }
            }
            if time < wake?.time ?? .infinity { wake = (time, cause) }
        }
        guard let wake, wake.time < .infinity else { return .idle }
        return .wait(until: wake.time, wake.cause)
    }

    /// The calls that may lead the next request, by whose turn it is. Long work comes last, but of `bulkShare`
    /// requests one is its.
    private func leadersInTurn(at now: Double) -> [QueuedCall] {
        let isBulksTurn = requestsSinceBulk >= Self.bulkShare - 1
        let inTurn = lanes.values.filter { !$0.isEmpty }.sorted { one, other in
            if one.isBulk != other.isBulk { return one.isBulk == isBulksTurn }
            return (one.pass, one.caller.number) < (other.pass, other.caller.number)
        }
        return inTurn.flatMap { $0.heads { readiness(of: $0, at: now).0 <= now } }
    }

    /// When a call itself is ready to be sent.
    private func readiness(of call: QueuedCall, at now: Double) -> (Double, WaitCause) {
        call.notBefore > now ? (call.notBefore, .retry) : (earliestWork(of: call, at: now), .operating)
    }

    /// When the portal has room for a request that the call leads.
    ///
    /// Long work takes its turn among others who wait. While others call now and then but don't wait at the moment it
    /// keeps room for them, in the bucket and among the requests that are under way.
    private func room(for call: QueuedCall, besideUrgent: Bool, at now: Double) -> Double {
        var reserve = 0.0
        if call.caller.priority == .bulk, now - lastUrgentCall < 60 {
            let bulkCount = inFlight.values.count { $0.calls.first?.caller.priority == .bulk }
            if bulkCount >= max(1, limits.concurrency - 1) { return .infinity }
            if !besideUrgent { reserve = min(Self.bulkReserve, limits.capacity / 5) }
        }
        return bucket?.earliest(at: now, reserve: reserve) ?? now
    }

    private func earliestWork(of call: QueuedCall, at now: Double) -> Double {
        guard limits.operating != nil else { return now }
        if !call.isGroup { return call.commands.first.map { work.earliest(for: $0.method, at: now) } ?? now }
        let methods = Dictionary(grouping: call.commands, by: \.method).mapValues(\.count)
        return methods.reduce(now) { max($0, work.earliest(for: $1.key, commands: $1.value, at: now)) }
    }

    // MARK: Filling a request

    private mutating func dispatch(leader: QueuedCall, at now: Double) -> Dispatch {
        var filling = Filling(leader: leader, cost: cost(of: leader))
        advanceTime(for: leader.caller)
        take(leader, requests: 1)
        while filling.hasRoom, let call = nextCompanion(of: &filling, at: now) {
            filling.add(call, cost: cost(of: call))
            take(call, requests: 0)
        }
        bucket?.take(at: now)
        dispatchCount += 1
        var dispatch = Dispatch(number: dispatchCount, calls: filling.calls)
        for command in filling.calls.flatMap(\.commands) {
            dispatch.reserved[command.method, default: []].append(work.reserve(command.method, at: now))
        }
        inFlight[dispatch.number] = dispatch
        return dispatch
    }

    /// The next call that may share the request: of the caller whose turn it is, if it has one.
    private mutating func nextCompanion(of filling: inout Filling, at now: Double) -> QueuedCall? {
        while let (caller, candidates) = candidates(for: filling, at: now) {
            for var call in candidates where call.notBefore <= now && filling.fits(call, cost: cost(of: call)) {
                guard earliestWork(of: call, at: now) <= now else { continue }
                let canShare = call.prepare()
                lanes[caller]?.update(call)
                if canShare, filling.fits(call, cost: cost(of: call)) { return call }
            }
            filling.passedOver.insert(caller)
        }
        return nil
    }

    /// The calls that the caller whose turn it is has for a request.
    private func candidates(for filling: Filling, at now: Double) -> (Caller, [QueuedCall])? {
        let waiting = lanes.values.lazy.filter { !$0.isEmpty && !filling.passedOver.contains($0.caller) }
        let next = waiting.min { ($0.pass, $0.caller.number) < ($1.pass, $1.caller.number) }
        // Commands of one request are executed in their order, so a change may follow its caller's others in it.
        return next.map { lane in
            (lane.caller, lane.heads { readiness(of: $0, at: now).0 <= now } + filling.followingWrite(in: lane))
        }
    }

    private func cost(of call: QueuedCall) -> Double { call.commands.reduce(0) { $0 + work.cost(of: $1.method) } }

    /// A request is shared out in thought among all who wait for one.
    private mutating func advanceTime(for leader: Caller) {
        let isBulk = leader.priority == .bulk
        requestsSinceBulk = isBulk || !lanes.values.contains { $0.isBulk && !$0.isEmpty } ? 0 : requestsSinceBulk + 1
        let weights = lanes.values.reduce(0) {
            $0 + ($1.isEmpty || $1.isBulk != isBulk ? 0 : $1.caller.priority.weight)
        }
        virtualTime += 1 / max(weights, 1)
        // Of who has gone nothing is kept as soon as it gives no advantage.
        lanes = lanes.filter { !$1.isEmpty || $1.writing > 0 || $1.pass > virtualTime }
    }

    /// Takes a call out of its lane, which pays for it: for the request if it leads one, and for its part of it.
    private mutating func take(_ call: QueuedCall, requests: Double) {
        let part = Double(call.commands.count) / Double(Self.mostCommands)
        lanes[call.caller]?.take(call, requests: requests + part)
    }

    // MARK: What came of it

    /// Takes notice that a request has ended. Limits learn from it; its calls are the caller's.
    mutating func end(_ dispatch: Dispatch, refused: PortalError?, at now: Double) {
        let reserved = inFlight.removeValue(forKey: dispatch.number)?.reserved ?? [:]
        for call in dispatch.calls where call.isOrdered { lanes[call.caller]?.writing -= 1 }
        guard let refused else { return }
        if refused.isRateLimit { bucket?.refuse(at: now) }
        for (method, costs) in reserved {
            for cost in costs { work.settle(method, reserved: cost, time: nil, at: now) }
            if refused.isOperatingLimit { work.block(method, at: now) }
        }
    }

    /// Takes notice of what one command took.
    mutating func learn(
        _ method: String, from dispatch: Dispatch, time: WorkTime?, failure: PortalError?, at now: Double
    ) {
        let reserved = dispatch.reserved[method]?.first ?? work.cost(of: method)
        work.settle(method, reserved: reserved, time: time, at: now)
        if failure?.isOperatingLimit == true { work.block(method, at: now) }
        if failure?.isRateLimit == true { bucket?.refuse(at: now) }
    }

    /// Puts a call back to be sent again.
    mutating func retry(_ call: QueuedCall, after pause: Double, at now: Double) {
        var call = call
        call.attempts += 1
        call.notBefore = now + pause
        changeLane(of: call.caller) { $0.putBack(call) }
    }

    /// The numbers of a caller's calls that are under way.
    func underWay(of caller: Caller) -> [Int] {
        inFlight.values.flatMap(\.calls).filter { $0.caller == caller }.map(\.number)
    }

    /// A call that is under way; nil if it isn't.
    func callUnderWay(_ number: Int) -> QueuedCall? {
        inFlight.values.lazy.flatMap(\.calls).first { $0.number == number }
    }

    /// Takes out a call that waits and that nobody wants any more; nil if it doesn't wait.
    mutating func withdraw(_ number: Int, of caller: Caller) -> QueuedCall? {
        lanes[caller]?.withdraw(number)
    }

    /// Takes out all that waits for a caller who has gone.
    mutating func abandon(_ caller: Caller) -> [QueuedCall] {
        lanes[caller]?.drain() ?? []
    }
}
