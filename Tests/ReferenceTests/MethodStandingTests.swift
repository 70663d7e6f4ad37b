import Bitrix24
import Testing

@testable import Reference

@Suite struct MethodStandingTests {
    private func standing(_ name: String, _ change: (inout PortalDescription) -> Void) throws -> MethodStanding {
        var portal = PortalDescription(asked: "2026-11-24T12:00:00+03:00")
        change(&portal)
        return MethodStanding(of: try #require(MethodName(name).facts()), in: portal)
    }

    @Test("a method that the portal names may be called, one that it leaves out may not")
    func named() throws {
        #expect(try standing("crm.deal.list") { $0.methods = ["crm.deal.list"] } == .callable)
        #expect(try standing("tasks.flow.flow.get") { $0.methods = ["tasks.flow.Flow.get"] } == .callable)
        #expect(
            try standing("crm.deal.list") {
                $0.methods = ["crm.lead.list"]; $0.scopes = ["crm"]
            } == .absent)
        #expect(
            try standing("tasks.task.get@3") {
                $0.methods = ["tasks.task.get"]; $0.thirdMethods = []
            } == .absent)
    }

    @Test("a method outside of the webhook's scopes names those that it needs")
    func scopes() throws {
        #expect(try standing("crm.deal.list") { $0.scopes = ["task"] } == .outOfScope(["crm"]))
        #expect(try standing("profile") { $0.scopes = ["task"] } == .unknown)
    }

    @Test("nothing is known of a portal that wasn't asked")
    func unknown() throws {
        #expect(try standing("crm.deal.list") { _ in } == .unknown)
        #expect(MethodStanding(of: try #require(MethodName("crm.deal.list").facts()), in: nil) == .unknown)
    }
}
