import Metrics
import Synchronization

/// Keeps the program's metrics and writes them as Prometheus reads them.
///
/// Counters end in `_total`; timers are histograms in seconds and end in `_seconds`; recorders that aggregate are
/// histograms, the others and meters are gauges. What can't stand in a name becomes `_`.
public final class PrometheusMetrics: MetricsFactory {
    private let prefix: String
    private let help: [String: String]
    private let families: Mutex<MetricFamilies>

    /// - Parameters:
    ///   - prefix: stands before each name, with a `_` after it; empty for none
    ///   - help: a sentence for a name, as it is shown
    ///   - mostSeries: how many series one name may have; those beyond share one whose labels are `other`
    public init(prefix: String = "lunokhod", help: [String: String] = [:], mostSeries: Int = 500) {
        self.prefix = prefix.isEmpty ? "" : prefix + "_"
        self.help = help
        families = Mutex(MetricFamilies(mostSeries: max(1, mostSeries)))
    }

    private func name(_ label: String, ending: String = "") -> String {
        let name = MetricName.metric(prefix + label)
        return name.hasSuffix(ending) ? name : name + ending
    }

    /// A number that only grows.
    public func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        let name = name(label, ending: "_total")
        return families.withLock { $0.series(name, .counter, labels: dimensions) { CounterSeries() } }
    }

    /// A number with a fraction that only grows.
    public func makeFloatingPointCounter(
        label: String, dimensions: [(String, String)]
    ) -> any FloatingPointCounterHandler {
        let name = name(label, ending: "_total")
        return families.withLock { $0.series(name, .counter, labels: dimensions) { NumberSeries() } }
    }

    /// A number that is set, and goes up and down.
    public func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        let name = name(label)
        return families.withLock { $0.series(name, .gauge, labels: dimensions) { NumberSeries() } }
    }

    /// Values: of which the distribution is shown if they are to be aggregated, else the last one.
    public func makeRecorder(
        label: String, dimensions: [(String, String)], aggregate: Bool
    ) -> any RecorderHandler {
        let name = name(label)
        guard aggregate else {
            return families.withLock { $0.series(name, .gauge, labels: dimensions) { NumberSeries() } }
        }
        return families.withLock {
            $0.series(name, .histogram, labels: PrometheusMetrics.withoutBounds(dimensions)) {
                HistogramSeries(bounds: Histogram.numbers)
            }
        }
    }

    /// Durations.
    public func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        let name = name(label, ending: "_seconds")
        return families.withLock {
            $0.series(name, .histogram, labels: PrometheusMetrics.withoutBounds(dimensions)) {
                HistogramSeries(bounds: Histogram.seconds)
            }
        }
    }

    /// `le` is the histogram's own label.
    private static func withoutBounds(_ dimensions: [(String, String)]) -> [(String, String)] {
        dimensions.map { ($0.0 == "le" ? "label_le" : $0.0, $0.1) }
    }

    /// Forgets a counter.
    public func destroyCounter(_ handler: any CounterHandler) { destroy(handler) }

    /// Forgets a counter.
    public func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) { destroy(handler) }

    /// Forgets a meter.
    public func destroyMeter(_ handler: any MeterHandler) { destroy(handler) }

    /// Forgets a recorder.
    public func destroyRecorder(_ handler: any RecorderHandler) { destroy(handler) }

    /// Forgets a timer.
    public func destroyTimer(_ handler: any TimerHandler) { destroy(handler) }

    private func destroy(_ handler: AnyObject) {
        guard let series = handler as? any MetricSeries else { return }
        families.withLock { $0.remove(series) }
    }

    /// All metrics and some gauges that were just measured, in Prometheus's text format 0.0.4, in the order of their
    /// names. A gauge that has a metric's name isn't shown.
    public func text(gauges: [MetricSample] = []) -> String {
        // The readings are taken outside of the lock, so that nobody waits for the text.
        var shown = families.withLock { $0.families }.mapValues { family in
            Shown(kind: family.kind, help: nil, readings: family.series.mapValues(\.reading))
        }
        let own = Set(shown.keys)
        for gauge in gauges {
            let name = MetricName.metric(gauge.name)
            guard !own.contains(name) else { continue }
            let labels = MetricFamilies.labels(gauge.labels.map { ($0.name, $0.value) })
            shown[name, default: Shown(kind: .gauge, help: gauge.help)].readings[labels] = .number(gauge.value)
        }
        return PrometheusMetrics.text(of: shown, help: help)
    }

    private struct Shown {
        var kind: MetricFamilies.Kind
        var help: String?
        var readings: [[MetricLabel]: MetricReading] = [:]
    }

    private static func text(of shown: [String: Shown], help: [String: String]) -> String {
        var text = PrometheusText()
        for (name, family) in shown.sorted(by: { $0.key < $1.key }) {
            text.begin(name, kind: family.kind, help: help[name] ?? family.help)
            let series = family.readings.sorted {
                $0.key.lexicographicallyPrecedes($1.key) { ($0.name, $0.value) < ($1.name, $1.value) }
            }
            for (labels, reading) in series { text.add(name, labels, reading) }
        }
        return text.text
    }
}
