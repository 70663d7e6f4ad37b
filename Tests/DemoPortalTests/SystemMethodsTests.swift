import JSON
import Testing

@testable import DemoPortal

@Suite("What the portal tells of itself")
struct SystemMethodsTests {
    private let refused = Refusal(
        403, "insufficient_scope", "The request requires higher privileges than provided by the webhook token")

    @Test("over HTTP is what the webhook may use, and what there is")
    func scopes() async throws {
        try await TestPortal.make(deals: 5, scopes: ["crm", "user_brief"]).serve { address in
            func result(_ method: String, _ parameters: JSONValue = [:]) async -> JSONValue? {
                await HTTPSender.post(address.webhook + method, parameters).json?["result"]
            }
            #expect(await result("scope") == ["crm", "user_brief"])
            #expect(await result("scope", ["full": true]) == .array(DemoPortal.scopes.map { .string($0) }))
            let own = await result("methods")?.array ?? []
            let all = await result("methods", ["full": true])?.array ?? []
            #expect(own.contains("crm.deal.fields") && !own.contains("tasks.task.list"))
            #expect(all.contains("tasks.task.list") && all.count > own.count)
            #expect(await result("methods", ["scope": "user.userfield"]) == ["user.userfield.list"])
            #expect(
                await result("method.get", ["name": "tasks.task.list"]) == ["isExisting": true, "isAvailable": false])
            #expect(await result("user.admin") == true)
            #expect(await result("user.current")?["ID"] == "1")
            let outside = await HTTPSender.post(address.webhook + "tasks.task.list")
            #expect(Refusal(DemoReply(status: outside.status ?? 0, body: outside.body)) == refused)
            let third = await HTTPSender.post(
                address.webhook.replacing("/rest/", with: "/rest/api/") + "tasks.task.list")
            #expect(third.status == 403)
            #expect(third.json?["error"]?["code"] == "BITRIX_REST_V3_EXCEPTION_INSUFFICIENTSCOPEEXCEPTION")
        }
    }

    @Test("an application learns about itself, a webhook is none")
    func application() async throws {
        let portal = TestPortal.make(deals: 5)
        try await portal.serve { address in
            let tokens = portal.issueTokens()
            let own = await HTTPSender.post(address.root + "app.info", ["auth": .string(tokens.access)]).json
            #expect(own?["result"]?["CODE"] == .string(portal.options.application.clientID))
            #expect(own?["result"]?["STATUS"] == "L" && own?["result"]?["INSTALLED"] == true)
            let webhook = await HTTPSender.post(address.webhook + "app.info")
            #expect(
                Refusal(DemoReply(status: webhook.status ?? 0, body: webhook.body))
                    == Refusal(400, "ACCESS_DENIED", "Access denied! Application context required"))
        }
    }

    @Test("a feature must have a name")
    func features() throws {
        #expect(try TestPortal.shared.refusal("feature.get") == Refusal(400, "CODE_EMPTY", "CODE can't be empty"))
        #expect(try TestPortal.shared.result("feature.get", ["CODE": "rest_another"]) == ["value": "N"])
    }

    @Test("a field that nobody knows is passed over in old lists and refused in new ones")
    func unknownFields() async throws {
        try await TestPortal.make(deals: 5).serve { address in
            let old = await HTTPSender.post(
                address.webhook + "crm.deal.list",
                [
                    "select": ["ID", "UF_CRM_NO_SUCH"], "filter": ["UF_CRM_NO_SUCH": 1],
                    "order": ["UF_CRM_NO_SUCH": "ASC"],
                ])
            #expect(old.json?["total"] == 5)
            #expect(old.json?["result"]?[0]?.object?.names == ["ID"])
            let new = await HTTPSender.post(
                address.webhook + "crm.item.list", ["entityTypeId": 2, "filter": ["ufCrmNoSuch": 1]])
            #expect(new.status == 400 && new.json?["error"] == "INVALID_ARG_VALUE")
            let order = await HTTPSender.post(
                address.webhook + "crm.item.list", ["entityTypeId": 2, "order": ["ufCrmNoSuch": "ASC"]])
            #expect(order.status == 400 && order.json?["error"] == "INVALID_ARG_VALUE")
            let select = await HTTPSender.post(
                address.webhook + "crm.item.list", ["entityTypeId": 2, "select": ["id", "ufCrmNoSuch"]])
            #expect(select.json?["result"]?["items"]?[0]?.object?.names == ["id"])
        }
    }
}
