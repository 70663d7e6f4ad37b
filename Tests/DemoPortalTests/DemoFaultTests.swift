import JSON
import NIOCore
import Testing

@testable import DemoPortal

@Suite("Faults")
struct DemoFaultTests {
    private let deal: JSONValue = ["fields": ["TITLE": "Проба"]]

    /// What one request over HTTP comes to when that goes wrong, and whether its work was done.
    private func add(_ fault: DemoFault) async throws -> (outcome: HTTPSender.Outcome, portal: DemoPortal) {
        let portal = TestPortal.make(deals: 3)
        portal.failNext([fault])
        let outcome = try await portal.serve { await HTTPSender.post($0.webhook + "crm.deal.add", deal) }
        #expect(portal.statistics.faults == (fault == .none ? 0 : 1))
        return (outcome, portal)
    }

    @Test(
        "of the portal are its documented refusals, and nothing is executed",
        arguments: [
            (DemoFault.tooManyRequests, 503, "QUERY_LIMIT_EXCEEDED"), (.overload, 503, "OVERLOAD_LIMIT"),
            (.operatingLimit, 429, "OPERATION_TIME_LIMIT"), (.expiredToken, 401, "expired_token"),
        ])
    func refusals(fault: DemoFault, status: Int, code: String) async throws {
        let (outcome, portal) = try await add(fault)
        #expect(outcome.status == status)
        #expect(outcome.json?["error"]?.string == code)
        #expect(portal.executed.isEmpty)
        #expect(portal.statistics.refusals == (status == 503 ? 1 : 0))
        #expect(portal.statistics.limited == (status == 429 ? 1 : 0))
    }

    @Test(
        "of the connection give no answer, whether or not the work is done",
        arguments: [(DemoFault.resetBeforeExecution, 0), (.resetAfterExecution, 1)])
    func resets(fault: DemoFault, executed: Int) async throws {
        let (outcome, portal) = try await add(fault)
        let error = try #require(outcome.error)
        #expect("\(error)".contains("reset") || (error as? IOError)?.errnoCode == 104, "\(error)")
        #expect(portal.executed.count == executed)
        #expect(portal.identifiers(of: "crm.deal").count == 3 + executed)
    }

    @Test("in the middle of an answer break it off after the work is done")
    func closed() async throws {
        let (outcome, portal) = try await add(.closedInsideAnswer)
        #expect(outcome.error != nil)
        #expect(portal.executed.count == 1)
    }

    @Test(
        "of a proxy are pages instead of answers",
        arguments: [
            (DemoFault.badGatewayBeforeExecution, 502, 0), (.badGatewayAfterExecution, 502, 1), (.page, 200, 1),
        ])
    func pages(fault: DemoFault, status: Int, executed: Int) async throws {
        let (outcome, portal) = try await add(fault)
        #expect(outcome.status == status)
        #expect(outcome.contentType == "text/html")
        #expect(String(decoding: outcome.body, as: UTF8.self).hasPrefix("<html>"))
        #expect(portal.executed.count == executed)
    }

    @Test("can leave half of the JSON in a whole HTTP answer")
    func truncated() async throws {
        let (outcome, portal) = try await add(.truncatedJSON)
        #expect(outcome.status == 200)
        #expect(outcome.contentType?.contains("json") == true)
        #expect(!outcome.body.isEmpty && outcome.json == nil)
        #expect(portal.executed.count == 1)
    }

    @Test("happen in the ordered order, one a request, and then no more")
    func order() async throws {
        let portal = TestPortal.make(deals: 1)
        portal.failNext([.none, .overload])
        portal.failNext([.tooManyRequests])
        let statuses = try await portal.serve { address in
            var statuses: [Int?] = []
            for _ in 0..<4 { statuses.append(await HTTPSender.post(address.webhook + "profile").status) }
            return statuses
        }
        #expect(statuses == [200, 503, 503, 200])
        #expect(portal.call("profile").status == 200)
    }

    @Test("come by chance in their shares, the same for the same seed")
    func chance() {
        func draw(_ seed: UInt64) -> [DemoFault] {
            var queue = FaultQueue(DemoFaults(seed: seed, shares: [.overload: 0.1, .page: 0.2]))
            var drawn: [DemoFault] = []
            for _ in 0..<2_000 { drawn.append(queue.next()) }
            return drawn
        }
        #expect(draw(1) == draw(1))
        #expect(draw(1) != draw(2))
        let counts = Dictionary(grouping: draw(1)) { $0 }.mapValues(\.count)
        #expect(Set(counts.keys) == [.none, .overload, .page])
        #expect((150...250).contains(counts[.overload] ?? 0))
        #expect((340...460).contains(counts[.page] ?? 0))
        #expect(DemoFaults(every: 0.01).shares.count == DemoFault.allCases.count - 1)
    }
}
