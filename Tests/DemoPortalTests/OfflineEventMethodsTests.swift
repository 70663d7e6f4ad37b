import Forms
import JSON
import Testing

@testable import DemoPortal

@Suite("Offline events")
struct OfflineEventMethodsTests {
    private let clock = TestClock()

    private func portal(
        extended: Bool = true, user: Int = 1, _ events: [String] = ["ONCRMDEALUPDATE"], connector: String? = nil
    ) throws -> TestApplication {
        var options = TestPortal.options(deals: 60)
        options.clock = clock.read
        options.hasExtendedOfflineEvents = extended
        options.webhookUser = user
        let application = TestApplication(DemoPortal(options: options))
        guard user == 1 else { return application }
        for event in events {
            var parameters: JSONObject = ["event": .string(event), "event_type": "offline"]
            parameters["auth_connector"] = connector.map(JSONValue.string)
            _ = try application.result("event.bind", parameters)
        }
        return application
    }

    /// Changes the first deals, as a webhook does.
    @discardableResult
    private func change(_ application: TestApplication, _ count: Int) -> [Int] {
        let ids = Array(application.portal.identifiers(of: "crm.deal").prefix(count))
        for id in ids {
            _ = application.portal.answer("crm.deal.update", ["id": .integer(id), "fields": ["TITLE": "A"]])
        }
        return ids
    }

    @Test("are for administrators' applications only", arguments: ["list", "get", "clear", "error"])
    func access(verb: String) throws {
        let method = "event.offline.\(verb)"
        let application = try portal(user: 3)
        #expect(application.refusal(method) == Refusal(403, "ACCESS_DENIED", "Access denied!"))
        let webhook = DemoRequest(path: application.portal.webhookPath + method)
        #expect(application.portal.refusal(webhook).text == "Access denied! Application context required")
    }

    @Test("are one entry for a record that changes often, with the last time, as documented")
    func entries() throws {
        let application = try portal()
        let deal = change(application, 1)[0]
        clock.pass(5)
        change(application, 1)
        let list = try application.reply("event.offline.list")
        #expect(list["total"] == 1)
        let expected: JSONValue = [
            "ID": "1", "TIMESTAMP_X": "2026-11-24T12:00:05+03:00", "EVENT_NAME": "ONCRMDEALUPDATE",
            "EVENT_DATA": ["FIELDS": ["ID": .string(String(deal))]], "EVENT_ADDITIONAL": false, "MESSAGE_ID": "1",
            "PROCESS_ID": "", "ERROR": "0",
        ]
        #expect(list["result"]?[0] == expected)
        let taken = try application.result("event.offline.get")
        #expect(taken["process_id"] == .null && taken["events"]?.column("ID") == ["1"])
        #expect(taken["events"]?[0]?["PROCESS_ID"] == nil)
        #expect(try application.result("event.offline.get")["events"] == [])
        change(application, 1)
        #expect(try application.result("event.offline.list").column("ID") == ["2"])
    }

    @Test("are filtered, ordered, limited and paged")
    func reading() throws {
        let application = try portal()
        change(application, 60)
        let page = try application.reply("event.offline.list", ["start": 50, "order": ["ID": "DESC"]])
        #expect(page["total"] == 60 && page["next"] == nil)
        #expect(page["result"]?.column("ID") == (1...10).reversed().map(String.init))
        #expect(try application.reply("event.offline.list")["next"] == 50)
        let filter: JSONValue = [">=ID": 3, "<ID": 6, "EVENT_NAME": "ONCRMDEALUPDATE"]
        let taken = try application.result("event.offline.get", ["filter": filter, "limit": 2])
        #expect(taken["events"]?.column("MESSAGE_ID") == ["3", "4"])
        #expect(try application.result("event.offline.list", ["filter": filter]).column("ID") == ["5"])
        #expect(try application.result("event.offline.get")["events"]?.array?.count == 50)
    }

