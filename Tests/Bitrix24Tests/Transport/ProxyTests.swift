import DemoPortal
import JSON
import NIOHTTP1
import Testing
import TrialServers

@testable import Bitrix24

/// Portals behind a proxy.
@Suite struct ProxyTests {
    @Test("calls over HTTP go through it, over one connection")
    func plain() async throws {
        let demo = TestPortal.demo()
        try await demo.serve { place in
            try await TestProxy.serve(.connects, to: place.port) { proxy, address in
                var options = TestPortal.options()
                options.transport.proxy = address
                let webhook = "http://box.example:8080/rest/1/\(TestPortal.code)/"
                try await TestPortal.with(webhook: webhook, options) { portal in
                    for _ in 0..<3 { _ = try await portal.text("crm.deal.add", ["fields": ["TITLE": "A"]]) }
                }
                #expect(proxy.connections == ["CONNECT box.example:8080 HTTP/1.1"])
            }
        }
        #expect(demo.executed.count == 3)
    }

    @Test("calls over HTTPS go through the proxy, which sees the portal's name and nothing of the call")
    func tunnel() async throws {
        let certificate = try TestCertificate()
        let answer = { @Sendable (_: TestServer.Request) in TestServer.Answer.reply(#"{"result":1}"#) }
        try await TestServer.serve(tls: try certificate.serverContext(), answer: answer) { server in
            try await TestProxy.serve(.connects, to: server.port) { proxy, address in
                try await TestCertificate.withFile(certificate.pem) { file in
                    var options = TestPortal.options()
                    (options.transport.proxy, options.transport.caFile) = (address, file)
                    let webhook = "https://box.example/rest/1/\(TestPortal.code)/"
                    try await TestPortal.with(webhook: webhook, options) { portal in
                        for _ in 0..<3 {
                            let answer = try await portal.text("crm.deal.get", ["id": 1])
                            #expect(answer == "1")
                        }
                    }
                }
                #expect(proxy.connections == ["CONNECT box.example:443 HTTP/1.1"])
                #expect(!proxy.passed.isEmpty)
                #expect(!String(decoding: proxy.passed, as: UTF8.self).contains(TestPortal.code))
            }
            #expect(server.requests.count == 3)
            #expect(server.connectionCount == 1)
        }
    }

    @Test(
        "a proxy that doesn't connect is told with its address, and the call was not made",
        arguments: [
            (TestProxy.Manner.refuses, "does not connect to it"),
            (.wantsPassword, "wants a password, which is not supported"),
        ])
    func refusal(manner: TestProxy.Manner, reason: String) async throws {
        try await TestProxy.serve(manner, to: 1) { _, address in
            var options = TestPortal.options()
            options.transport.proxy = address
            let webhook = "https://box.example/rest/1/\(TestPortal.code)/"
            try await TestPortal.with(webhook: webhook, options) { portal in
                let error = try await portal.failure("crm.deal.add")
                #expect(error.code == "UNREACHABLE")
                #expect(error.execution == .notDone)
                let port = address?.port ?? 0
                #expect(error.message == "https://box.example can't be reached: the proxy 127.0.0.1:\(port) \(reason)")
            }
        }
    }

    @Test("a proxy that isn't there is told instead of the portal", arguments: ["http", "https"])
    func missing(scheme: String) async throws {
        // A port that was free a moment ago may be another test's by now; nobody listens at this one.
        let port = 1
        let webhook = "\(scheme)://box.example/rest/1/\(TestPortal.code)/"
        try await TestPortal.with(webhook: webhook, options(port: port)) { portal in
            let error = try await portal.failure("crm.deal.add")
            #expect(error.code == "UNREACHABLE")
            #expect(error.execution == .notDone)
            #expect(
                error.message
                    == "\(scheme)://box.example can't be reached: the proxy 127.0.0.1:\(port) refuses the connection")
        }
    }

    @Test(
        "a page that a proxy before the portal writes is not taken for the portal's answer",
        arguments: [
            (407, "the proxy wants a password, which is not supported"),
            (403, "check that the webhook's address is a Bitrix24 portal"),
            (502, "the portal or a proxy before it has trouble; try again later"),
        ])
    func page(status: Int, hint: String) async throws {
        let answer = { @Sendable (request: TestServer.Request) -> TestServer.Answer in
            .reply("<h1>\(status)</h1> \(request.uri)", status, ["Content-Type": "text/html"])
        }
        try await TestServer.serve(answer: answer) { server in
            try await TestPortal.with(webhook: server.webhook) { portal in
                let error = try await portal.failure("crm.deal.list")
                #expect(error.code == "NOT_AN_ANSWER")
                #expect(error.status == status)
                #expect(error.hint == hint)
            }
        }
    }

    private func options(port: Int) -> PortalOptions {
        var options = TestPortal.options()
        options.transport.proxy = TransportOptions.Proxy(host: "127.0.0.1", port: port)
        return options
    }
}
