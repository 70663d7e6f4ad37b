import DemoPortal
import JSON
import NIOHTTP1
import Testing

@testable import Bitrix24

/// Requests and answers over real HTTP, whole and broken.
@Suite struct TransportTests {
    private static let deal: JSONValue = ["fields": ["TITLE": "Луна"]]

    // MARK: What is sent

    @Test("a request is a POST of JSON that says who asks and takes packed JSON")
    func headers() async throws {
        try await TestServer.serve(answer: { _ in .reply(#"{"result":1}"#) }) { server in
            try await TestPortal.with(webhook: server.webhook) { portal in
                let answer = try await portal.text("crm.deal.get", ["id": 5])
                #expect(answer == "1")
            }
            let request = try #require(server.requests.first)
            #expect(request.method == "POST")
            #expect(request.uri == "/rest/1/\(TestPortal.code)/crm.deal.get")
            #expect(request.text == #"{"id":5}"#)
            #expect(request.headers["Content-Type"] == ["application/json"])
            #expect(request.headers["Accept"] == ["application/json"])
            #expect(request.headers["Accept-Encoding"] == ["gzip"])
            #expect(request.headers["User-Agent"] == ["lunokhod/\(Transport.version)"])
            #expect(request.headers["Host"] == ["127.0.0.1:\(server.port)"])
            #expect(request.headers["Idempotency-Key"].isEmpty)
        }
    }

    @Test("calls one after the other share a connection")
    func keepAlive() async throws {
        try await TestServer.serve(answer: { _ in .reply(#"{"result":1}"#) }) { server in
            try await TestPortal.with(webhook: server.webhook) { portal in
                for _ in 0..<20 { _ = try await portal.text("crm.deal.list") }
            }
            #expect(server.requests.count == 20)
            #expect(server.connectionCount == 1)
        }
    }

    // MARK: Sizes

    @Test("a packed answer is unpacked")
    func packed() async throws {
        let title = String(repeating: "Луноход ", count: 10_000)
        try await TestServer.serve(packs: true, answer: { _ in .reply("{\"result\":\"\(title)\"}") }) { server in
            try await TestPortal.with(webhook: server.webhook) { portal in
                let answer = try await portal.text("crm.deal.get", ["id": 1])
                #expect(answer == "\"\(title)\"")
            }
        }
    }

    @Test("an answer that is larger than what is read is refused, packed or not", arguments: [false, true])
    func tooLarge(packs: Bool) async throws {
        let answer = { @Sendable (request: TestServer.Request) -> TestServer.Answer in
            .reply("{\"result\":\"\(String(repeating: "a", count: Int(request.text.filter(\.isNumber)) ?? 0))\"}")
        }
        try await TestServer.serve(packs: packs, answer: answer) { server in
            var options = TestPortal.options(attempts: 3)
            options.transport.largestAnswer = 100_000
            try await TestPortal.with(webhook: server.webhook, options) { portal in
                #expect(try await portal.text("crm.deal.get", ["id": 99_900]).utf8.count == 99_902)
                let error = try await portal.failure("crm.deal.get", ["id": 100_001])
                #expect(error.code == "TOO_LARGE")
                #expect(error.message == "the answer is larger than 97 kB")
                #expect(!error.retryable)
            }
            #expect(server.requests.count == 2)
        }
    }

    @Test("an answer of unknown length is not read beyond the largest one")
    func endless() async throws {
        try await TestServer.serve(answer: { _ in .drops }) { server in
            var options = TestPortal.options()
            options.transport.largestAnswer = 2
            try await TestPortal.with(webhook: server.webhook, options) { portal in
                let error = try await portal.failure("crm.deal.get", ["id": 1])
                #expect(error.code == "TOO_LARGE")
                #expect(error.message == "the answer is larger than 2 bytes")
            }
        }
    }

    // MARK: No answer

    @Test(
        "an answer that doesn't come, or doesn't come to its end, is given up in time",
        arguments: [TestServer.Answer.silence, .drops])
    func timeout(answer: TestServer.Answer) async throws {
        try await TestServer.serve(answer: { _ in answer }) { server in
            var options = TestPortal.options()
            options.transport.requestTimeout = 0.3
            try await TestPortal.with(webhook: server.webhook, options) { portal in
                let error = try await portal.failure("crm.deal.list")
                #expect(error.code == "TIMEOUT")
                #expect(error.execution == .unknown)
                #expect(error.message == "http://127.0.0.1:\(server.port): it took longer than 0.3 s to answer")
                let change = try await portal.failure("crm.deal.add", Self.deal)
                #expect(change.code == "UNKNOWN_OUTCOME")
                #expect(change.message.contains("it took longer than 0.3 s"))
                #expect(change.hint?.contains("look in Bitrix24") == true)
            }
            #expect(server.requests.count == 2)
        }
    }

    @Test("where nobody listens the portal can't be reached, and the call was not made")
    func closedPort() async throws {
        let port = try await TestPortal.demo().serve { $0.port }
        try await TestPortal.with(webhook: "http://127.0.0.1:\(port)/rest/1/\(TestPortal.code)/") { portal in
            let error = try await portal.failure("crm.deal.add", Self.deal)
            #expect(error.code == "UNREACHABLE")
            #expect(error.execution == .notDone)
            #expect(error.retryable)
            #expect(error.message == "http://127.0.0.1:\(port) can't be reached: it refuses the connection")
        }
    }

    @Test(
        "a connection that ends before the answer does leaves open what was done",
        arguments: [
            TestServer.Answer.end, .cut([], promised: 20), .cut(Array(#"{"result":"#.utf8), promised: 20),
            .cut([1, 2, 3, 4], promised: 4, ["Content-Type": "application/json", "Content-Encoding": "gzip"]),
        ])
    func broken(answer: TestServer.Answer) async throws {
        try await TestServer.serve(answer: { _ in answer }) { server in
            try await TestPortal.with(webhook: server.webhook) { portal in
                let error = try await portal.failure("crm.deal.list")
                #expect(error.code == "BROKEN")
                #expect(error.execution == .unknown)
                #expect(try await portal.failure("crm.deal.add", Self.deal).code == "UNKNOWN_OUTCOME")
            }
            #expect(server.requests.count == 2)
        }
    }

    @Test(
        "a portal's trouble is made good for what reads, and told for what changes",
        arguments: [
            DemoFault.resetBeforeExecution, .resetAfterExecution, .closedInsideAnswer, .badGatewayBeforeExecution,
            .badGatewayAfterExecution, .page, .truncatedJSON,
        ])
    func faults(fault: DemoFault) async throws {
        let demo = TestPortal.demo()
        try await demo.serve { address in
            try await TestPortal.with(webhook: address.webhook, TestPortal.options(attempts: 3)) { portal in
                demo.failNext([fault, fault])
                #expect(try await portal.text("profile").hasPrefix("{"))
                demo.failNext([fault])
                let error = try await portal.failure("crm.deal.add", Self.deal)
                #expect(error.code == "UNKNOWN_OUTCOME")
                #expect(!error.retryable)
            }
        }
        #expect(demo.statistics.requests == 4)
        let wasDone = ![.resetBeforeExecution, .badGatewayBeforeExecution].contains(fault)
        #expect(demo.executed.count == (wasDone ? 1 : 0))
    }

    // MARK: Secrets

    @Test(
        "a page that repeats the webhook's address does not bring its code into the error", arguments: [200, 404, 502])
    func page(status: Int) async throws {
        let answer = { @Sendable (request: TestServer.Request) -> TestServer.Answer in
            .reply("<h1>Not found</h1><p>The URL \(request.uri) is not here", status, ["Content-Type": "text/html"])
        }
        try await TestServer.serve(answer: answer) { server in
            try await TestPortal.with(webhook: server.webhook) { portal in
                let error = try await portal.failure("crm.deal.get", ["id": 1])
                #expect(error.code == "NOT_AN_ANSWER")
                #expect(error.message.hasSuffix("it begins: Not found The URL /rest/1/…/crm.deal.get is not here"))
            }
        }
    }

    @Test("nor does an error of the portal, whose code and text are its own")
    func refusal() async throws {
        let answer = { @Sendable (request: TestServer.Request) -> TestServer.Answer in
            .reply(#"{"error":"\#(request.uri)","error_description":"no \#(request.uri)"}"#, 400)
        }
        try await TestServer.serve(answer: answer) { server in
            try await TestPortal.with(webhook: server.webhook) { portal in
                let error = try await portal.failure("crm.deal.get", ["id": 1])
                #expect(error.message == "no /rest/1/…/crm.deal.get")
            }
        }
    }

    @Test("what was received shows no code in a dump")
    func response() throws {
        var shown = "\(Secrets([TestPortal.code]))"
        dump(Secrets([TestPortal.code]), to: &shown)
        dump(
            Transport.Response(status: 200, contentType: nil, body: [], secrets: Secrets([TestPortal.code])), to: &shown
        )
        dump(Credential.webhook(try Webhook("http://127.0.0.1/rest/1/\(TestPortal.code)/")), to: &shown)
        #expect(!shown.contains(TestPortal.code))
    }
}
