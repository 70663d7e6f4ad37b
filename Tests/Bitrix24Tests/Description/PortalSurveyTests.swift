import DemoPortal
import JSON
import Testing

@testable import Bitrix24

@Suite struct PortalSurveyTests {
    private static let now = "2026-11-25T10:00:00+00:00"

    private func ask(
        _ part: PortalSurvey.Part = .everything, scopes: [String]? = nil
    ) async throws -> PortalDescription {
        var options = DemoPortalOptions(seed: 7)
        options.deals = 3
        options.webhookCode = TestPortal.code
        if let scopes { options.scopes = scopes }
        let demo = DemoPortal(options: options)
        return try await demo.serve { address in
            try await TestPortal.with(webhook: address.webhook) { portal in
                try await PortalSurvey(of: portal, by: TestPortal.caller).ask(part, asked: Self.now)
            }
        }
    }

    @Test("the demo portal tells its scopes, methods, fields, smart processes, funnels and stages")
    func everything() async throws {
        let found = try await ask()
        #expect(found.asked == Self.now)
        #expect(found.scopes?.contains("crm") == true)
        #expect(found.methods?.contains("crm.deal.list") == true)
        #expect(found.thirdMethods?.contains("tasks.task.list") == true)
        #expect(found.entity("crm.deal")?.field("STAGE_ID")?.statusType != nil)
        #expect(found.entity("crm.item:2")?.field("stageId")?.upperName == "STAGE_ID")
        let own = found.entity("crm.deal")?.fields.filter { $0.isCustom } ?? []
        #expect(!own.isEmpty && own.allSatisfy { $0.title != $0.code })
        for type in found.smartProcesses {
            #expect(found.entity("crm.item:\(type.entityTypeID)")?.fields.isEmpty == false)
        }
        let names = PortalNames(found)
        #expect(try names.stage("Продажи/Новая", of: "deal") == "NEW")
        for stage in found.statuses where stage.list.hasPrefix("DEAL_STAGE") { #expect(stage.semantics != nil) }
        // What the portal answers is no gap.
        let methods = Set(found.methods ?? [])
        #expect(!methods.contains("crm.quote.fields") || found.entity("crm.quote") != nil)
        #expect(
            !methods.contains("crm.deal.userfield.list") || !found.gaps.contains { $0.subject.contains("of deals") })
    }

    @Test("a webhook without the CRM's right gets a description with gaps that say why")
    func gaps() async throws {
        let found = try await ask(scopes: ["user"])
        #expect(found.scopes == ["user"])
        #expect(found.entity("user") != nil && found.entity("crm.deal") == nil)
        let gap = try #require(found.gaps.first { $0.subject == "the fields of deals" })
        #expect(gap.code.lowercased() == "insufficient_scope")
        #expect(gap.reason.contains("'crm'"))
    }

    @Test("one entity is asked for alone, and takes its place in what is known")
    func part() async throws {
        let found = try await ask(.entity("crm.deal"))
        #expect(found.entities.map(\.key) == ["crm.deal"] && found.scopes == nil && found.statuses.isEmpty)
        var known = SampleDescription.all
        known.merge(found, of: .entity("crm.deal"))
        #expect(known.entity("crm.deal") == found.entity("crm.deal"))
        #expect(known.entity("crm.item:140") == SampleDescription.all.entity("crm.item:140"))
        #expect(known.statuses == SampleDescription.all.statuses)
    }

    @Test("a list of smart processes is read to its last page")
    func pages() async throws {
        let answer = { @Sendable (request: TestServer.Request) -> TestServer.Answer in
            let isSecond = request.text.contains("50") || request.uri.contains("50")
            return .reply(
                isSecond
                    ? #"{"result":{"types":[{"entityTypeId":177,"title":"Б"}]},"total":51}"#
                    : #"{"result":{"types":[{"entityTypeId":"140","title":"А"}]},"next":50,"total":51}"#)
        }
        try await TestServer.serve(answer: answer) { server in
            let found = try await TestPortal.with(webhook: server.webhook) { portal in
                try await PortalSurvey(of: portal, by: TestPortal.caller).ask(.smartProcesses, asked: Self.now)
            }
            #expect(found.smartProcesses.map(\.entityTypeID) == [140, 177])
            #expect(server.requests.count == 2)
        }
    }

    @Test("a webhook that the portal doesn't know ends the survey, without its secret")
    func dead() async throws {
        let reply = #"{"error":"INVALID_CREDENTIALS","error_description":"Invalid request credentials"}"#
        try await TestServer.serve(answer: { _ in .reply(reply, 401) }) { server in
            let error = await #expect(throws: PortalError.self) {
                try await TestPortal.with(webhook: server.webhook) { portal in
                    _ = try await PortalSurvey(of: portal, by: TestPortal.caller).ask(asked: Self.now)
                }
            }
            #expect(error?.code == "INVALID_CREDENTIALS")
            #expect("\(error?.description ?? "")".contains(TestPortal.code) == false)
        }
    }
}
