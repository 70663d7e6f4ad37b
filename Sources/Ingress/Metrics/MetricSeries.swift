import Metrics
import Synchronization

/// One series of values; what swift-metrics hands its numbers to.
protocol MetricSeries: AnyObject, Sendable {
    var reading: MetricReading { get }
}

/// What a series shows at one moment.
enum MetricReading: Hashable, Sendable {
    case number(Double)
    case count(Int64)
    case histogram(Histogram)
}

/// A number that only grows.
final class CounterSeries: MetricSeries, CounterHandler {
    private let value = Atomic<Int64>(0)

    func increment(by amount: Int64) { value.wrappingAdd(amount, ordering: .relaxed) }

    func reset() { value.store(0, ordering: .relaxed) }

    var reading: MetricReading { .count(value.load(ordering: .relaxed)) }
}

/// A number with a fraction: one that only grows, or one that is set.
final class NumberSeries: MetricSeries, FloatingPointCounterHandler, MeterHandler, RecorderHandler {
    private let bits = Atomic<UInt64>(0)

    func set(_ value: Double) { bits.store(value.bitPattern, ordering: .relaxed) }

    func set(_ value: Int64) { set(Double(value)) }

    func record(_ value: Double) { set(value) }

    func record(_ value: Int64) { set(Double(value)) }

    func increment(by amount: Double) {
        var old = bits.load(ordering: .relaxed)
        while true {
            let new = (Double(bitPattern: old) + amount).bitPattern
            let (exchanged, original) = bits.compareExchange(expected: old, desired: new, ordering: .relaxed)
            if exchanged { return }
            old = original
        }
    }

    func decrement(by amount: Double) { increment(by: -amount) }

    func reset() { set(0.0) }

    var reading: MetricReading { .number(Double(bitPattern: bits.load(ordering: .relaxed))) }
}

/// Values of which is shown how they are distributed.
final class HistogramSeries: MetricSeries, RecorderHandler, TimerHandler {
    private let histogram: Mutex<Histogram>

    init(bounds: [Double]) { histogram = Mutex(Histogram(bounds: bounds)) }

    func record(_ value: Double) { histogram.withLock { $0.record(value) } }

    func record(_ value: Int64) { record(Double(value)) }

    func recordNanoseconds(_ duration: Int64) { record(Double(duration) / 1e9) }

    var reading: MetricReading { .histogram(histogram.withLock { $0 }) }
}
