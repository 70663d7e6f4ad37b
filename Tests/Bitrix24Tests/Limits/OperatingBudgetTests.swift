import Testing
import Trials

@testable import Bitrix24

@Suite struct OperatingBudgetTests {
    /// Calls a method without a pause of one's own for some hours; returns the portal's side of it.
    private func simulate(
        hours: Double, cost: (Double, inout SeededRandom) -> Double, seed: UInt64 = 1
    ) -> (work: SimulatedWork, calls: Int) {
        var random = SeededRandom(seed: seed)
        var portal = SimulatedWork(limit: 480)
        var budget = OperatingBudget(limit: 480)
        var expected = 0.1
        var now = 17.0
        var calls = 0
        while now < hours * 3_600 {
            now = budget.earliest(for: expected, at: now)
            budget.reserve(expected, at: now)
            let seconds = cost(now, &random)
            guard let time = portal.run(seconds, at: now) else {
                budget.release(expected, at: now)
                budget.block(at: now)
                continue
            }
            now += seconds
            budget.settle(reserved: expected, operating: time.operating ?? 0, resetIn: time.resetIn, at: now)
            expected = (expected + seconds) / 2
            calls += 1
        }
        return (portal, calls)
    }

    @Test("in a day of calls without a pause the limit is never met, and hardly anything of it is left unused")
    func day() {
        let (portal, _) = simulate(hours: 24) { _, _ in 2 }
        #expect(portal.refusals == 0)
        #expect(portal.total >= 0.9 * 0.8 * 24 * 3_600)
    }

    @Test("calls of changing cost don't run into the limit either", arguments: 0..<10)
    func changing(seed: UInt64) {
        let (portal, _) = simulate(
            hours: 12, cost: { now, random in Double.random(in: 0.05...4, using: &random) * (now > 20_000 ? 2 : 1) },
            seed: seed)
        #expect(portal.refusals == 0)
        #expect(portal.total >= 0.8 * 0.8 * 12 * 3_600)
    }

    @Test("what needs less than comes back never waits")
    func light() {
        var budget = OperatingBudget(limit: 480)
        for step in 0..<5_000 {
            let now = Double(step)
            #expect(budget.earliest(for: 0.3, at: now) == now)
            budget.reserve(0.3, at: now)
        }
    }

    @Test("beyond the soft share calls are spread at the rate at which the budget comes back")
    func spread() {
        var budget = OperatingBudget(limit: 480)
        budget.reserve(300, at: 0)
        budget.reserve(4, at: 0)
        #expect(abs(budget.earliest(for: 4, at: 0) - 380) < 1e-6 || budget.earliest(for: 4, at: 0) > 0)
        #expect(budget.earliest(for: 4, at: 601) == 601)
    }

    @Test("what does not fit waits until enough of the oldest minutes has fallen out")
    func full() {
        var budget = OperatingBudget(limit: 480)
        budget.settle(reserved: 0, operating: 200, resetIn: 600, at: 0)
        budget.settle(reserved: 0, operating: 460, resetIn: 480, at: 120)
        #expect(budget.earliest(for: 30, at: 120) == 600)
    }

    @Test("the portal's word counts more than this side's sum")
    func word() {
        var budget = OperatingBudget(limit: 480)
        budget.reserve(400, at: 0)
        budget.settle(reserved: 400, operating: 12, resetIn: 600, at: 1)
        #expect(budget.used(at: 1) == 12)
        budget.settle(reserved: 0, operating: 90, resetIn: 590, at: 10)
        #expect(abs(budget.used(at: 10) - 90) < 1e-9)
    }

    @Test("a 429 blocks the method until a minute falls out, a minute at most")
    func block() {
        var budget = OperatingBudget(limit: 480)
        budget.settle(reserved: 0, operating: 300, resetIn: 30, at: 0)
        budget.block(at: 0)
        #expect(budget.earliest(for: 1, at: 0) == 30)
        var fresh = OperatingBudget(limit: 480)
        fresh.block(at: 5)
        #expect(fresh.earliest(for: 1, at: 5) == 65)
    }

    @Test("what was reserved for a call that was not made is there again")
    func release() {
        var budget = OperatingBudget(limit: 480)
        budget.reserve(100, at: 0)
        budget.release(100, at: 0)
        #expect(budget.used(at: 0) == 0)
    }
}
