import Metrics
import Testing
import Trials

@testable import Ingress

@Suite struct PrometheusMetricsTests {
    private func read(_ metrics: PrometheusMetrics, gauges: [MetricSample] = []) throws -> ExpositionReader {
        let text = metrics.text(gauges: gauges)
        return try #require(ExpositionReader(text), "\(text)")
    }

    @Test func `every kind of metric is written as Prometheus reads it`() {
        let metrics = PrometheusMetrics(help: ["lunokhod_calls_total": "Calls\nof \\ portals."])
        metrics.makeCounter(label: "calls_total", dimensions: [("portal", "b"), ("method", "x")]).increment(by: 3)
        metrics.makeCounter(label: "calls", dimensions: [("method", "x"), ("portal", "a")]).increment(by: 2)
        metrics.makeMeter(label: "queue", dimensions: []).set(2.5)
        metrics.makeFloatingPointCounter(label: "hours", dimensions: []).increment(by: 0.25)
        metrics.makeRecorder(label: "last", dimensions: [], aggregate: false).record(Int64(-7))
        let expected = """
            # HELP lunokhod_calls_total Calls\\nof \\\\ portals.
            # TYPE lunokhod_calls_total counter
            lunokhod_calls_total{method="x",portal="a"} 2
            lunokhod_calls_total{method="x",portal="b"} 3
            # TYPE lunokhod_hours_total counter
            lunokhod_hours_total 0.25
            # TYPE lunokhod_last gauge
            lunokhod_last -7
            # TYPE lunokhod_queue gauge
            lunokhod_queue 2.5

            """
        #expect(metrics.text() == expected)
    }

    @Test func `one name and its labels are one series, in whatever order they are`() {
        let metrics = PrometheusMetrics()
        let one = metrics.makeCounter(label: "a", dimensions: [("x", "1"), ("y", "2")])
        let other = metrics.makeCounter(label: "a", dimensions: [("y", "2"), ("x", "1")])
        #expect(one === other)
    }

    @Test func `a timer's buckets grow, end with all and are in seconds`() throws {
        let metrics = PrometheusMetrics()
        let timer = metrics.makeTimer(label: "wait", dimensions: [("le", "mine")])
        for nanoseconds in [100_000, 2_000_000, 2_000_000, 400_000_000_000] as [Int64] {
            timer.recordNanoseconds(nanoseconds)
        }
        let read = try read(metrics)
        #expect(read.kinds == ["lunokhod_wait_seconds": "histogram"])
        let buckets = read.samples.filter { $0.name == "lunokhod_wait_seconds_bucket" }
        #expect(buckets.map(\.value) == buckets.map(\.value).sorted())
        #expect(buckets.first { $0.labels["le"] == "0.0005" }?.value == 1)
        #expect(buckets.first { $0.labels["le"] == "0.0025" }?.value == 3)
        #expect(buckets.last?.labels == ["label_le": "mine", "le": "+Inf"])
        #expect(buckets.last?.value == 4)
        #expect(read.samples.first { $0.name.hasSuffix("_count") }?.value == 4)
        #expect(read.samples.first { $0.name.hasSuffix("_sum") }.map { abs($0.value - 400.0041) < 1e-9 } == true)
    }

    @Test func `what is no number does not spoil a histogram`() throws {
        let metrics = PrometheusMetrics()
        let recorder = metrics.makeRecorder(label: "size", dimensions: [], aggregate: true)
        recorder.record(Double.nan)
        recorder.record(Double.infinity)
        recorder.record(Int64(3))
        #expect(try read(metrics).samples.first { $0.name == "lunokhod_size_sum" }?.value == 3)
    }

    @Test func `a name keeps its first kind, and what is of another kind can still be written to`() throws {
        let metrics = PrometheusMetrics()
        metrics.makeMeter(label: "a", dimensions: []).set(1.0)
        metrics.makeRecorder(label: "a", dimensions: [], aggregate: true).record(5.0)
        #expect(try read(metrics).samples.map(\.value) == [1])
    }

    @Test func `labels that come without end share one series`() throws {
        let metrics = PrometheusMetrics(mostSeries: 10)
        for number in 0..<100 { metrics.makeCounter(label: "a", dimensions: [("n", "\(number)")]).increment(by: 1) }
        let samples = try read(metrics).samples
        #expect(samples.count == 11)
        #expect(samples.first { $0.labels == ["n": "other"] }?.value == 90)
    }

    @Test func `what is destroyed is not shown`() throws {
        let metrics = PrometheusMetrics()
        metrics.destroyCounter(metrics.makeCounter(label: "a", dimensions: []))
        #expect(metrics.text().isEmpty)
    }

    @Test func `gauges that are measured at the moment stand among the others`() throws {
        let metrics = PrometheusMetrics()
        metrics.makeMeter(label: "own", dimensions: []).set(1.0)
        let gauges = [
            MetricSample("lunokhod_jobs", help: "Jobs.", labels: [("state", "late")], value: 4),
            MetricSample("lunokhod_jobs", labels: [("state", "dead")], value: .infinity),
            MetricSample("lunokhod_own", value: 9),
        ]
        let read = try read(metrics, gauges: gauges)
        #expect(read.samples.map(\.value) == [.infinity, 4, 1])
        #expect(read.kinds == ["lunokhod_jobs": "gauge", "lunokhod_own": "gauge"])
    }

    @Test func `odd names and label texts stay valid, and texts come back as they were`() throws {
        var random = SeededRandom(seed: 3)
        let letters = Array("a\\\"\n\r{},= é\u{301}Ж1_:#\u{0}😀".unicodeScalars)
        func odd() -> String {
            var text = ""
            for _ in 0..<Int.random(in: 0...8, using: &random) {
                text.unicodeScalars.append(letters[Int.random(in: 0..<letters.count, using: &random)])
            }
            return text
        }
        for _ in 0..<500 {
            let metrics = PrometheusMetrics(prefix: "", help: ["_": odd()])
            let text = odd()
            metrics.makeCounter(label: odd(), dimensions: [("text", text), (odd(), odd())]).increment(by: 1)
            metrics.makeTimer(label: odd(), dimensions: [(odd(), odd())]).recordNanoseconds(1)
            let read = try read(metrics, gauges: [MetricSample(odd(), help: odd(), labels: [(odd(), odd())], value: 1)])
            #expect(
                read.samples.contains {
                    $0.labels["text"].map { Array($0.unicodeScalars) } == Array(text.unicodeScalars)
                })
        }
    }

    @Test func `nothing is lost that several threads count at a time`() async throws {
        let metrics = PrometheusMetrics()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<4 {
                group.addTask {
                    for _ in 0..<1000 {
                        metrics.makeCounter(label: "a", dimensions: []).increment(by: 1)
                        metrics.makeFloatingPointCounter(label: "b", dimensions: []).increment(by: 0.5)
                        metrics.makeTimer(label: "c", dimensions: []).recordNanoseconds(1_000_000_000)
                    }
                }
            }
        }
        let samples = try read(metrics).samples
        #expect(samples.first { $0.name == "lunokhod_a_total" }?.value == 4000)
        #expect(samples.first { $0.name == "lunokhod_b_total" }?.value == 2000)
        #expect(samples.first { $0.name == "lunokhod_c_seconds_sum" }?.value == 4000)
    }
}
