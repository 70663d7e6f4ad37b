import DemoPortal
import JSON
import Testing

@testable import Bitrix24

/// A portal and a network that do everything wrong that they can, over real HTTP.
@Suite struct FaultsTests {
    private static let caller = Caller(priority: .interactive, number: 0)

    /// Pauses don't need to be long here.
    private static func impatient() -> PortalOptions {
        var options = PortalOptions()
        options.limits = .unlimited
        options.policy.firstPause = 0.002
        options.policy.longestPause = 0.02
        options.policy.attempts = 30
        options.transport.requestTimeout = 60
        return options
    }

    private func withPortal(
        _ demo: DemoPortal, options: PortalOptions = Self.impatient(),
        _ body: @Sendable @escaping (Portal) async throws -> Void
    ) async throws {
        try await demo.serve { address in
            let portal = try Portal(credential: .webhook(try Webhook(address.webhook)), options: options)
            do {
                try await body(portal)
            } catch {
                await portal.shutdown()
                throw error
            }
            await portal.shutdown()
        }
    }

    private static func demo(
        deals: Int = 120, _ change: (inout DemoPortalOptions) -> Void = { _ in }
    ) -> DemoPortal {
        var options = DemoPortalOptions(seed: 7)
        options.deals = deals
        change(&options)
        return DemoPortal(options: options)
    }

    /// Every kind of fault but the block by hand, which ends a call at once; 30 requests of 100 meet one.
    private static func faults(seed: UInt64) -> DemoFaults {
        let kinds: [DemoFault] = [
            .tooManyRequests, .operatingLimit, .resetBeforeExecution, .resetAfterExecution, .closedInsideAnswer,
            .badGatewayBeforeExecution, .badGatewayAfterExecution, .page, .truncatedJSON,
        ]
        return DemoFaults(seed: seed, shares: Dictionary(uniqueKeysWithValues: kinds.map { ($0, 0.3 / 9) }))
    }

    @Test("of 100 requests 30 fail in every way, and a list is read exact and complete", arguments: [1, 2, 3])
    func reads(seed: UInt64) async throws {
        let demo = Self.demo(deals: 2_000) { $0.faults = Self.faults(seed: seed) }
        try await withPortal(demo) { portal in
            let list = try portal.list(ListRequest("crm.deal.list", ["select": ["ID", "TITLE"]]), by: Self.caller)
            var found: [Int] = []
            while let page = try await list.next() { found += page.identifiers }
            #expect(found == demo.identifiers(of: "crm.deal"))
            let own = ListRequest("crm.deal.list", ["order": ["TITLE": "ASC"], "select": ["ID"]])
            let byTitle = try portal.list(own, by: Self.caller)
            var others: Set<Int> = []
            while let page = try await byTitle.next() { others.formUnion(page.identifiers) }
            #expect(others == Set(found))
        }
        #expect(demo.statistics.faults > 0)
    }

    @Test("not one change is executed twice, and what is told of each is true", arguments: [1, 2, 3])
    func writes(seed: UInt64) async throws {
        let demo = Self.demo { $0.faults = Self.faults(seed: seed) }
        try await withPortal(demo) { portal in
            var pending: [(title: String, reply: PendingReply)] = []
            for number in 0..<300 {
                let title = "deal \(number)"
                // Some go alone: null has no place in a batch.
                let fields: JSONValue =
                    number % 10 == 0 ? ["TITLE": .string(title), "COMMENTS": nil] : ["TITLE": .string(title)]
                let caller = Caller(priority: .schedule, number: number % 7)
                pending.append((title, await portal.submit(PortalCall("crm.deal.add", ["fields": fields]), by: caller)))
            }
            var times: [String: Int] = [:]
            var told: [String: Result<Bool, PortalError>] = [:]
            for (title, reply) in pending {
                do throws(PortalError) {
                    _ = try await reply.value()
                    told[title] = .success(true)
                } catch {
                    told[title] = .failure(error)
                }
            }
            for execution in demo.executed where execution.method == "crm.deal.add" {
                times[execution.parameters["fields"]?["TITLE"]?.string ?? "", default: 0] += 1
            }
            #expect(times.values.allSatisfy { $0 == 1 })
            for (title, outcome) in told {
                switch outcome {
                case .success: #expect(times[title] == 1, "\(title) was told done")
                case .failure(let error):
                    // What is not known may have been done; what is known to have failed was not.
                    #expect(error.code == "UNKNOWN_OUTCOME" || times[title] == nil, "\(title): \(error)")
                }
            }
            #expect(told.values.count { $0.isUnknown } > 0)
        }
    }

