import Bitrix24
import JSON
import Testing

@testable import Host

@Suite struct DescriptionSummaryTests {
    private var portal: PortalDescription {
        var portal = PortalDescription(asked: "2026-11-25")
        portal.portal = "https://example.bitrix24.ru"
        portal.scopes = ["crm", "user"]
        portal.methods = ["a", "b"]
        var own = PortalDescription.Field(code: "UF_CRM_1", title: "Источник", type: "string")
        own.isCustom = true
        let keys = ["crm.deal", "crm.item:2", "crm.item:140"]
        portal.entities = keys.map { PortalDescription.Entity(key: $0, fields: [own]) }
        portal.smartProcesses = [PortalDescription.SmartProcess(entityTypeID: 140, title: "Договоры")]
        portal.statuses = [
            PortalDescription.Status(list: "DEAL_STAGE", code: "NEW", title: "Новая", semantics: "P"),
            PortalDescription.Status(list: "DEAL_STAGE_1", code: "C1:NEW", title: "Новая", semantics: "P"),
            PortalDescription.Status(list: "SOURCE", code: "WEB", title: "Сайт"),
        ]
        return portal
    }

    @Test("a summary counts what there is, and a field that crm.item shows once more only once")
    func lines() {
        #expect(
            DescriptionSummary(portal).lines == [
                "portal           https://example.bitrix24.ru", "scopes           2: crm, user",
                "methods          2, of REST 3.0 not known", "own fields       deals 1, Договоры 1",
                "smart processes  Договоры (140)", "stages           2 in 2 funnels",
            ])
    }

    @Test("a portal that tells nothing has a summary, too")
    func nothing() {
        let lines = DescriptionSummary(PortalDescription(asked: "")).lines
        #expect(lines.count == 6 && lines.contains("own fields       none"))
    }

    @Test("what isn't known for one reason is one line")
    func gaps() {
        var portal = portal
        portal.gaps = (1...5).map {
            PortalDescription.Gap(subject: "thing \($0)", code: "insufficient_scope", reason: "no right \($0)")
        }
        portal.gaps.append(PortalDescription.Gap(subject: "the stages", code: "ACCESS_DENIED", reason: "denied"))
        #expect(
            DescriptionSummary(portal).gaps == [
                "thing 1, thing 2, thing 3 and 2 more (no right 1)", "the stages (denied)",
            ])
        #expect(DescriptionSummary(portal).json["gaps"]?.array?.count == 6)
    }
}
