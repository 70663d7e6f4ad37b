import Timetable

/// The way of a request: credentials, parameters, scope, method, envelope.
struct Gateway: Sendable {
    static let largestBody = 2 << 20

    let user: Int
    let code: String

    func answer(_ request: DemoRequest, state: inout PortalState) -> DemoReply {
        let start = begin(&state)
        do throws(RESTError) {
            let name = try methodName(of: request.path)
            guard request.body.count <= Gateway.largestBody else { throw .bodyTooLarge }
            // A method that isn't there is told before anything is said about its parameters.
            let method = try Gateway.method(name, state: state)
            return try Gateway.run(method, RequestParameters.read(request), started: start, state: &state)
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

    private func begin(_ state: inout PortalState) -> Double {
        let start = state.clock.now
        state.now = Moment(unixSeconds: Int(start))
        state.statistics.requests += 1
        return start
    }

    /// `/rest/1/CODE/crm.deal.list.json` → `crm.deal.list`, if user and code are right.
    private func methodName(of path: String) throws(RESTError) -> Substring {
        let parts = path.split(separator: "/")
        guard parts.first == "rest", parts.count <= 4 else { throw .methodNotFound }
        guard parts.count >= 3 else { throw .noAuthorization }
        guard parts[1] == String(user), parts[2] == code else { throw .wrongCredentials }
        guard parts.count == 4 else { throw .methodNotFound }
        return parts[3].hasSuffix(".json") ? parts[3].dropLast(5) : parts[3]
    }

    private static func run(
        _ method: Method, _ parameters: ParameterMap, started: Double, state: inout PortalState
    ) throws(RESTError) -> DemoReply {
        var answer = Answer(json: JSONBuffer(capacity: 4_096))
        answer.json.beginObject()
        answer.json.name("result")
        if method.name != Batch.name { state.statistics.commands += 1 }
        try method.run(parameters, &state, &answer)
        if let next = answer.next {
            answer.json.name("next")
            answer.json.integer(next)
        }
        if let total = answer.total {
            answer.json.name("total")
            answer.json.integer(total)
        }
        answer.json.name("time")
        answer.json.time(from: started, to: state.clock.now, zone: state.zone)
        answer.json.endObject()
        return DemoReply(status: 200, body: answer.json.finished())
    }
}

extension JSONBuffer {
    /// The object `time` of an answer. The demo portal does no work worth charging.
    mutating func time(from start: Double, to finish: Double, zone: Zone) {
        let duration = max(0, finish - start)
        beginObject()
        name("start")
        number(start)
        name("finish")
        number(finish)
        name("duration")
        number(duration)
        name("processing")
        number(duration)
        name("date_start")
        moment(Int(start), zone: zone)
        name("date_finish")
        moment(Int(finish), zone: zone)
        name("operating_reset_at")
        integer(Int(start) + 600)
        name("operating")
        integer(0)
        endObject()
    }
}
