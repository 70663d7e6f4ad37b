import JSON
import Logging
import Synchronization

/// One Bitrix24 portal. Everything that is asked of it goes through here: one budget, one order, honest retries.
///
/// It does what `Dispatcher` and `RetryPolicy` decide.
public actor Portal {
    private let courier: Courier
    private let transport: Transport
    let options: PortalOptions
    var dispatcher: Dispatcher
    var meter: PortalMeter
    var pending: [Int: PendingReply] = [:]
    var finished: [(reply: PendingReply, answers: PendingReply.Answers)] = []
    /// The numbers of calls under way whose caller has gone.
    var givenUp: Set<Int> = []
    /// The requests of callers that are counted.
    var requestCounts: [Caller: Int] = [:]
    private var callCount = 0
    private var isPumpPlanned = false
    private var alarm: (time: Double, task: Task<Void, Never>)?
    private static let callerCount = Atomic<Int>(0)

    private let isApplication: Bool

    /// What results become for whoever wants values of the documented types.
    public nonisolated let types: ResultTypes
    /// Looks at each call before it is sent.
    public nonisolated let checker: CallChecker

    /// The portal's address, without the secret; for an application its name, since its tokens know the portal.
    public nonisolated let address: String

    /// A portal; nothing is sent yet.
    ///
    /// - Throws: `PortalError` if the certificates that the options name can't be read.
    public init(credential: Credential, options: PortalOptions = PortalOptions()) throws(PortalError) {
        do throws(TransportFailure) {
            transport = try Transport(options: options.transport)
        } catch {
            throw PortalError(
                code: "SETTINGS", message: error.reason, method: "connect", execution: .notDone,
                hint: "name a PEM file as ca_file")
        }
        var keeper: TokenKeeper?
        switch credential {
        case .webhook(let webhook):
            isApplication = false
            address = webhook.portal
        case .application(let application):
            isApplication = true
            address = application.description
            keeper = TokenKeeper(
                application: application, transport: transport, policy: options.policy, clock: options.clock)
        }
        self.options = options
        courier = Courier(credential: credential, transport: transport, keeper: keeper, told: options.told)
        dispatcher = Dispatcher(limits: options.limits)
        meter = PortalMeter(portal: address)
        types = ResultTypes(options.description)
        checker = CallChecker(
            policy: options.checks, isApplication: isApplication, description: options.description
        ) { [told = options.told] in told(.doubt($0)) }
    }

    /// Ends the connections; no call may follow.
    public func shutdown() async {
        alarm?.task.cancel()
        await transport.shutdown()
    }

    /// Goes on with what the portal says of itself now.
    public nonisolated func learn(_ description: PortalDescription) {
        checker.learn(description)
        types.learn(description)
    }

    /// A new caller: a run of a script, or another piece of work.
    ///
    /// - Parameters:
    ///   - priority: how urgent it is.
    ///   - keepsOrder: whether its changes are made in the order of handing in, and so in one request at a time.
    ///   - isCounted: whether its requests are counted until it is abandoned, which tells how many they were.
    public nonisolated func caller(
        _ priority: Priority, keepsOrder: Bool = true, isCounted: Bool = false
    ) -> Caller {
        Caller(
            priority: priority, number: Self.callerCount.add(1, ordering: .relaxed).newValue, keepsOrder: keepsOrder,
            isCounted: isCounted)
    }

    /// What was asked of the portal so far.
    public var statistics: PortalStatistics {
        get async {
            var all = meter.statistics
            let sent = await courier.statistics
            (all.requests, all.bytesSent, all.bytesReceived) = (sent.requests, sent.bytesSent, sent.bytesReceived)
            return all
        }
    }

    // MARK: Calls

    /// Hands a call in. Calls of one caller that change something leave in the order of handing in.
    ///
    /// - Parameters:
    ///   - call: the call.
    ///   - caller: who calls.
    ///   - patience: seconds after which the caller no longer waits for another try; nil waits for each.
    /// - Returns: where the answer or the error will be.
    public func submit(_ call: PortalCall, by caller: Caller, patience: Double? = nil) -> PendingReply {
        submit([call], by: caller, patience: patience)
    }

    /// Makes a call and waits for its answer.
    ///
    /// - Parameters:
    ///   - call: the call.
    ///   - caller: who calls.
    ///   - patience: seconds after which the caller no longer waits for another try; nil waits for each.
    /// - Throws: the portal's error, or what came in the way of an answer, after all tries that `RetryPolicy` allows.
    public func call(
        _ call: PortalCall, by caller: Caller, patience: Double? = nil
    ) async throws(PortalError) -> PortalReply {
        try await submit(call, by: caller, patience: patience).value()
    }

    /// Hands in commands that belong into one request, since later ones refer to results of earlier ones.
    func submit(_ commands: [PortalCall], by caller: Caller, halts: Bool = false, patience: Double? = nil)
        -> PendingReply
    {
        callCount += 1
        let number = callCount
        let reply = PendingReply { [weak self] in
            Task { await self?.withdraw(number, of: caller) }
        }
        if let wrong = commands.first(where: { !$0.method.isMethodName }) {
            reply.finish(commands.map { _ in .failure(.methodName(wrong.method)) })
            return reply
        }
        let checked: [PortalCall]
        do throws(PortalError) {
            checked = try checker.checked(commands)
        } catch {
            reply.finish(commands.map { _ in .failure(error) })
            return reply
        }
        var call = QueuedCall(number: number, caller: caller, commands: checked)
        call.halts = halts
        // An application's token has no place in a REST 3.0 batch, whose body is a list of calls.
        if isApplication, call.version == .three { call.separate() }
        let now = options.clock.now()
        call.deadline = patience.map { now + $0 }
        // What belongs into one request has no other way.
        if call.isGroup, call.version == .two, !call.prepare() {
            reply.finish(commands.map { .failure(.notForBatch($0.method)) })
            return reply
        }
        pending[call.number] = reply
        dispatcher.enqueue(call, at: now)
        planPump()
        return reply
    }

    /// How many pages of a method's list one request may hold, by the time that the portal needs for them.
    func pagesPerRequest(of method: String) -> Int { dispatcher.work.pagesPerRequest(of: method) }

    // MARK: Sending

    /// Decides only after everything that was handed in by now is in the queue, so that it can share a request.
    private func planPump() {
        guard !isPumpPlanned else { return }
        isPumpPlanned = true
        Task { pump() }
    }

    private func pump() {
        isPumpPlanned = false
        while true {
            let now = options.clock.now()
            switch dispatcher.next(at: now) {
            case .send(let dispatch):
                meter.leave(dispatch)
                count(dispatch)
                Task { await perform(dispatch) }
            case .wait(let time, let cause):
                meter.wait(cause, at: now)
                if cause != .retry, time - now > PortalNotice.longWait {
                    options.told(.waiting(seconds: Int((time - now).rounded(.up)), isMethod: cause == .operating))
                }
                return wake(at: time, now: now)
            case .idle: return meter.wait(nil, at: now)
            }
            meter.wait(nil, at: now)
        }
    }

    private func wake(at time: Double, now: Double) {
        if let alarm, alarm.time <= time, alarm.time > now { return }
        alarm?.task.cancel()
        let sleep = options.clock.sleep
        alarm = (
            time,
            Task { [weak self] in
                guard (try? await sleep(time - now)) != nil else { return }
                await self?.planPump()
            }
        )
    }

    private func perform(_ dispatch: Dispatcher.Dispatch) async {
        let request = PortalRequest(dispatch)
        let start = options.clock.now()
        let answer: Result<Transport.Response, PortalError>
        do throws(PortalError) {
            answer = .success(try await courier.send(request.parcel))
        } catch {
            answer = .failure(error)
        }
        let outcome = request.outcome(of: answer)
        let seconds = options.clock.now() - start
        options.logger.debug(
            "request", metadata: request.metadata(of: answer, seconds: seconds, refused: outcome.refused))
        meter.took(seconds)
        settle(dispatch, outcome)
        planPump()
    }
}
