import JSON
import NIOHTTP1
import Testing

@testable import DemoPortal

@Suite("A moved portal")
struct PortalMoveTests {
    @Test("sends every request to the same path elsewhere, and executes nothing", arguments: DemoRedirect.allCases)
    func redirect(status: DemoRedirect) async throws {
        let portal = TestPortal.make(deals: 2)
        portal.move(to: "http://127.0.0.1:9/", status: status)
        let path = portal.webhookPath + "crm.deal.add"
        try await portal.serve { address in
            let outcome = await HTTPSender.post("http://127.0.0.1:\(address.port)\(path)?a=1&b=%D0%B0", [:])
            #expect(outcome.status == status.rawValue)
            #expect(outcome.headers.first(name: "location") == "http://127.0.0.1:9\(path)?a=1&b=%D0%B0")
        }
        #expect(portal.executed.isEmpty)
        #expect(portal.statistics.redirects == 1)
        portal.move(to: nil)
        #expect(portal.call("profile").status == 200)
    }

    @Test("can be set up so from the beginning")
    func options() {
        var options = TestPortal.options(deals: 1)
        options.movedTo = "https://new.example"
        let reply = DemoPortal(options: options).answer(DemoRequest(path: "/rest/x"))
        #expect(reply.status == 302)
        #expect(reply.headers["Location"] == "https://new.example/rest/x")
    }
}
