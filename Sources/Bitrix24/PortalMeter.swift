import Metrics

/// Counts what is asked of a portal, for its owner and for whoever collects metrics.
struct PortalMeter: Sendable {
    private(set) var statistics = PortalStatistics()
    private let dimensions: [(String, String)]
    private let requests: Counter
    private let commands: Counter
    private let merged: Counter
    private let refusals: Counter
    private let duration: Metrics.Timer
    private var waiting: (cause: Dispatcher.WaitCause, since: Double)?

    init(portal: String) {
        dimensions = [("portal", portal)]
        requests = Counter(label: "portal_requests_total", dimensions: dimensions)
        commands = Counter(label: "portal_commands_total", dimensions: dimensions)
        merged = Counter(label: "portal_merged_commands_total", dimensions: dimensions)
        refusals = Counter(label: "portal_refusals_total", dimensions: dimensions)
        duration = Metrics.Timer(label: "portal_request_duration", dimensions: dimensions)
    }

    mutating func leave(_ dispatch: Dispatcher.Dispatch) {
        let count = dispatch.commandCount
        statistics.commands += count
        requests.increment()
        commands.increment(by: count)
        guard count > 1 else { return }
        statistics.mergedCommands += count
        merged.increment(by: count)
    }

    func took(_ seconds: Double) { duration.recordSeconds(seconds) }

    mutating func refused() {
        statistics.refusals += 1
        refusals.increment()
    }

    mutating func retry(_ code: String) {
        statistics.retries[code, default: 0] += 1
        Counter(label: "portal_retries_total", dimensions: dimensions + [("cause", code)]).increment()
    }

    /// Takes notice of what is waited for from now on; nil for nothing.
    mutating func wait(_ cause: Dispatcher.WaitCause?, at now: Double) {
        if let waiting {
            let seconds = now - waiting.since
            statistics.waits[waiting.cause.rawValue, default: 0] += seconds
            Metrics.Timer(label: "portal_wait", dimensions: dimensions + [("cause", waiting.cause.rawValue)])
                .recordSeconds(seconds)
        }
        waiting = cause.map { ($0, now) }
    }
}
