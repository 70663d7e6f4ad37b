import DemoPortal
import JSON
import Testing

@testable import Bitrix24

/// Calls over real HTTP to the demo portal.
@Suite struct PortalTests {
    private static let caller = Caller(priority: .interactive, number: 0)

    @Test("3,000 deals walked by ID are all there once, in a handful of requests")
    func walk() async throws {
        try await withPortal(deals: 3_000) { portal in
            let identifiers = try await Self.identifiers(
                in: portal.list(ListRequest("crm.deal.list", ["select": ["TITLE"]]), by: Self.caller))
            #expect(identifiers.count == 3_000)
            #expect(Set(identifiers).count == 3_000)
            #expect(identifiers == identifiers.sorted())
            #expect((3...4).contains(await portal.statistics.requests))
        }
    }

    @Test("a walk by offset, in an order of one's own, finds the same deals as one by ID")
    func order() async throws {
        try await withPortal { portal in
            let byID = try await Self.identifiers(in: portal.list(ListRequest("crm.deal.list", [:]), by: Self.caller))
            let byOffset = try await Self.identifiers(
                in: portal.list(ListRequest("crm.deal.list", ["order": ["ID": "DESC"]]), by: Self.caller))
            #expect(byOffset == byID.reversed())
            #expect(byID.count == 120)
        }
    }

    @Test("the items have the selected fields and the identifier, and no others")
    func select() async throws {
        try await withPortal { portal in
            let list = try portal.list(ListRequest("crm.deal.list", ["select": ["TITLE"]]), by: Self.caller)
            let page = try #require(try await list.next())
            let first = try #require(try JSONValue(parsing: page.items)[0]?.object)
            #expect(Set(first.names) == ["ID", "TITLE"])
            #expect(page.count == 50)
        }
    }

    @Test("a filter of the caller's holds on every page")
    func filter() async throws {
        try await withPortal { portal in
            let all = try await Self.identifiers(in: portal.list(ListRequest("crm.deal.list", [:]), by: Self.caller))
            let half = try await Self.identifiers(
                in: portal.list(ListRequest("crm.deal.list", ["filter": ["<ID": .integer(all[100])]]), by: Self.caller))
            #expect(half == Array(all.prefix(100)))
        }
    }

    @Test(
        "other lists are walked to their end, too",
        arguments: [
            ("tasks.task.list", [:]), ("crm.item.list", ["entityTypeId": 2]), ("user.get", [:]),
            ("department.get", [:]),
        ] as [(String, JSONObject)])
    func otherLists(method: String, parameters: JSONObject) async throws {
        try await withPortal { portal in
            let counted = try await portal.count(ListRequest(method, parameters), by: Self.caller)
            let identifiers = try await Self.identifiers(
                in: portal.list(ListRequest(method, parameters), by: Self.caller))
            #expect(identifiers.count == counted)
            #expect(Set(identifiers).count == counted)
            #expect(counted > 0)
        }
    }

    @Test("count is one request")
    func count() async throws {
        try await withPortal { portal in
            let count = try await portal.count(ListRequest("crm.deal.list", [:]), by: Self.caller)
            #expect(count == 120)
            #expect(await portal.statistics.requests == 1)
        }
    }

