import Bitrix24
import DemoPortal
import JSON
import Testing

@testable import Scripting

/// Calls against what a portal once told, which has changed since.
@Suite struct CallInspectionTests {
    private func withPortal(
        told: PortalDescription, _ body: @Sendable @escaping (Portal, Caller, CallInspection) async throws -> Void
    ) async throws {
        var options = DemoPortalOptions(seed: 7)
        options.deals = 3
        try await DemoPortal(options: options).serve { address in
            let portal = try Portal(credential: .webhook(try Webhook(address.webhook)))
            portal.learn(told)
            let inspection = CallInspection(refresh: DescriptionRefresh(asked: "2026-11-25T00:00:00Z"))
            do {
                try await body(portal, portal.caller(.interactive), inspection)
            } catch {
                await portal.shutdown()
                throw error
            }
            await portal.shutdown()
        }
    }

    private var told: PortalDescription {
        var told = PortalDescription(asked: "2026-11-01T00:00:00Z")
        told.entities = [.init(key: "crm.deal", fields: [.init(code: "ID", title: "ID", type: "integer")])]
        return told
    }

    @Test("a custom field that is new is asked for, once, whoever wants it meanwhile")
    func newField() async throws {
        try await withPortal(told: told) { portal, caller, inspection in
            let call = PortalCall("crm.deal.list", ["select": ["ID", "UF_CRM_1700000000007"]])
            #expect(throws: PortalError.self) { try portal.checker.checked(call) }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 1...5 {
                    group.addTask { _ = try await inspection.checked(call, of: portal, by: caller) }
                }
                try await group.waitForAll()
            }
            #expect(await portal.statistics.requests <= 2)
            #expect(portal.types.item(of: ListRequest("crm.deal.list")) != .any)
        }
    }

    @Test("a field that is not there after all is refused, and not asked for again and again")
    func noField() async throws {
        try await withPortal(told: told) { portal, caller, inspection in
            let call = PortalCall("crm.deal.list", ["select": ["UF_CRM_5"]])
            for _ in 1...3 {
                let error = await #expect(throws: PortalError.self) {
                    try await inspection.checked(call, of: portal, by: caller)
                }
                #expect(error?.code == "UNKNOWN_FIELD")
            }
            #expect(await portal.statistics.requests <= 2)
        }
    }

    @Test("a right that was given since, or another webhook's, is asked for before a call is refused")
    func rights() async throws {
        var told = told
        told.scopes = ["user"]
        told.methods = ["user.get"]
        try await withPortal(told: told) { portal, caller, inspection in
            let call = PortalCall("crm.deal.get", ["id": 1])
            _ = try await inspection.checked(call, of: portal, by: caller)
            let other = await #expect(throws: PortalError.self) {
                try await inspection.checked(PortalCall("im.notify", ["to": 1]), of: portal, by: caller)
            }
            #expect(other?.execution == .notDone)
        }
    }

    @Test("where the portal denies a field, its fields are asked for again")
    func denied() async throws {
        var told = told
        told.entities.append(.init(key: "crm.item:2", fields: [.init(code: "ufCrm_5", title: "x", type: "string")]))
        try await withPortal(told: told) { portal, caller, inspection in
            let call = PortalCall("crm.item.list", ["entityTypeId": 2, "filter": ["ufCrm_5": 1]])
            let checked = try await inspection.checked(call, of: portal, by: caller)
            let error = await #expect(throws: PortalError.self) { try await portal.call(checked, by: caller) }
            await inspection.notice(try #require(error), on: call, of: portal, by: caller)
            #expect(throws: PortalError.self) { try portal.checker.checked(call) }
        }
    }
}
