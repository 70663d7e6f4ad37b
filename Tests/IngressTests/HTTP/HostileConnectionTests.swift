import Testing
import Trials

@testable import Ingress

@Suite struct HostileConnectionTests {
    @Test func `half a request is no event, and others are served`() async throws {
        let desk = TestDesk()
        try await Serving.events(desk: desk) { place, _ in
            let half = try await RawConnection.open(port: place.port)
            try await half.send(String(RawEvent.text().dropLast(10)))
            try await half.close()
            let whole = try await RawConnection.open(port: place.port)
            try await whole.send(RawEvent.text())
            #expect(RawEvent.count(200, in: try await whole.heard { !$0.isEmpty }) == 1)
            #expect(desk.taken.count == 1)
        }
    }

    @Test func `a head that doesn't come whole in time ends the connection`() async throws {
        try await Serving.events(desk: TestDesk()) {
            $0.limits.arrivalTime = .milliseconds(50)
        } _: { place, _ in
            let connection = try await RawConnection.open(port: place.port)
            try? await connection.send("POST /events/main HT")
            #expect(try await connection.heard() == "")
        }
    }

    @Test func `a body that doesn't come whole in time is told so`() async throws {
        let desk = TestDesk()
        try await Serving.events(desk: desk) {
            $0.limits.arrivalTime = .milliseconds(150)
        } _: { place, _ in
            let connection = try await RawConnection.open(port: place.port)
            try? await connection.send(String(RawEvent.text().dropLast(10)))
            let heard = try await connection.heard()
            #expect(heard.isEmpty || RawEvent.count(408, in: heard) == 1)
            #expect(desk.taken.isEmpty)
        }
    }

    @Test func `a connection without a request is closed after a while`() async throws {
        try await Serving.events(desk: TestDesk()) {
            $0.limits.idleTime = .milliseconds(50)
        } _: { place, _ in
            let connection = try await RawConnection.open(port: place.port)
            try await connection.send(RawEvent.text())
            #expect(RawEvent.count(200, in: try await connection.heard()) == 1)
        }
    }

    @Test func `a head beyond its limits is refused`() async throws {
        let desk = TestDesk()
        try await Serving.events(desk: desk) { place, _ in
            let long = try await RawConnection.open(port: place.port)
            try? await long.send(RawEvent.text(fields: ["x-long: " + String(repeating: "a", count: 40_000)]))
            let heard = try await long.heard()
            #expect(heard.isEmpty || RawEvent.count(400, in: heard) == 1)
            let many = try await RawConnection.open(port: place.port)
            try? await many.send(RawEvent.text(fields: (0..<200).map { "x-\($0): a" }))
            let other = try await many.heard()
            #expect(other.isEmpty || RawEvent.count(400, in: other) == 1)
            #expect(desk.taken.isEmpty)
        }
    }

    @Test func `requests that come at once are answered one after the other`() async throws {
        let desk = TestDesk()
        try await Serving.events(desk: desk) { place, _ in
            let connection = try await RawConnection.open(port: place.port)
            let others = RawEvent.text(path: "/events/other") + RawEvent.text(path: "/x")
            try await connection.send(RawEvent.text() + others + RawEvent.text())
            let heard = try await connection.heard { RawEvent.count(200, in: $0) == 2 }
            let statuses = heard.matches(of: /HTTP\/1\.1 (\d+)/).map { String($0.output.1) }
            #expect(statuses == ["200", "404", "404", "200"])
            #expect(desk.taken.count == 2)
        }
    }

    @Test func `thousands of requests in one packet end no stack`() async throws {
        let gate = Gate()
        try await Serving.events(desk: TestDesk(gate: gate)) { place, _ in
            let connection = try await RawConnection.open(port: place.port)
            let crowd = String(repeating: "GET / HTTP/1.1\r\n\r\n", count: 3000)
            try await connection.send(RawEvent.text() + crowd)
            await gate.somebodyWaits()
            await gate.open()
            let heard = try await connection.heard { $0.utf8.count > 3000 * 60 && RawEvent.count(404, in: $0) == 3000 }
            #expect(RawEvent.count(404, in: heard) == 3000)
        }
    }

    @Test func `who asks whether to go on is told to`() async throws {
        try await Serving.events(desk: TestDesk()) { place, _ in
            let connection = try await RawConnection.open(port: place.port)
            let text = RawEvent.text(fields: ["expect: 100-continue"])
            let body = text.suffix(RawEvent.body.count)
            try await connection.send(String(text.dropLast(body.count)))
            #expect(try await connection.heard { !$0.isEmpty }.hasPrefix("HTTP/1.1 100 "))
            try await connection.send(String(body))
            #expect(RawEvent.count(200, in: try await connection.heard { RawEvent.count(200, in: $0) > 0 }) == 1)
        }
    }

    @Test func `who sends no more still gets an answer, and an old program its connection closed`() async throws {
        try await Serving.events(desk: TestDesk()) { place, _ in
            let half = try await RawConnection.open(port: place.port)
            try await half.send(RawEvent.text())
            try await half.closeOutput()
            #expect(RawEvent.count(200, in: try await half.heard()) == 1)
            let old = try await RawConnection.open(port: place.port)
            try await old.send(RawEvent.text(version: "1.0"))
            #expect(RawEvent.count(200, in: try await old.heard()) == 1)
        }
    }

    @Test func `a connection beyond the limit waits for another one to end`() async throws {
        try await Serving.events(desk: TestDesk()) {
            $0.limits.mostConnections = 1
        } _: { place, server in
            let first = try await RawConnection.open(port: place.port)
            try await first.send(RawEvent.text())
            _ = try await first.heard { !$0.isEmpty }
            let second = try await RawConnection.open(port: place.port)
            try await second.send(RawEvent.text())
            try await first.send(RawEvent.text())
            #expect(RawEvent.count(200, in: try await first.heard { RawEvent.count(200, in: $0) == 2 }) == 2)
            #expect(server.connections == 1)
            #expect(try await second.heard { _ in true } == "")
            try await first.close()
            #expect(RawEvent.count(200, in: try await second.heard { !$0.isEmpty }) == 1)
        }
    }

    @Test func `bodies beyond what all may hold are told to come again`() async throws {
        try await Serving.events(desk: TestDesk()) {
            $0.limits.mostBytes = 100
        } _: { place, _ in
            let connection = try await RawConnection.open(port: place.port)
            try await connection.send(RawEvent.text())
            #expect(RawEvent.count(503, in: try await connection.heard { $0.hasSuffix("busy\n") }) == 1)
        }
    }

    @Test func `random bytes don't bring the server down`() async throws {
        try await Serving.events(desk: TestDesk()) { place, _ in
            var random = SeededRandom(seed: 9)
            let letters = Array("POST /events/main HTTP/1.1\r\n\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n")
            for _ in 0..<60 {
                let count = Int.random(in: 1...300, using: &random)
                let text = String((0..<count).map { _ in letters[Int.random(in: 0..<letters.count, using: &random)] })
                let connection = try await RawConnection.open(port: place.port)
                try? await connection.send(text)
                try? await connection.closeOutput()
                _ = try await connection.heard()
            }
            let proper = try await RawConnection.open(port: place.port)
            try await proper.send(RawEvent.text())
            #expect(RawEvent.count(200, in: try await proper.heard { !$0.isEmpty }) == 1)
        }
    }
}
