import AsyncHTTPClient
import Forms
import NIOCore
import NIOHTTP1
import Testing

@testable import Ingress

@Suite struct EventServerTests {
    private func post(
        _ port: Int, _ path: String = "/events/main", method: HTTPMethod = .POST,
        type: String = "application/x-www-form-urlencoded", body: [UInt8] = SampleEvent.body
    ) async throws -> (status: UInt, fields: HTTPHeaders, body: String) {
        var request = HTTPClientRequest(url: "http://127.0.0.1:\(port)\(path)")
        request.method = method
        request.headers.add(name: "content-type", value: type)
        request.body = .bytes(ByteBuffer(bytes: body))
        let answer = try await HTTPClient.shared.execute(request, timeout: .seconds(60))
        return (answer.status.code, answer.headers, String(buffer: try await answer.body.collect(upTo: 1 << 16)))
    }

    @Test func `an event is answered with 200 and nothing, once it is kept`() async throws {
        let desk = TestDesk()
        try await Serving.events(desk: desk) { place, _ in
            let answer = try await post(place.port)
            #expect(answer.status == 200)
            #expect(answer.body.isEmpty)
            #expect(desk.taken.map(\.name) == ["ONCRMDEALUPDATE"])
            #expect(desk.taken.map(\.received) == [1_732_700_001])
        }
    }

    @Test func `nobody is answered before the event is kept`() async throws {
        let gate = Gate()
        let desk = TestDesk(gate: gate)
        try await Serving.events(desk: desk) { place, _ in
            let connection = try await RawConnection.open(port: place.port)
            try await connection.send(RawEvent.text())
            await gate.somebodyWaits()
            #expect(try await connection.heard { _ in true } == "")
            await gate.open()
            #expect(try await connection.heard { !$0.isEmpty }.hasPrefix("HTTP/1.1 200 OK\r\n"))
            #expect(desk.taken.count == 1)
        }
    }

    @Test func `what is no event gets its status and one word`() async throws {
        let desk = TestDesk()
        try await Serving.events(desk: desk) { place, _ in
            let stranger = Array("event=ONTEST&auth[application_token]=wrong".utf8)
            let deep = Array(("a" + String(repeating: "[b]", count: 99) + "=1").utf8)
            let method = try await post(place.port, method: .GET)
            #expect(method.status == 405 && method.fields["allow"] == ["POST"])
            let type = try await post(place.port, type: "application/json")
            #expect(type.status == 415 && type.body == "type\n")
            let unreadable = try await post(place.port, body: deep)
            #expect(unreadable.status == 400 && unreadable.body == "unreadable\n")
            let missing = try await post(place.port, body: [])
            #expect(missing.status == 401 && missing.body == "refused\n")
            let wrong = try await post(place.port, body: stranger)
            #expect(wrong.status == 403 && wrong.body == "refused\n")
            let portal = try await post(place.port, "/events/other")
            #expect(portal.status == 404 && portal.body == "unknown\n")
            let path = try await post(place.port, "/")
            #expect(path.status == 404 && path.body == "unknown\n")
            #expect(desk.taken.isEmpty)
        }
    }

    @Test(arguments: [DeskRefusal.busy, .failed("the disk is full")])
    func `an event that isn't kept is answered with 503 and when to come again`(refusal: DeskRefusal) async throws {
        try await Serving.events(desk: TestDesk(refusal: refusal)) { place, _ in
            let answer = try await post(place.port)
            #expect(answer.status == 503)
            #expect(answer.fields["retry-after"] == ["5"])
            #expect(answer.body == "busy\n")
        }
    }

    @Test func `a body that is too long is refused without being read, whether its length is told or not`() async throws
    {
        let desk = TestDesk()
        try await Serving.events(desk: desk) {
            $0.limits.largestBody = 1000
        } _: { place, _ in
            let told = try await RawConnection.open(port: place.port)
            try await told.send("POST /events/main HTTP/1.1\r\nhost: a\r\ncontent-length: 1001\r\n\r\n")
            let first = try await told.heard { $0.hasSuffix("large\n") }
            #expect(RawEvent.count(413, in: first) == 1 && first.contains("connection: close"))
            let chunked = try await RawConnection.open(port: place.port)
            try await chunked.send("POST /events/main HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\n")
            try await chunked.send("300\r\n\(String(repeating: "a", count: 0x300))\r\n")
            try await chunked.send("300\r\n\(String(repeating: "a", count: 0x300))\r\n")
            let second = try await chunked.heard { $0.hasSuffix("large\n") }
            #expect(RawEvent.count(413, in: second) == 1)
            #expect(try await post(place.port).status == 200)
        }
    }

    @Test func `more requests than are allowed at a time are told to come again`() async throws {
        let gate = Gate()
        try await Serving.events(desk: TestDesk(gate: gate)) {
            $0.limits.mostRequests = 1
        } _: { place, server in
            let first = try await RawConnection.open(port: place.port)
            try await first.send(RawEvent.text())
            await gate.somebodyWaits()
            #expect(server.requestsUnderWay == 1)
            #expect(try await post(place.port).status == 503)
            await gate.open()
            #expect(RawEvent.count(200, in: try await first.heard { !$0.isEmpty }) == 1)
            #expect(try await post(place.port).status == 200)
        }
    }

    @Test func `what the other end must wait for is counted`() async throws {
        let metrics = PrometheusMetrics()
        try await Serving.events(desk: TestDesk(), metrics: metrics) { place, _ in
            _ = try await post(place.port)
            _ = try await post(place.port, body: [])
        }
        let samples = try #require(ExpositionReader(metrics.text())).samples
        #expect(samples.first { $0.labels == ["outcome": "taken"] }?.value == 1)
        #expect(samples.first { $0.labels == ["outcome": "token_missing"] }?.value == 1)
        #expect(samples.first { $0.name == "lunokhod_event_take_duration_seconds_count" }?.value == 1)
    }
}