    @Test("that are reserved are nobody else's, until they are confirmed or given up")
    func reservation() throws {
        let application = try portal()
        change(application, 3)
        let first = try application.result("event.offline.get", ["clear": 0, "limit": 2])
        let process = try #require(first["process_id"])
        #expect(process.string?.isEmpty == false)
        #expect(try application.result("event.offline.get", ["clear": 0])["events"]?.column("ID") == ["3"])
        // The record changes again while somebody works on it: that is another entry.
        change(application, 1)
        let own = try application.result("event.offline.get", ["clear": 0, "process_id": process])
        #expect(own["process_id"] == process && own["events"]?.column("ID") == ["1", "2"])
        let listed = try application.result("event.offline.list", ["filter": ["PROCESS_ID": process]])
        #expect(listed.column("ID") == ["1", "2"])
        #expect(try application.result("event.offline.error", ["process_id": process, "message_id": ["2"]]) == true)
        #expect(try application.result("event.offline.clear", ["process_id": process, "message_id": ["9"]]) == true)
        #expect(try application.result("event.offline.list").column("ID") == ["1", "2", "3", "4"])
        #expect(try application.result("event.offline.clear", ["process_id": process]) == true)
        #expect(try application.result("event.offline.list").column("ERROR") == ["1", "0", "0"])
        #expect(try application.result("event.offline.get", ["error": 1])["events"]?.column("ID") == ["2"])
        #expect(try application.result("event.offline.get")["events"]?.column("ID") == ["4"])
    }

    @Test("that nobody confirms are kept for 30 days")
    func forgotten() throws {
        let application = try portal()
        change(application, 2)
        _ = try application.result("event.offline.get", ["clear": 0, "limit": 1])
        clock.pass(30 * 86_400)
        let late = TestApplication(application.portal)
        #expect(try late.result("event.offline.list").column("ID") == ["1", "2"])
        clock.pass(1)
        #expect(try late.result("event.offline.list").column("ID") == ["2"])
    }

    @Test("can't be confirmed on a poor plan, which says so when it is asked", arguments: [true, false])
    func plan(extended: Bool) throws {
        let application = try portal(extended: extended)
        for code in ["rest_offline_extended", "rest_auth_connector"] {
            let value: JSONValue = extended ? "Y" : "N"
            #expect(try application.result("feature.get", ["CODE": .string(code)])["value"] == value)
        }
        #expect(try application.result("feature.get", ["CODE": "another"])["value"] == "N")
        let requests: [(String, JSONObject)] = [
            ("event.offline.get", ["clear": 0]), ("event.offline.list", ["auth_connector": "a"]),
            ("event.offline.clear", ["process_id": "a"]), ("event.offline.error", ["process_id": "a"]),
            ("event.bind", ["event": "ONTASKADD", "event_type": "offline", "auth_connector": "a"]),
        ]
        for (method, parameters) in requests {
            #expect(application.answer(method, parameters).status == (extended ? 200 : 403), "\(method)")
        }
        change(application, 1)
        #expect(try application.result("event.offline.get")["events"]?.array?.count == 1)
    }

    @Test("of a source are apart from those without one, and its own changes are left out")
    func connector() throws {
        let application = try portal(connector: "lunokhod")
        let ids = change(application, 2)
        #expect(try application.result("event.offline.list") == [])
        let own: JSONObject = ["auth_connector": "lunokhod"]
        #expect(try application.result("event.offline.get", own)["events"]?.array?.count == 2)
        func update(_ connector: String?) throws {
            var parameters: JSONObject = ["id": .integer(ids[0]), "fields": ["TITLE": "B"]]
            parameters["auth_connector"] = connector.map(JSONValue.string)
            _ = try application.result("crm.deal.update", parameters)
        }
        try update("lunokhod")
        let batch: JSONObject = [
            "auth_connector": "lunokhod", "cmd": [.string("crm.deal.update?id=\(ids[0])&fields[TITLE]=C")],
        ]
        _ = try application.result("batch", batch)
        #expect(try application.result("event.offline.list", own) == [])
        try update("another")
        try update(nil)
        #expect(try application.result("event.offline.list", own).array?.count == 1)
    }

    @Test("are announced to a handler that wants to know, once in each request", .timeLimit(.minutes(10)))
    func notice() async throws {
        try await EventReceiver.run { address, forms in
            let application = try portal()
            try await application.portal.serve { _ in
                _ = try application.result(
                    "event.bind",
                    ["event": "ONOFFLINEEVENT", "handler": .string(address), "options": ["minTimeout": 0]])
                change(application, 2)
                let commands: JSONValue = [
                    "crm.deal.update?id=1&fields[TITLE]=B", "crm.deal.update?id=2&fields[TITLE]=B",
                ]
                _ = try application.result("batch", ["cmd": commands])
                _ = application.portal.answer("crm.deal.add", ["fields": ["TITLE": "not bound"]])
                var got: [FormValue] = []
                for await form in forms {
                    got.append(form)
                    if got.count == 3 { break }
                }
                #expect(Set(got.map { $0["event"]?.text }) == ["ONOFFLINEEVENT"])
                #expect(
                    got.allSatisfy { $0["auth"]?["application_token"]?.text == application.portal.applicationToken })
                #expect(application.portal.events.failed == 0)
            }
        }
    }
}
