import JSON
import Testing

@testable import DemoPortal

@Suite("The budget of a method")
struct OperatingBudgetTests {
    private let clock = TestClock()

    private func portal(_ latency: DemoLatency, operating: Double = 100) -> DemoPortal {
        var options = TestPortal.options(deals: 120)
        options.clock = clock.read
        options.limits = DemoLimits(rate: 100, capacity: 1_000, operating: operating)
        options.latency = latency
        return DemoPortal(options: options)
    }

    private func time(_ reply: DemoReply) throws -> JSONValue {
        try #require(try JSONValue(parsing: reply.body)["time"])
    }

    private static func spent(_ budget: inout OperatingBudget, at now: Double) -> Double { budget.spent(at: now) }

    @Test("sums minutes and forgets each ten minutes after its first call")
    func buckets() {
        var budget = OperatingBudget()
        #expect(budget.resetAt == nil)
        budget.charge(10, at: 620)
        budget.charge(5, at: 659)
        budget.charge(1, at: 661)
        #expect(OperatingBudgetTests.spent(&budget, at: 700) == 16)
        #expect(budget.resetAt == 1_220)
        #expect(OperatingBudgetTests.spent(&budget, at: 1_219.9) == 16)
        #expect(OperatingBudgetTests.spent(&budget, at: 1_220) == 1)
        #expect(budget.resetAt == 1_261)
        #expect(OperatingBudgetTests.spent(&budget, at: 1_261) == 0)
    }

    @Test("is told in every answer, and the method is refused only after it was passed")
    func refusal() throws {
        let portal = portal(DemoLatency(perCommand: 60))
        let first = try time(portal.call("crm.deal.list"))
        #expect(first["operating"] == 60)
        #expect(first["operating_reset_at"] == .integer(TestPortal.noon + 600))
        clock.pass(61)
        let second = try time(portal.call("crm.deal.list"))
        #expect(second["operating"] == 120)
        #expect(second["operating_reset_at"] == .integer(TestPortal.noon + 600))
        #expect(
            Refusal(portal.call("crm.deal.list"))
                == Refusal(429, "OPERATION_TIME_LIMIT", "Method is blocked due to operation time limit"))
        #expect(portal.statistics.limited == 1)
        #expect(try time(portal.call("crm.deal.get", "id=1"))["operating"] == 60)
        clock.pass(539)
        #expect(try time(portal.call("crm.deal.list"))["operating"] == 120)
    }

    @Test("is charged by every command of a batch, and the batch itself goes on")
    func batch() throws {
        let portal = portal(DemoLatency(perCommand: 40))
        let commands = (0..<5).map { "cmd[d\($0)]=crm.deal.list" }.joined(separator: "&") + "&cmd[u]=user.current"
        let reply = portal.call("batch", commands)
        #expect(reply.status == 200)
        let answer = try JSONValue(parsing: reply.body)
        let result = answer["result"]
        #expect(result?["result"]?.object?.names == ["d0", "d1", "d2", "u"])
        #expect(result?["result_error"]?.object?.names == ["d3", "d4"])
        #expect(result?["result_error"]?["d3"]?["error"] == "OPERATION_TIME_LIMIT")
        let operating = ["d0", "d1", "d2", "u"].map { result?["result_time"]?[$0]?["operating"] }
        #expect(operating == [40, 80, 120, 40])
        #expect(answer["time"]?["operating"] == 0)
        #expect(answer["time"]?["duration"] == 160)
        #expect(portal.statistics.limited == 2)
        #expect(portal.call("crm.deal.list").status == 429)
    }

    @Test("costs nothing to the house itself")
    func house() throws {
        let portal = portal(DemoLatency(perCommand: 1_000))
        for _ in 0..<3 { #expect(try time(portal.answer("crm.deal.list"))["operating"] == 0) }
        #expect(portal.statistics.limited == 0)
    }
}