    @Test("count of what the portal doesn't count is an error")
    func noCount() async throws {
        try await withPortal { portal in
            let error = await #expect(throws: PortalError.self) {
                try await portal.count(ListRequest("user.current", [:]), by: Self.caller)
            }
            #expect(error?.code == "LIST")
        }
    }

    @Test("a list asks for nothing before its first page")
    func lazy() async throws {
        try await withPortal { portal in
            _ = try portal.list(ListRequest("crm.deal.list", [:]), by: Self.caller)
            #expect(await portal.statistics.requests == 0)
        }
    }

    @Test("a call gives the portal's answer whole, and its error with what is known of it")
    func call() async throws {
        try await withPortal { portal in
            let reply = try await portal.call(PortalCall("crm.deal.list"), by: Self.caller)
            #expect(try JSONValue(parsing: reply.resultBytes).array?.count == 50)
            #expect(try JSONValue(parsing: reply.body)["total"] == 120)
            let error = await #expect(throws: PortalError.self) {
                try await portal.call(PortalCall("crm.deal.search"), by: Self.caller)
            }
            #expect(error?.code == "ERROR_METHOD_NOT_FOUND")
            #expect(error?.status == 404)
            #expect(error?.hint == "did you mean crm.deal.delete?")
        }
    }

    @Test("a wrong webhook is refused with 401 and told to be checked")
    func wrongWebhook() async throws {
        try await withPortal(code: "wrongcode0000000") { portal in
            let error = await #expect(throws: PortalError.self) {
                try await portal.call(PortalCall("crm.deal.list"), by: Self.caller)
            }
            #expect(error?.status == 401)
            #expect(error?.code == "INVALID_CREDENTIALS")
            #expect(error?.hint?.contains("check the webhook") == true)
            #expect(error?.description.contains("wrongcode0000000") == false)
            #expect(error?.retryable == false)
        }
    }

    @Test(
        "what is no name of a method never reaches the wire",
        arguments: [
            "", "crm/deal", "../profile", "..", "crm deal list", "batch?halt=1", "batch#", "%2e%2e", "сделки", "a\r\nb",
        ])
    func names(method: String) async throws {
        let portal = try Portal(credential: .webhook(try Webhook("http://127.0.0.1:1/rest/1/s3cr3tc0de/")))
        let error = await #expect(throws: PortalError.self) {
            try await portal.call(PortalCall(method), by: Self.caller)
        }
        #expect(error?.code == "METHOD_NAME")
        #expect(await portal.statistics.requests == 0)
        await portal.shutdown()
    }

    @Test("a portal that can't be reached is told so; the call may be repeated")
    func unreachable() async throws {
        // Where a portal was a moment ago nobody listens.
        let address = try await DemoPortal(options: Self.options(deals: 1)).serve { $0 }
        let portal = try Portal(credential: .webhook(try Webhook(address.webhook)))
        let error = await #expect(throws: PortalError.self) {
            try await portal.call(PortalCall("crm.deal.list"), by: Self.caller)
        }
        #expect(error?.code == "UNREACHABLE")
        #expect(error?.retryable == true)
        #expect(error?.status == nil)
        #expect(error?.message == "http://127.0.0.1:\(address.port) can't be reached: it refuses the connection")
        await portal.shutdown()
    }

    @Test("the address that people see has no secret")
    func address() async throws {
        let portal = try Portal(credential: .webhook(try Webhook("https://demo.bitrix24.ru/rest/1/s3cr3tc0de/")))
        #expect(portal.address == "https://demo.bitrix24.ru")
        await portal.shutdown()
    }

    // MARK: Portals

    private static func options(deals: Int) -> DemoPortalOptions {
        var options = DemoPortalOptions(seed: 7)
        options.deals = deals
        return options
    }

    /// Serves a portal while `body` runs; with another code than the portal's if one is given.
    private func withPortal(
        deals: Int = 120, code: String? = nil, _ body: @Sendable @escaping (Portal) async throws -> Void
    ) async throws {
        let options = Self.options(deals: deals)
        try await DemoPortal(options: options).serve { address in
            let webhook = address.webhook.replacing(options.webhookCode, with: code ?? options.webhookCode)
            let portal = try Portal(credential: .webhook(try Webhook(webhook)))
            do {
                try await body(portal)
            } catch {
                await portal.shutdown()
                throw error
            }
            await portal.shutdown()
        }
    }

    private static func identifiers(in list: PortalList) async throws -> [Int] {
        var identifiers: [Int] = []
        while let page = try await list.next() {
            let items = try JSONValue(parsing: page.items).array ?? []
            #expect(items.count == page.count)
            identifiers += items.compactMap { item in
                let value = item["ID"] ?? item["id"]
                return value?.integer ?? value?.string.flatMap { Int($0) }
            }
        }
        return identifiers
    }
}
