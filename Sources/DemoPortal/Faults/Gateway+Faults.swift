extension Gateway {
    /// What becomes of a request over HTTP, where things go wrong.
    func outcome(_ request: DemoRequest, state: inout PortalState) -> DemoOutcome {
        if AuthorizationServer.isMeant(by: request) {
            let fault = state.tokenFaults.next()
            return DemoOutcome(
                ending: ending(fault, state: &state) { state in
                    AuthorizationServer.answer(request, at: state.clock.now, state: &state)
                })
        }
        let start = begin(&state)
        if let reply = front(request, at: start, state: &state) { return DemoOutcome(ending: .reply(reply)) }
        let fault = state.faults.next()
        let ending = ending(fault, state: &state) { execute(request, started: start, state: &$0) }
        return DemoOutcome(ending: ending, delay: state.workload.delay)
    }

    private func ending(
        _ fault: DemoFault, state: inout PortalState, _ execute: (inout PortalState) -> DemoReply
    ) -> DemoOutcome.Ending {
        if fault != .none { state.statistics.faults += 1 }
        if let refusal = fault.refusal {
            if refusal.status == 503 { state.statistics.refusals += 1 }
            if refusal.status == 429 { state.statistics.limited += 1 }
            return .reply(Gateway.refusal(refusal))
        }
        switch fault {
        case .resetBeforeExecution: return .reset
        case .badGatewayBeforeExecution: return .reply(.page(status: 502))
        default: break
        }
        let reply = execute(&state)
        switch fault {
        case .resetAfterExecution: return .reset
        case .closedInsideAnswer: return .closed(reply)
        case .badGatewayAfterExecution: return .reply(.page(status: 502))
        case .page: return .reply(.page(status: 200))
        case .truncatedJSON: return .reply(reply.truncated)
        default: return .reply(reply)
        }
    }
}

extension DemoReply {
    /// What a proxy writes when it has trouble with the portal behind it.
    static func page(status: Int) -> DemoReply {
        let title = status == 200 ? "Technical works" : "\(status) Bad Gateway"
        let html = "<html>\r\n<head><title>\(title)</title></head>\r\n<body><h1>\(title)</h1></body>\r\n</html>\r\n"
        return DemoReply(status: status, body: Array(html.utf8), contentType: "text/html")
    }

    /// The same answer with half of its body.
    var truncated: DemoReply {
        DemoReply(status: status, body: Array(body.prefix(body.count / 2)), contentType: contentType, headers: headers)
    }
}
