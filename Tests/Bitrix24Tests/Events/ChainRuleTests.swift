import Testing

@testable import Bitrix24

@Suite struct ChainRuleTests {
    private let rule = ChainRule()
    private let deal = EntityReference("crm.deal:5")

    private func occasion(_ change: ChangeKind = .updated, at: Double = 1_000) -> ChainRule.Occasion {
        ChainRule.Occasion(script: "handlers/b.lua", event: "ONCRMDEALUPDATE", entity: deal, change: change, at: at)
    }

    private func write(
        depth: Int = 0, at: Double = 995, _ change: ChangeKind = .updated, because: String? = nil
    ) -> OwnWrite {
        OwnWrite(
            script: "scripts/a.lua", job: 12, depth: depth, at: at, change: change, method: "crm.deal.update",
            because: because)
    }

    @Test("an event without a change of one's own before it is somebody else's")
    func foreign() {
        #expect(rule.decision(on: occasion(), echoing: nil, starts: []) == .run(depth: 0, because: nil))
    }

    @Test("an event soon after a change of one's own runs one deeper, since it may be a person's")
    func echo() {
        #expect(
            rule.decision(on: occasion(), echoing: write(), starts: [])
                == .run(depth: 1, because: "crm.deal:5 was changed by scripts/a.lua (job 12, crm.deal.update)"))
    }

    @Test("an event long after a change, or long before it, is no echo", arguments: [699.0, 1_006.0])
    func outside(at: Double) { #expect(!rule.isEcho(occasion(), of: write(at: at))) }

    @Test("an event that overtakes the answer of its call is an echo", arguments: [700.0, 1_005.0])
    func inside(at: Double) { #expect(rule.isEcho(occasion(), of: write(at: at))) }

    @Test("an event of another kind is no echo, except an update of what was just added")
    func kinds() {
        #expect(!rule.isEcho(occasion(.deleted), of: write()))
        #expect(!rule.isEcho(occasion(.added), of: write()))
        #expect(rule.isEcho(occasion(.updated), of: write(.added)))
        #expect(rule.isEcho(occasion(.other), of: write(.deleted)))
        #expect(rule.isEcho(occasion(.deleted), of: write(.deleted)))
    }

    @Test("a chain ends behind the deepest run, and says how it came to it")
    func deepest() {
        var chain: String?
        var depths: [Int] = []
        for depth in 0..<10 {
            switch rule.decision(on: occasion(), echoing: write(depth: depth, because: chain), starts: []) {
            case .run(let next, let because):
                depths.append(next)
                chain = because
            case .stop(let reason):
                #expect(depths == [1, 2, 3])
                #expect(depth == 3)
                #expect(reason.hasPrefix("handlers/b.lua was not run for ONCRMDEALUPDATE: crm.deal:5 was changed by "))
                #expect(reason.contains("scripts/a.lua (job 12, crm.deal.update), which ran because crm.deal:5"))
                #expect(reason.contains("4 runs in a chain and 3 is the most"))
                return
            }
        }
        Issue.record("the chain went on for ever")
    }

    @Test("a chain's text doesn't grow without an end")
    func longChain() {
        let rule = ChainRule(deepest: 1_000)
        var chain: String?
        for depth in 0..<500 {
            guard
                case .run(_, let because) = rule.decision(
                    on: occasion(), echoing: write(depth: depth, because: chain), starts: [])
            else {
                Issue.record("it was stopped at \(depth)")
                return
            }
            chain = because
        }
        #expect(chain.map { $0.count <= 1_001 } == true)
    }

    @Test("no more runs of a script for an entity within a minute than allowed")
    func often() {
        let starts = (0..<30).map { 941.0 + Double($0) }
        #expect(
            rule.decision(on: occasion(), echoing: nil, starts: starts.dropLast()) == .run(depth: 0, because: nil))
        guard case .stop(let reason) = rule.decision(on: occasion(), echoing: nil, starts: starts) else {
            Issue.record("it runs")
            return
        }
        #expect(reason.contains("of crm.deal:5: it has been started 30 times"))
        #expect(rule.decision(on: occasion(at: 1_002), echoing: nil, starts: starts) == .run(depth: 0, because: nil))
    }

    @Test("an event without an entity is never an echo")
    func nameless() {
        let occasion = ChainRule.Occasion(
            script: "b.lua", event: "ONAPPUPDATE", entity: nil, change: .other, at: 1_000)
        #expect(!rule.isEcho(occasion, of: write()))
    }

    @Test("where times can't tell, only the first event after a change is its echo")
    func first() {
        #expect(rule.isEcho(occasion(), of: write()))
        #expect(!rule.isEcho(occasion(), of: write(), isFirst: false))
    }

    @Test(
        "an event that the portal dates by its work on a change is an echo, however late it comes and whatever came before",
        arguments: [(5_000.0, true), (5_017, true), (4_999, false), (5_018, false)])
    func dated(dated: Double, isEcho: Bool) {
        let occasion = ChainRule.Occasion(
            script: "b.lua", event: "ONCRMDEALUPDATE", entity: deal, change: .updated, at: 9_000, dated: dated)
        let write = OwnWrite(
            script: "a.lua", job: 1, depth: 0, at: 1_000, span: 5_000.2...5_002.5, change: .updated,
            method: "crm.deal.update")
        #expect(rule.isEcho(occasion, of: write, isFirst: false) == isEcho)
        #expect(rule.isEcho(occasion, of: write) == isEcho)
    }
}
