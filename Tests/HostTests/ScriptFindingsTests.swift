import Bitrix24
import Testing

@testable import Host

@Suite struct ScriptFindingsTests {
    private func findings(
        scopes: [String] = ["crm"], writes: [String] = [], has: [String]? = ["crm", "task"],
        isApplication: Bool = false,
        events: [String] = []
    ) -> [PortalFinding] {
        var visit = PortalVisit()
        visit.scopes = has
        visit.methods = ["crm.undocumented.add"]
        return ScriptFindings(visit: visit, isApplication: isApplication)
            .findings(on: ScriptNeeds(script: "s.lua", scopes: scopes, writes: writes, events: events))
    }

    @Test("a script whose needs are met is one line")
    func met() {
        #expect(findings(writes: ["crm.item.update"]) == [PortalFinding(.ok, "s.lua", "needs crm")])
        #expect(findings(scopes: []) == [PortalFinding(.ok, "s.lua", "limits itself to no scopes")])
        #expect(findings(scopes: ["tasks"]).map(\.mark) == [.ok])
        #expect(findings(scopes: ["im"], has: nil).map(\.mark) == [.ok])
    }

    @Test("a misspelt event is a warning with the right name, and so is one that a webhook is never told")
    func events() throws {
        #expect(findings(events: ["OnCrmDealUpdate", "ONCRMDYNAMICITEMADD_177"]).map(\.mark) == [.ok])
        let misspelt = findings(events: ["ONCRMDEALUPDAT"])
        #expect(misspelt.map(\.mark) == [.warning])
        #expect(misspelt.first?.advice?.contains("did you mean 'ONCRMDEALUPDATE'?") == true)
        let code = try #require(Catalogue.events.first { $0.needsApplication && !$0.isDeprecated }).code
        #expect(findings(events: [code]).map(\.mark) == [.warning])
        #expect(findings(isApplication: true, events: [code]).map(\.mark) == [.ok])
    }

    @Test("a missing scope is a problem that names the right, and the right word for a misspelt one")
    func scope() {
        let missing = findings(scopes: ["im"])
        #expect(missing.map(\.mark) == [.problem])
        #expect(missing.first?.text == "needs the scope 'im', which the webhook doesn't have")
        #expect(findings(scopes: ["usr"]).first?.advice?.contains("did you mean 'user'?") == true)
    }

    @Test("a write whose scope is missing is told once")
    func once() {
        #expect(findings(writes: ["im.notify.personal.add"]).map(\.mark) == [.problem])
        #expect(findings(scopes: ["im"], writes: ["im.notify.personal.add"]).count == 1)
    }

    @Test("a write for applications only is a problem for a webhook alone")
    func application() throws {
        let method = try #require(Catalogue.methods.first { $0.needsApplication && $0.scopes.contains("crm") }).name
        #expect(findings(writes: [method]).map(\.mark) == [.problem])
        #expect(!findings(writes: [method], isApplication: true).contains { $0.mark == .problem })
    }

    @Test("a deprecated write names its successor")
    func deprecated() {
        let found = findings(writes: ["crm.deal.update"])
        #expect(found.map(\.mark) == [.warning] && found.first?.advice == "use crm.item.update")
    }

    @Test("an unknown write is a warning, unless the portal has it")
    func unknown() {
        let found = findings(writes: ["crm.item.updat"])
        #expect(found.map(\.mark) == [.warning])
        #expect(found.first?.advice == "did you mean 'crm.item.update'?")
        #expect(findings(writes: ["crm.undocumented.add"]).map(\.mark) == [.ok])
    }
}
