import JSON

extension Gateway {
    /// The way of a request of REST 3.0, whose errors look otherwise.
    func executeThird(
        _ request: DemoRequest, _ path: RequestPath, started: Double, state: inout PortalState
    ) -> DemoReply {
        do throws(RESTError) {
            if case .webhook(let user, let code) = path.credential { try checkWebhook(user, code, state: &state) }
            guard request.body.count <= Gateway.largestBody else { throw .bodyTooLarge }
            var parameters = try Gateway.thirdParameters(request)
            if path.credential == .token {
                // A batch is a list and has no place for the token but the query.
                let carrier = parameters["auth"] == nil ? try RequestParameters.form(request.query.utf8) : parameters
                try Gateway.checkToken(carrier, state: &state)
                parameters = parameters.without("auth")
            }
            let method = try Gateway.thirdMethod(path.method ?? "", state: state)
            guard method.writes, let text = request.idempotencyKey else {
                return try Gateway.runThird(method, parameters, started: started, state: &state)
            }
            let key = try ReplayLedger.Key(text, caller: state.workload.caller, method: method.name)
            let echo = ["Idempotency-Key": text]
            if let answer = try state.replays.answer(key, to: request.body, at: started) {
                return DemoReply(
                    status: 200, body: answer, headers: echo.merging(["Idempotent-Replayed": "true"]) { $1 })
            }
            var reply = try Gateway.runThird(method, parameters, started: started, state: &state)
            state.replays.keep(reply.body, of: key, to: request.body, at: started)
            reply.headers = echo
            return reply
        } catch {
            var json = JSONBuffer()
            error.writeThird(to: &json)
            return DemoReply(status: error.status, body: json.finished())
        }
    }

    /// Finds a method of REST 3.0 that the caller may call.
    static func thirdMethod(_ name: some StringProtocol, state: PortalState) throws(RESTError) -> Method {
        guard let method = ThirdMethods.method(name) else { throw .methodNotFound }
        guard method.isAllowed(for: state.scopes) else { throw .scopeMissing }
        return method
    }

    /// REST 3.0 reads nothing but a JSON body.
    private static func thirdParameters(_ request: DemoRequest) throws(RESTError) -> ParameterMap {
        guard !request.body.isEmpty else { return ParameterMap() }
        let type = request.contentType?.split(separator: ";").first?.lowercased() ?? "application/json"
        guard type.hasSuffix("json"), let document = try? JSONDocument(parsing: request.body) else {
            throw .invalidJSON
        }
        guard let members = Parameter(document.root).members else { throw .invalidJSON }
        return ParameterMap(members.map { ($0.name, $0.value) })
    }

    private static func runThird(
        _ method: Method, _ parameters: ParameterMap, started: Double, state: inout PortalState
    ) throws(RESTError) -> DemoReply {
        // The description is the whole answer, without an envelope.
        if method.name == OpenAPI.name { return DemoReply(status: 200, body: OpenAPI.document.bytes) }
        return try run(method, parameters, started: started, state: &state)
    }
}
