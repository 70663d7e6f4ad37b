import Metrics

/// Counts what became of the requests.
struct EventMeter: Sendable {
    private let taken: Counter
    private let refused: [EventRefusal: Counter]
    private let duration: Metrics.Timer

    init(_ factory: any MetricsFactory) {
        taken = Counter(label: "events_total", dimensions: [("outcome", "taken")], factory: factory)
        var refused: [EventRefusal: Counter] = [:]
        for refusal in EventRefusal.allCases {
            refused[refusal] = Counter(
                label: "events_total", dimensions: [("outcome", refusal.rawValue)], factory: factory)
        }
        self.refused = refused
        duration = Metrics.Timer(label: "event_take_duration", dimensions: [], factory: factory)
    }

    /// An event was made durable within so many nanoseconds.
    func took(nanoseconds: Int64) {
        taken.increment()
        duration.recordNanoseconds(nanoseconds)
    }

    func refuse(_ refusal: EventRefusal) { refused[refusal]?.increment() }
}
