import DemoPortal
import JSON
import Testing

@testable import Bitrix24

/// Typed calls, batches and lists over real HTTP to the demo portal.
@Suite struct TypedCallTests {
    struct ID: Decodable, Sendable, Equatable {
        let id: Int
        enum CodingKeys: String, CodingKey { case id = "ID" }
    }

    static func with<Value: Sendable>(
        deals: Int = 120, options: PortalOptions = TestPortal.options(),
        _ body: @escaping @Sendable (Portal) async throws -> Value
    ) async throws -> Value {
        try await TestPortal.demo(deals: deals).serve { address in
            try await TestPortal.with(webhook: address.webhook, options, body)
        }
    }

    @Test("an answer that is not of the type is a portal's error with method and place")
    func decoding() async throws {
        try await Self.with { portal in
            struct Wrong: Decodable, Sendable {
                let title: Int
                enum CodingKeys: String, CodingKey { case title = "TITLE" }
            }
            let error = await #expect(throws: PortalError.self) {
                try await portal.call("crm.deal.get", ["id": 1], as: Wrong.self)
            }
            #expect(error?.code == "DECODING" && error?.method == "crm.deal.get" && error?.execution == .answered)
            #expect(error?.message.contains("at TITLE it is a text") == true)
            let listed = await #expect(throws: PortalError.self) {
                try await portal.items(of: "crm.deal.list", as: Wrong.self).collect()
            }
            #expect(listed?.message.contains("at [0].TITLE") == true)
            let member = await #expect(throws: PortalError.self) {
                try await portal.call("crm.item.get", ["entityTypeId": 2, "id": 1], as: ID.self, at: "task")
            }
            #expect(member?.message.contains("there is no member 'task'") == true)
        }
    }

    @Test("a list's items are decoded one by one to its end, and the walk can be made again")
    func items() async throws {
        try await Self.with(deals: 3_000) { portal in
            let deals = portal.items(of: "crm.deal.list", ["select": ["ID"]], as: ID.self)
            for _ in 0..<2 {
                var identifiers: Set<Int> = []
                for try await deal in deals { identifiers.insert(deal.id) }
                #expect(identifiers.count == 3_000)
                #expect(deals.partial == nil && deals.notes.isEmpty)
            }
            #expect(await portal.statistics.requests <= 8)
        }
    }

    @Test("a list is read only as far as it is wanted")
    func limit() async throws {
        try await Self.with(deals: 3_000) { portal in
            let ids = try await portal.items(of: "crm.deal.list", as: ID.self, limit: 70).collect()
            #expect(ids.count == 70)
            for try await deal in portal.items(of: "crm.deal.list", as: ID.self) where deal.id > 0 { break }
            #expect(await portal.statistics.requests <= 4)
        }
    }

    @Test("pages hold all items, and the last one is the list's end")
    func pages() async throws {
        try await Self.with { portal in
            var count = 0
            for try await page in portal.items(of: "crm.deal.list", as: ID.self).pages { count += page.items.count }
            #expect(count == 120)
        }
    }

    @Test("what is no list says so when it is read")
    func noList() async throws {
        try await Self.with { portal in
            let error = await #expect(throws: PortalError.self) {
                try await portal.items(of: "crm.deal.add", as: ID.self).collect()
            }
            #expect(error?.code == "LIST")
            let unwritable = await #expect(throws: PortalError.self) {
                try await portal.items(of: "crm.deal.list", ["filter": .value(Double.nan)], as: ID.self).collect()
            }
            #expect(unwritable?.code == "ENCODING")
            #expect(await portal.statistics.requests == 0)
        }
    }

    @Test("calls of several types go as one request, each with its own answer or error")
    func pack() async throws {
        try await Self.with { portal in
            let (deal, missing, users) = try await portal.batch(
                Call("crm.deal.get", ["id": 1], as: ID.self), Call("crm.deal.get", ["id": 999_999], as: ID.self),
                Call("user.get", as: [ID].self))
            #expect(try deal.get().id == 1)
            #expect(throws: PortalError.self) { try missing.get() }
            #expect(try !users.get().isEmpty)
            #expect(await portal.statistics.requests == 1)
        }
    }

    @Test("the first failure ends a batch that halts")
    func halts() async throws {
        try await Self.with { portal in
            let (missing, deal) = try await portal.batch(
                Call("crm.deal.get", ["id": 999_999], as: ID.self), Call("crm.deal.get", ["id": 1], as: ID.self),
                halts: true)
            #expect(throws: PortalError.self) { try missing.get() }
            #expect(throws: PortalError.self) { try deal.get() }
        }
    }

    @Test("many calls of one type take few requests, and one that can't be written spoils no other")
    func many() async throws {
        try await Self.with { portal in
            var calls = (1...100).map { Call("crm.deal.get", ["id": .value($0)], as: ID.self) }
            calls.insert(Call("crm.deal.get", ["id": .value(Double.infinity)]), at: 50)
            let results = await portal.batch(calls)
            let identifiers = results.map { try? $0.get().id }
            #expect(zip(identifiers, Array(1...50) + [0] + Array(51...100)).allSatisfy { $0 == nil || $0 == $1 })
            #expect(identifiers.count { $0 != nil } > 90)
            #expect(results[50].failureCode == "ENCODING")
            #expect(await portal.statistics.requests == 2)
        }
    }

    @Test("a cancelled task's calls end as CANCELLED, and no more is asked of the portal")
    func cancelled() async throws {
        try await Self.with { portal in
            let task = Task { () -> [String?] in
                withUnsafeCurrentTask { $0?.cancel() }
                var codes: [String?] = []
                do throws(PortalError) { _ = try await portal.call("crm.deal.get", ["id": 1], as: ID.self) } catch {
                    codes.append(error.code)
                }
                do throws(PortalError) { _ = try await portal.items(of: "crm.deal.list", as: ID.self).collect() } catch
                {
                    codes.append(error.code)
                }
                do throws(PortalError) {
                    _ = try await portal.batch(Call("crm.deal.get", ["id": 1], as: ID.self))
                } catch {
                    codes.append(error.code)
                }
                codes += await portal.batch([Call("crm.deal.get", ["id": 1], as: ID.self)]).map(\.failureCode)
                return codes
            }
            #expect(await task.value == Array(repeating: "CANCELLED", count: 4))
            #expect(await portal.statistics.requests == 0)
        }
    }

    @Test("cancelling ends a call that waits for the portal's limits")
    func waiting() async throws {
        var options = TestPortal.options()
        options.limits = PortalLimits(rate: 0.0001, capacity: 1)
        try await Self.with(options: options) { portal in
            _ = try await portal.call("crm.deal.get", ["id": 1], as: ID.self)
            let task = Task { () -> String? in
                do throws(PortalError) {
                    _ = try await portal.call("crm.deal.get", ["id": 1], as: ID.self)
                    return nil
                } catch {
                    return error.code
                }
            }
            task.cancel()
            #expect(await task.value == "CANCELLED")
        }
    }

    @Test("an address that is no webhook's is told without it")
    func address() async {
        let error = await #expect(throws: PortalError.self) {
            try await withPortal(webhook: "https://example.org/s3cr3t") { _ in }
        }
        #expect(error?.code == "SETTINGS")
        #expect(error.map { "\($0)".contains("s3cr3t") } == false)
    }
}

extension Result where Failure == PortalError {
    fileprivate var failureCode: String? { if case .failure(let error) = self { error.code } else { nil } }
}
