import AsyncHTTPClient
import Metrics
import NIOCore
import NIOHTTP1
import Testing

@testable import Ingress

@Suite struct OperationsServerTests {
    private struct Desk: OperationsDesk {
        var reasons: [String] = []
        func readiness() async -> [String] { reasons }
        func gauges() async -> [MetricSample] { [MetricSample("lunokhod_jobs", value: 3)] }
    }

    private func ask(
        _ path: String, _ desk: Desk = Desk(), _ metrics: PrometheusMetrics? = nil, method: HTTPMethod = .GET
    ) async throws -> (status: UInt, type: String?, body: String) {
        try await Serving.operations(desk: desk, metrics: metrics) { place in
            var request = HTTPClientRequest(url: "http://127.0.0.1:\(place.port)\(path)")
            request.method = method
            let answer = try await HTTPClient.shared.execute(request, timeout: .seconds(60))
            let body = String(buffer: try await answer.body.collect(upTo: 1 << 20))
            return (answer.status.code, answer.headers["content-type"].first, body)
        }
    }

    @Test func `a program that answers is alive`() async throws {
        let answer = try await ask("/healthz", Desk(reasons: ["The disk is full."]))
        #expect(answer.status == 200 && answer.body == "alive\n")
    }

    @Test func `who can't take work says why, a line for each reason`() async throws {
        let ready = try await ask("/readyz?verbose")
        #expect(ready.status == 200 && ready.body == "ready\n")
        let answer = try await ask("/readyz", Desk(reasons: ["The disk is full.", "The portal\nis unreachable."]))
        #expect(answer.status == 503)
        #expect(answer.body == "The disk is full.\nThe portal is unreachable.\n")
    }

    @Test func `metrics are the program's own and those of the moment`() async throws {
        let metrics = PrometheusMetrics()
        metrics.makeCounter(label: "calls", dimensions: []).increment(by: 2)
        let answer = try await ask("/metrics", Desk(), metrics)
        #expect(answer.status == 200)
        #expect(answer.type == "text/plain; version=0.0.4; charset=utf-8")
        let read = try #require(ExpositionReader(answer.body))
        #expect(read.samples.map(\.value) == [2, 3])
    }

    @Test func `only the three pages can be read, and nothing can be sent`() async throws {
        #expect(try await ask("/").status == 404)
        #expect(try await ask("/metrics", method: .POST).status == 405)
        let head = try await ask("/healthz", method: .HEAD)
        #expect(head.status == 200 && head.body.isEmpty)
    }
}
