import Forms
import HTTPTypes
import JSON
import Testing

@testable import DemoPortal

@Suite("Events over HTTP")
struct EventDeliveryTests {
    private func options(_ address: String, _ events: [String] = OutgoingWebhook.allEvents) -> DemoPortalOptions {
        var options = TestPortal.options(deals: 15)
        options.outgoingWebhooks = [OutgoingWebhook(events: events, handler: address, applicationToken: "known")]
        return options
    }

    @Test("every way of writing tells the outgoing webhook, as the vendor documents it", .timeLimit(.minutes(10)))
    func story() async throws {
        try await EventReceiver.run { address, forms in
            let portal = DemoPortal(options: options(address))
            try await portal.serve { demo in
                let deal = portal.identifiers(of: "crm.deal")[0]
                _ = await HTTPSender.post(
                    demo.webhook + "crm.deal.update", ["id": .integer(deal), "fields": ["TITLE": "A"]])
                _ = await HTTPSender.post(
                    demo.webhook + "batch", ["cmd": ["a": "crm.lead.add?fields[TITLE]=B"]])
                _ = await HTTPSender.post(
                    demo.webhook.replacing("/rest/", with: "/rest/api/") + "tasks.task.add",
                    ["fields": ["title": "C", "creatorId": 1, "responsibleId": 1]])
                _ = portal.answer("crm.item.add", ["entityTypeId": 1036, "fields": ["title": "D"]])
                var got: [String: FormValue] = [:]
                for await form in forms {
                    got[form["event"]?.text ?? ""] = form
                    if got.count == 5 { break }
                }
                #expect(
                    got.keys.sorted() == [
                        "ONCRMDEALUPDATE", "ONCRMDYNAMICITEMADD", "ONCRMDYNAMICITEMADD_1036", "ONCRMLEADADD",
                        "ONTASKADD",
                    ])
                let update = try #require(got["ONCRMDEALUPDATE"])
                #expect(update["data"] == ["FIELDS": ["ID": .text(String(deal))]])
                #expect(update["ts"]?.text == String(TestPortal.noon))
                #expect(update["event_handler_id"]?.text?.isEmpty == false)
                let auth = try #require(update["auth"])
                #expect(auth["application_token"]?.text == "known")
                #expect(auth["domain"]?.text == "127.0.0.1:\(demo.port)")
                #expect(auth["client_endpoint"]?.text == demo.root)
                #expect(auth["access_token"] == nil && auth["refresh_token"] == nil)
                #expect(got["ONCRMDYNAMICITEMADD_1036"]?["data"]?["FIELDS"]?["ENTITY_TYPE_ID"]?.text == "1036")
                #expect(got["ONTASKADD"]?["data"]?["FIELDS_BEFORE"]?.text == "undefined")
            }
        }
    }

    @Test("what a handler refuses is never sent again", .timeLimit(.minutes(10)))
    func refusal() async throws {
        try await EventReceiver.run(status: .internalServerError) { address, forms in
            let portal = DemoPortal(options: options(address, ["OnCrmDealAdd"]))
            try await portal.serve { _ in
                _ = portal.answer("crm.deal.add", ["fields": ["TITLE": "first"]])
                _ = portal.answer("crm.deal.add", ["fields": ["TITLE": "second"]])
                var ids: [String] = []
                for await form in forms {
                    ids.append(form["data"]?["FIELDS"]?["ID"]?.text ?? "")
                    if ids.count == 2 { break }
                }
                #expect(Set(ids).count == 2)
                #expect(portal.events.sent == 0)
            }
        }
    }

    @Test("are not sent off this machine")
    func elsewhere() async {
        let portal = DemoPortal(options: options("http://192.0.2.1/events"))
        let error = await #expect(throws: DemoPortalError.self) { try await portal.serve { _ in } }
        #expect(error == .handlerElsewhere("http://192.0.2.1/events"))
        #expect(error?.description.contains("127.0.0.1") == true)
    }

    @Test("don't show the token of a webhook")
    func secrets() {
        let webhook = OutgoingWebhook(events: ["ONTASKADD"], handler: "http://localhost", applicationToken: "known")
        var shown = "\(webhook)"
        dump(webhook, to: &shown)
        #expect(!shown.contains("known"))
    }
}
