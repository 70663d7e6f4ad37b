import DemoPortal
import JSON
import NIOHTTP1
import Testing

@testable import Bitrix24

/// Portals that answer from another address than the webhook's.
@Suite struct RedirectTests {
    private let old = TestPortal.demo()
    private let new = TestPortal.demo()
    private let notices = Notes<PortalNotice>()
    private let deal: JSONValue = ["fields": ["TITLE": "Луна", "OPPORTUNITY": "10.5"]]

    private var options: PortalOptions {
        var options = TestPortal.options()
        let notices = notices
        options.told = { notices.add($0) }
        return options
    }

    @Test("a change is made once, at the new address, with all its parameters", arguments: DemoRedirect.allCases)
    func change(status: DemoRedirect) async throws {
        try await serveBoth(status: status) { here, _ in
            _ = try await TestPortal.with(webhook: here.webhook, options) { portal in
                try await portal.text("crm.deal.add", deal)
            }
        }
        #expect(new.executed.map(\.method) == ["crm.deal.add"])
        #expect(new.executed.map(\.parameters) == [deal])
        #expect(old.executed.isEmpty)
    }

    @Test("the next call goes straight to the new address", arguments: DemoRedirect.allCases)
    func nextCall(status: DemoRedirect) async throws {
        try await serveBoth(status: status) { here, _ in
            try await TestPortal.with(webhook: here.webhook, options) { portal in
                for _ in 0..<3 { _ = try await portal.text("crm.deal.list") }
                #expect(await portal.statistics.requests == 4)
            }
        }
        #expect(old.statistics.requests == 1)
        #expect(new.statistics.requests == 3)
    }

    @Test("the new address is told once, by whichever of many calls, and without the webhook's code")
    func notice() async throws {
        try await serveBoth { here, there in
            try await TestPortal.with(webhook: here.webhook, options) { portal in
                // Nothing that holds a null can share a request.
                let call = PortalCall("crm.deal.list", ["filter": .null])
                let pending = await portal.submit(all: Array(repeating: call, count: 20))
                for reply in pending { _ = try await reply.value() }
            }
            let expected = PortalNotice.moved(
                from: "http://127.0.0.1:\(here.port)", to: "http://127.0.0.1:\(there.port)")
            #expect(notices.all == [expected])
            #expect(!expected.description.contains(TestPortal.code))
        }
        #expect(old.statistics.redirects > 1)
    }

    @Test("a portal that moved twice is followed to where it is now, and told so")
    func twice() async throws {
        let newest = TestPortal.demo()
        try await newest.serve { last in
            new.move(to: "http://127.0.0.1:\(last.port)")
            try await serveBoth { here, _ in
                try await TestPortal.with(webhook: here.webhook, options) { portal in
                    _ = try await portal.text("crm.deal.list")
                    _ = try await portal.text("crm.deal.list")
                }
                #expect(
                    notices.all == [
                        .moved(from: "http://127.0.0.1:\(here.port)", to: "http://127.0.0.1:\(last.port)")
                    ])
            }
        }
        #expect(old.statistics.requests == 1)
        #expect(new.statistics.requests == 1)
        #expect(newest.statistics.requests == 2)
    }

    @Test(
        "a page to log in is not the portal: the call fails, and nothing is sent there",
        arguments: ["/login?to=", "/auth/?backurl=%2F&x=", "/sso#"])
    func login(path: String) async throws {
        try await TestServer.serve(answer: { _ in .reply("{}") }) { other in
            old.move(to: "http://127.0.0.1:\(other.port)\(path)")
            try await old.serve { here in
                try await TestPortal.with(webhook: here.webhook, options) { portal in
                    let error = try await portal.failure("crm.deal.add", deal)
                    #expect(error.code == "REDIRECTED")
                    #expect(error.status == 302)
                    #expect(error.execution == .notDone)
                    #expect(!error.retryable)
                    #expect(
                        error.message
                            == "the portal sends the call on to http://127.0.0.1:\(other.port), which is not taken for "
                            + "its new address")
                }
            }
            #expect(other.connectionCount == 0)
        }
        #expect(notices.all.isEmpty)
    }

    @Test("a portal of the cloud is followed inside the cloud and nowhere else")
    func cloud() async throws {
        let answer = { @Sendable (request: TestServer.Request) -> TestServer.Answer in
            switch request.headers["Host"].first {
            case "old.bitrix24.ru": return .reply("", 302, ["Location": "http://new.bitrix24.com\(request.uri)"])
            case "new.bitrix24.com": return .reply("", 302, ["Location": "http://bitrix24.example\(request.uri)"])
            default: return .reply("{\"result\":1}")
            }
        }
        // The proxy's only end is the server, whatever host is meant.
        try await TestServer.serve(answer: answer) { server in
            try await TestProxy.serve(.connects, to: server.port) { proxy, address in
                var options = options
                options.transport.proxy = address
                let webhook = "http://old.bitrix24.ru/rest/1/\(TestPortal.code)/"
                try await TestPortal.with(webhook: webhook, options) { portal in
                    let error = try await portal.failure("crm.deal.list")
                    #expect(error.code == "REDIRECTED")
                    #expect(error.message.contains("http://bitrix24.example, which is not taken"))
                }
                #expect(
                    proxy.connections == [
                        "CONNECT old.bitrix24.ru:80 HTTP/1.1", "CONNECT new.bitrix24.com:80 HTTP/1.1",
                    ])
            }
            #expect(server.requests.count == 2)
        }
        #expect(notices.all.isEmpty)
    }

    @Test("two addresses that lead to each other end in an error, and are no move")
    func loop() async throws {
        try await serveBoth { here, there in
            new.move(to: "http://127.0.0.1:\(here.port)")
            try await TestPortal.with(webhook: here.webhook, options) { portal in
                let error = try await portal.failure("crm.deal.add", deal)
                #expect(error.code == "REDIRECTED")
                #expect(await portal.statistics.requests == 2)
            }
        }
        #expect(notices.all.isEmpty)
        #expect(old.executed.isEmpty && new.executed.isEmpty)
    }

    @Test("an address that leads to itself is an error")
    func itself() async throws {
        try await old.serve { here in
            old.move(to: "http://127.0.0.1:\(here.port)")
            try await TestPortal.with(webhook: here.webhook, options) { portal in
                let error = try await portal.failure("crm.deal.list")
                #expect(error.code == "REDIRECTED")
                #expect(await portal.statistics.requests == 1)
            }
        }
    }

    // MARK: Portals

    /// Serves both portals; the old one sends to the new one.
    private func serveBoth(
        status: DemoRedirect = .found,
        _ body: @Sendable @escaping (DemoPortalAddress, DemoPortalAddress) async throws -> Void
    ) async throws {
        try await new.serve { there in
            try await old.serve { here in
                old.move(to: "http://127.0.0.1:\(there.port)", status: status)
                try await body(here, there)
            }
        }
    }
}
