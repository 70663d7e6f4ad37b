import Testing

@testable import Ledger

@Suite struct SlotTests {
    private let scratch: ScratchLedger
    private let ledger: Ledger
    private let owner = PlanOwner(portal: "a.bitrix24.ru", script: "r.lua")
    private let other = PlanOwner(portal: "b.bitrix24.ru", script: "r.lua")
    private let plan = Plan(digest: "d", through: .at(20), next: .at(30))

    init() throws {
        scratch = try ScratchLedger()
        ledger = try scratch.open()
    }

    private func settle(_ slots: SlotEntry...) async throws -> [Int?] {
        try await ledger.settle(portal: "a.bitrix24.ru", script: "r.lua", slots: slots, plan: plan, now: .at(1))
    }

    @Test("a moment gets one job for ever, also when its plan is forgotten and its job is gone")
    func unique() async throws {
        let (due, skipped) = (
            SlotEntry(due: .at(10), ready: .at(12)), SlotEntry(due: .at(20), ready: .at(20), skipped: "late")
        )
        let jobs = try await settle(due, skipped)
        #expect(jobs.count == 2 && jobs[0] != nil && jobs[1] == nil)
        #expect(try await ledger.unfinishedSlots(of: [owner, other]) == [owner])
        let claim = try #require(try await ledger.claimAll(at: 12).first)
        #expect(claim.job.cause == .slot(due: .at(10)))
        _ = try await ledger.finish(claim, .done, now: .at(13))
        #expect(try await ledger.unfinishedSlots(of: [owner, other]).isEmpty)
        try await ledger.forget(portal: "a.bitrix24.ru", script: "r.lua")
        #expect(try await ledger.plans(portal: "a.bitrix24.ru").isEmpty)
        #expect(try await ledger.sweep(Retention(finished: 1, slots: 1), now: .at(90_000_0)).jobs == 1)
        // A moment that was skipped stays skipped.
        #expect(try await settle(due, SlotEntry(due: .at(20), ready: .at(20))) == [nil, nil])
        let slots = try await ledger.slots(portal: "a.bitrix24.ru", script: "r.lua", most: 9)
        #expect(slots.map(\.due) == [.at(20), .at(10)] && slots.map(\.skipped) == ["late", nil])
        #expect(try await ledger.plans(portal: "a.bitrix24.ru") == ["r.lua": plan])
    }

    @Test("many who decide the same moment make one job")
    func together() async throws {
        let jobs = try await withThrowingTaskGroup(of: [Int?].self) { group in
            for _ in 0..<50 { group.addTask { try await settle(SlotEntry(due: .at(10), ready: .at(10))) } }
            return try await group.reduce(into: []) { $0 += $1.compactMap { $0 } }
        }
        #expect(jobs.count == 1)
    }

    @Test("all plans are there, by portal and script")
    func allPlans() async throws {
        #expect(try await ledger.plans().isEmpty)
        for portal in ["a.bitrix24.ru", "b.bitrix24.ru"] {
            try await ledger.setPlans(portal: portal, ["r.lua": plan], now: .at(1))
        }
        try await ledger.forget(portal: "a.bitrix24.ru", script: "r.lua")
        try await ledger.setPlans(portal: "a.bitrix24.ru", ["q.lua": plan], now: .at(1))
        #expect(
            try await ledger.plans() == ["a.bitrix24.ru": ["q.lua": plan], "b.bitrix24.ru": ["r.lua": plan]])
    }

    @Test("plans are kept in bulk")
    func bulk() async throws {
        let plans = Dictionary(uniqueKeysWithValues: (0..<6_000).map { ("\($0).lua", plan) })
        try await ledger.setPlans(portal: "a.bitrix24.ru", plans, now: .at(1))
        #expect(try await ledger.plans(portal: "a.bitrix24.ru") == plans)
    }

    @Test("a newer moment takes the place of what earlier ones left, and of nothing else")
    func replacement() async throws {
        let running = try await settle(SlotEntry(due: .at(1), ready: .at(1)))
        #expect(try await ledger.claimAll(at: 1).map(\.job.id) == running)
        let other = try await ledger.add("r.lua", at: 2)
        let jobs = try await settle(
            SlotEntry(due: .at(10), ready: .at(10)), SlotEntry(due: .at(11), ready: .at(11), replaces: "replaced"))
        #expect(try await ledger.cancelRequests(owner: "host").values.sorted() == ["replaced"])
        #expect(try await ledger.claimAll(at: 11).map(\.job.id) == [other, jobs[1]])
        #expect(try await ledger.job(jobs[0] ?? 0)?.state == .cancelled)
    }

    @Test("a moment that was decided before takes nobody's place")
    func decidedTwice() async throws {
        let newest = SlotEntry(due: .at(10), ready: .at(10), replaces: "replaced")
        let jobs = try await settle(newest)
        #expect(try await settle(newest) == [nil])
        #expect(try await ledger.claimAll(at: 10).map(\.job.id) == jobs)
        #expect(try await settle(newest) == [nil])
        #expect(try await ledger.cancelRequests(owner: "host").isEmpty)
    }

    @Test("many plans are forgotten together, and no others")
    func forgetting() async throws {
        let plans = Dictionary(uniqueKeysWithValues: (0..<6_000).map { ("\($0).lua", plan) })
        try await ledger.setPlans(portal: "a.bitrix24.ru", plans, now: .at(1))
        try await ledger.forget((1..<6_000).map { PlanOwner(portal: "a.bitrix24.ru", script: "\($0).lua") })
        #expect(try await ledger.plans() == ["a.bitrix24.ru": ["0.lua": plan]])
    }

    @Test("a plan that is set back opens what wasn't run of the moments to come, and nothing else")
    func setBack() async throws {
        let ran = try await settle(SlotEntry(due: .at(100), ready: .at(1)))
        let claim = try #require(try await ledger.claimAll(at: 2).first)
        _ = try await ledger.finish(claim, .done, now: .at(3))
        let waiting = try await settle(
            SlotEntry(due: .at(5), ready: .at(5), skipped: "late"), SlotEntry(due: .at(6), ready: .at(6)),
            SlotEntry(due: .at(90), ready: .at(90), skipped: "late"), SlotEntry(due: .at(110), ready: .at(110)))
        #expect(try await ledger.ranSlots(of: [owner, other], after: .at(100)) == [owner: [.at(110)]])
        let plan = Plan(digest: "d", through: .at(10), next: .at(90))
        _ = try await ledger.settle(
            [SlotSettlement(portal: owner.portal, script: owner.script, plan: plan, isSetBack: true)], now: .at(10))
        let slots = try await ledger.slots(portal: owner.portal, script: owner.script, most: 9)
        #expect(slots.map(\.due) == [.at(100), .at(6), .at(5)])
        #expect(slots.map(\.job) == [ran[0], waiting[1], nil])
        #expect(try await ledger.job(waiting[3] ?? 0)?.state == .cancelled)
        #expect(try await ledger.job(waiting[1] ?? 0)?.state == .waiting)
    }
}