    @Test("a change whose answer was lost says what is not known and what to look for")
    func unknownOutcome() async throws {
        let demo = Self.demo()
        try await withPortal(demo) { portal in
            demo.failNext([.resetAfterExecution])
            let error = await #expect(throws: PortalError.self) {
                try await portal.call(PortalCall("crm.deal.add", ["fields": ["TITLE": "x"]]), by: Self.caller)
            }
            #expect(error?.code == "UNKNOWN_OUTCOME")
            #expect(error?.retryable == false)
            #expect(error?.description.contains("look in Bitrix24 whether the change is there") == true)
        }
        #expect(demo.executed.count == 1)
    }

    @Test(
        "what certainly was not executed is made again, a change, too",
        arguments: [DemoFault.tooManyRequests, .operatingLimit])
    func notExecuted(fault: DemoFault) async throws {
        let demo = Self.demo()
        var options = Self.impatient()
        options.limits = PortalLimits(rate: 50, capacity: 50, operating: nil)
        try await withPortal(demo, options: options) { portal in
            demo.failNext([fault, fault])
            _ = try await portal.call(PortalCall("crm.deal.add", ["fields": ["TITLE": "x"]]), by: Self.caller)
            let statistics = await portal.statistics
            #expect(statistics.requests == 3)
            #expect(statistics.retries.values.reduce(0, +) == 2)
        }
        #expect(demo.executed.count == 1)
    }

    @Test("a block by hand is told at once and not tested again")
    func overload() async throws {
        let demo = Self.demo()
        try await withPortal(demo) { portal in
            demo.failNext([.overload])
            let error = await #expect(throws: PortalError.self) {
                try await portal.call(PortalCall("user.current"), by: Self.caller)
            }
            #expect(error?.code == "OVERLOAD_LIMIT" && error?.status == 503)
            #expect(await portal.statistics.requests == 1)
        }
    }

    @Test("calls that a limit refused are made again, and every call is answered")
    func refusals() async throws {
        let demo = Self.demo(deals: 10)
        var options = Self.impatient()
        options.limits = PortalLimits(rate: 40, capacity: 10, operating: nil)
        try await withPortal(demo, options: options) { portal in
            demo.failNext([.tooManyRequests, .tooManyRequests, .tooManyRequests])
            var pending: [PendingReply] = []
            for _ in 0..<10 {
                // Without a place for null in a batch each of them needs a request of its own.
                pending.append(await portal.submit(PortalCall("crm.deal.list", ["select": nil]), by: Self.caller))
            }
            for reply in pending { _ = try await reply.value() }
            let statistics = await portal.statistics
            #expect(statistics.refusals == 3)
            #expect(statistics.retries == ["QUERY_LIMIT_EXCEEDED": 3])
            #expect(statistics.requests == 13)
        }
    }

    @Test("a list whose answers are too large is read in smaller ones")
    func tooLarge() async throws {
        let demo = Self.demo(deals: 1_000)
        var options = Self.impatient()
        options.transport.largestAnswer = 200_000
        try await withPortal(demo, options: options) { portal in
            let list = try portal.list(ListRequest("crm.deal.list", ["select": ["*", "UF_*"]]), by: Self.caller)
            var found: [Int] = []
            while let page = try await list.next() { found += page.identifiers }
            #expect(found == demo.identifiers(of: "crm.deal"))
        }
    }

    @Test("what is in a list all the time comes exactly once while others come and go")
    func churn() async throws {
        let demo = Self.demo(deals: 5_000) { $0.churn = DemoChurn(every: 1, deletions: 5, additions: 5, seed: 3) }
        let before = Set(demo.identifiers(of: "crm.deal"))
        try await withPortal(demo) { portal in
            let list = try portal.list(ListRequest("crm.deal.list", ["select": ["ID"]]), by: Self.caller)
            var found: [Int] = []
            while let page = try await list.next() { found += page.identifiers }
            let after = Set(demo.identifiers(of: "crm.deal"))
            #expect(before != after)
            #expect(Set(found).count == found.count)
            #expect(before.intersection(after).isSubset(of: found))
        }
    }
}

extension Result where Failure == PortalError {
    fileprivate var isUnknown: Bool {
        if case .failure(let error) = self { error.code == "UNKNOWN_OUTCOME" } else { false }
    }
}
