import Timetable

/// The way of a request: credentials, parameters, scope, method, envelope.
struct Gateway: Sendable {
    static let largestBody = 2 << 20

    let user: Int
    let code: String

    /// The answer to a request, at once and without faults.
    func answer(_ request: DemoRequest, state: inout PortalState) -> DemoReply {
        if AuthorizationServer.isMeant(by: request) {
            return AuthorizationServer.answer(request, at: state.clock.now, state: &state)
        }
        let start = begin(&state)
        return front(request, at: start, state: &state) ?? execute(request, started: start, state: &state)
    }

    /// The answer of those who stand before the portal, if the request comes no further.
    func front(_ request: DemoRequest, at start: Double, state: inout PortalState) -> DemoReply? {
        if let move = state.move {
            state.statistics.redirects += 1
            return move.reply(to: request)
        }
        if state.workload.admits(at: start) { return nil }
        state.statistics.refusals += 1
        return Gateway.refusal(.tooManyRequests)
    }

    func execute(_ request: DemoRequest, started: Double, state: inout PortalState) -> DemoReply {
        do throws(RESTError) {
            let path = try RequestPath(request.path)
            if path.isThird { return executeThird(request, path, started: started, state: &state) }
            switch path.credential {
            case .webhook(let user, let code): try checkWebhook(user, code, state: &state)
            case .token: break
            }
            guard request.body.count <= Gateway.largestBody else { throw .bodyTooLarge }
            if path.credential == .token {
                let parameters = try RequestParameters.read(request)
                try Gateway.checkToken(parameters, state: &state)
                let method = try Gateway.method(path.method ?? "", state: state)
                return try Gateway.run(method, parameters.without("auth"), started: started, state: &state)
            }
            // A method that isn't there is told before anything is said about its parameters.
            let method = try Gateway.method(path.method ?? "", state: state)
            return try Gateway.run(method, RequestParameters.read(request), started: started, state: &state)
        } catch {
            return Gateway.refusal(error)
        }
    }

    /// A call without HTTP and credentials.
    func answer(method name: String, parameters: ParameterMap, state: inout PortalState) -> DemoReply {
        let start = begin(&state)
        do throws(RESTError) {
            let method = try Gateway.method(name, state: state)
            return try Gateway.run(method, parameters, started: start, state: &state)
        } catch {
            return Gateway.refusal(error)
        }
    }

    static func refusal(_ error: RESTError) -> DemoReply {
        var json = JSONBuffer()
        error.write(to: &json)
        return DemoReply(status: error.status, body: json.finished())
    }

    /// Finds a method that the webhook may call.
    static func method(_ name: some StringProtocol, state: PortalState) throws(RESTError) -> Method {
        guard let method = MethodTable.method(name) else { throw .methodNotFound }
        guard method.isAllowed(for: state.scopes) else { throw .insufficientScope }
        return method
    }

    func begin(_ state: inout PortalState) -> Double {
        let start = state.clock.now
        state.now = Moment(unixSeconds: Int(start))
        state.statistics.requests += 1
        state.workload.begin()
        return start
    }

    func checkWebhook(_ user: Substring, _ code: Substring, state: inout PortalState) throws(RESTError) {
        guard user == String(self.user), code == self.code else { throw .wrongCredentials }
        state.workload.caller = .webhook
    }

    static func checkToken(_ parameters: ParameterMap, state: inout PortalState) throws(RESTError) {
        try state.tokens.check(parameters["auth"]?.text, at: state.clock.now)
        state.workload.caller = .application
    }

    static func run(
        _ method: Method, _ parameters: ParameterMap, started: Double, state: inout PortalState
    ) throws(RESTError) -> DemoReply {
        var answer = Answer(json: JSONBuffer(capacity: 4_096))
        answer.json.beginObject()
        answer.json.name("result")
        var timing = try Command.run(method, parameters, &state, &answer)
        timing.start = started
        if let next = answer.next {
            answer.json.name("next")
            answer.json.integer(next)
        }
        if let total = answer.total {
            answer.json.name("total")
            answer.json.integer(total)
        }
        answer.json.name("time")
        answer.json.time(timing, zone: state.zone)
        answer.json.endObject()
        // Taken out, the bytes have one owner and needn't be copied to lose their last comma.
        var json = JSONBuffer()
        swap(&json, &answer.json)
        return DemoReply(status: 200, body: (consume json).finished())
    }
}
