import Forms
import JSON
import Testing

@testable import DemoPortal

@Suite("An application's handlers")
struct EventMethodsTests {
    private let portal = TestPortal.make(deals: 3)
    private let here = "http://127.0.0.1:9/a"
    private let there = "http://localhost:9/b"

    private func bind(_ application: TestApplication, _ event: String, _ handler: String, user: Int? = nil) throws {
        var parameters: JSONObject = ["event": .string(event), "handler": .string(handler)]
        parameters["auth_type"] = user.map(JSONValue.integer)
        #expect(try application.result("event.bind", parameters) == true)
    }

    @Test("are for applications only", arguments: ["events", "event.bind", "event.unbind", "event.get"])
    func webhook(method: String) throws {
        let request = DemoRequest(path: portal.webhookPath + method)
        #expect(
            portal.refusal(request) == Refusal(400, "ACCESS_DENIED", "Access denied! Application context required"))
    }

    @Test("are told as they were bound; those of outgoing webhooks are not")
    func bound() throws {
        var options = TestPortal.options(deals: 1)
        options.outgoingWebhooks = [OutgoingWebhook(events: ["ONTASKADD"], handler: here, applicationToken: "t")]
        let application = TestApplication(DemoPortal(options: options))
        try bind(application, "OnCrmDealAdd", here)
        try bind(application, "ONCRMDEALADD", here, user: 5)
        _ = try application.result("event.bind", ["event": "ONTASKADD", "event_type": "offline"])
        let expected: JSONValue = [
            ["event": "ONCRMDEALADD", "handler": .string(here), "auth_type": "0", "offline": 0],
            ["event": "ONCRMDEALADD", "handler": .string(here), "auth_type": "5", "offline": 0],
            ["event": "ONTASKADD", "handler": "", "auth_type": "0", "offline": 1],
        ]
        #expect(try application.result("event.get") == expected)
        let again = application.refusal("event.bind", ["event": "ONCRMDEALADD", "handler": .string(here)])
        #expect(again.text?.hasSuffix("Handler already binded") == true)
    }

    @Test("are taken away by all that is given, and by nothing else")
    func unbind() throws {
        let application = TestApplication(portal)
        for handler in [here, there] { for user in [0, 5] { try bind(application, "ONTASKADD", handler, user: user) } }
        try bind(application, "ONTASKUPDATE", here)
        _ = try application.result("event.bind", ["event": "ONTASKADD", "event_type": "offline"])
        func unbind(_ parameters: JSONObject) throws -> JSONValue? {
            var parameters = parameters
            parameters["event"] = "onTaskAdd"
            return try application.result("event.unbind", parameters)["count"]
        }
        #expect(try unbind(["handler": .string(here), "auth_type": 7]) == 0)
        #expect(try unbind(["handler": .string(here), "auth_type": ""]) == 1)
        #expect(try unbind(["auth_type": 5]) == 2)
        #expect(try unbind(["event_type": "offline"]) == 1)
        #expect(try unbind([:]) == 1)
        #expect(try application.result("event.get").column("event") == ["ONTASKUPDATE"])
    }

    @Test("are gone with their application")
    func revoked() throws {
        try bind(TestApplication(portal), "ONTASKADD", here)
        portal.revokeApplication()
        #expect(try TestApplication(portal).result("event.get") == [])
    }

    @Test("of events that there aren't, or off this machine, are refused")
    func refusals() {
        let application = TestApplication(portal)
        #expect(
            application.refusal("event.bind", ["event": "ONDEALADD", "handler": .string(here)])
                == Refusal(400, "ERROR_EVENT_NOT_FOUND", "Event not found"))
        #expect(application.refusal("event.bind", ["handler": .string(here)]).code == "ERROR_ARGUMENT")
        #expect(application.refusal("event.bind", ["event": "ONTASKADD"]).code == "ERROR_ARGUMENT")
        let far = application.refusal("event.bind", ["event": "ONTASKADD", "handler": "https://example.com/"])
        #expect(far.status == 400 && far.text?.contains("127.0.0.1") == true)
    }

    @Test("of one who isn't an administrator are his own ones")
    func user() throws {
        var options = TestPortal.options(deals: 1)
        options.webhookUser = 3
        let application = TestApplication(DemoPortal(options: options))
        try bind(application, "ONTASKADD", here)
        #expect(try application.result("event.get").column("auth_type") == ["3"])
        let others: JSONObject = ["event": "ONTASKADD", "handler": .string(here), "auth_type": 5]
        let offline: JSONObject = ["event": "ONTASKADD", "event_type": "offline"]
        for method in ["event.bind", "event.unbind"] {
            #expect(application.refusal(method, others).status == 403)
            #expect(application.refusal(method, offline).text?.contains("requires administrator") == true)
        }
    }

    @Test("can be made for the events that are told")
    func events() throws {
        var options = TestPortal.options(deals: 1)
        options.scopes = ["task"]
        let application = TestApplication(DemoPortal(options: options))
        let own: JSONValue = ["ONOFFLINEEVENT", "ONTASKADD", "ONTASKUPDATE", "ONTASKDELETE"]
        #expect(try application.result("events") == own)
        let all = try application.result("events", ["FULL": true]).array ?? []
        #expect(all.contains("ONCRMDYNAMICITEMADD_1036") && all.count > 20)
        #expect(try application.result("events", ["SCOPE": "crm", "FULL": true]).array?.contains("ONTASKADD") == false)
        #expect(!OutgoingWebhook.allEvents.contains("ONOFFLINEEVENT"))
    }

    @Test("get tokens that can be used, and the application's own token", .timeLimit(.minutes(10)))
    func delivery() async throws {
        try await EventReceiver.run { address, forms in
            let portal = TestPortal.make(deals: 3)
            try await portal.serve { demo in
                _ = try TestApplication(portal).result(
                    "event.bind", ["event": "ONCRMDEALADD", "handler": .string(address)])
                for title in ["A", "B"] { _ = portal.answer("crm.deal.add", ["fields": ["TITLE": .string(title)]]) }
                var got: [FormValue] = []
                for await form in forms {
                    got.append(form)
                    if got.count == 2 { break }
                }
                let auths = got.compactMap { $0["auth"] }
                #expect(Set(auths.compactMap { $0["application_token"]?.text }) == [portal.applicationToken])
                #expect(Set(auths.compactMap { $0["access_token"]?.text }).count == 1)
                #expect(auths.map { $0["user_id"]?.text } == ["1", "1"])
                #expect(auths[0]["expires_in"]?.text == "3600" && auths[0]["scope"]?.text?.contains("crm") == true)
                let token = auths[0]["access_token"]?.text ?? ""
                let user = await HTTPSender.post(demo.root + "user.current", ["auth": .string(token)])
                #expect(user.status == 200)
            }
        }
    }
}
