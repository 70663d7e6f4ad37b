import NIOHTTP1

/// Answers `/healthz`, `/readyz` and `/metrics`.
struct OperationsReceptionist: Receptionist {
    let desk: any OperationsDesk
    let metrics: PrometheusMetrics?
    let retryAfter: Int

    func reply(to request: ReceivedRequest) -> Reply {
        guard let page = OperationsPage(rawValue: String(request.path)) else {
            return .now(Answer(.notFound, text: "unknown: use /healthz, /readyz or /metrics\n"))
        }
        guard request.head.method == .GET || request.head.method == .HEAD else {
            return .now(Answer(.methodNotAllowed, text: "method\n", fields: [.init(name: "allow", value: "GET, HEAD")]))
        }
        return switch page {
        case .health: .now(Answer(.ok, text: "alive\n"))
        case .readiness: .later { OperationsPage.readiness(reasons: await desk.readiness()) }
        case .metrics:
            .later { OperationsPage.metrics((metrics ?? PrometheusMetrics()).text(gauges: await desk.gauges())) }
        }
    }

    func answer(to obstacle: HTTPObstacle) -> Answer {
        switch obstacle {
        case .tooLarge: Answer(.payloadTooLarge, text: "large\n")
        case .tooSlow: Answer(.requestTimeout, text: "slow\n")
        case .busy:
            Answer(
                .serviceUnavailable, text: "busy\n", fields: [.init(name: "retry-after", value: String(retryAfter))])
        }
    }
}

/// What can be asked for.
enum OperationsPage: String, CaseIterable, Sendable {
    case health = "/healthz"
    case readiness = "/readyz"
    case metrics = "/metrics"

    /// A reason that has several lines becomes one.
    static func readiness(reasons: [String]) -> Answer {
        guard !reasons.isEmpty else { return Answer(.ok, text: "ready\n") }
        let lines = reasons.map { $0.split(whereSeparator: \.isNewline).joined(separator: " ") + "\n" }
        return Answer(.serviceUnavailable, text: lines.joined())
    }

    static func metrics(_ text: String) -> Answer {
        var answer = Answer(.ok, text: text)
        answer.contentType = PrometheusText.contentType
        return answer
    }
}
