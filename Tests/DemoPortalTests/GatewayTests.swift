import JSON
import Testing

@testable import DemoPortal

@Suite("The gateway")
struct GatewayTests {
    private let portal = TestPortal.shared

    private func request(_ method: String, query: String = "", type: String? = nil, body: String = "") -> DemoRequest {
        DemoRequest(path: portal.webhookPath + method, query: query, contentType: type, body: Array(body.utf8))
    }

    private func result(_ request: DemoRequest) throws -> JSONValue? {
        try JSONValue(parsing: portal.answer(request).body)["result"]
    }

    @Test("answers in the vendor's envelope, to the byte")
    func envelope() {
        let reply = portal.answer(request("server.time"))
        #expect(reply.status == 200)
        let time =
            #"{"start":1795510800.25,"finish":1795510800.25,"duration":0,"processing":0,"#
            + #""date_start":"2026-11-24T12:00:00+03:00","date_finish":"2026-11-24T12:00:00+03:00","#
            + #""operating_reset_at":1795511400,"operating":0}"#
        #expect(
            String(decoding: reply.body, as: UTF8.self)
                == #"{"result":"2026-11-24T12:00:00+03:00","time":\#(time)}"#)
    }

    @Test("takes parameters from JSON, a form, the query, all the same")
    func parameters() throws {
        let json = try result(
            request(
                "crm.deal.list", type: "application/json; charset=utf-8",
                body: #"{"filter":{">ID":5,"STAGE_ID":["WON","LOSE"]},"select":["ID"],"order":{"ID":"DESC"}}"#))
        let text =
            "filter%5B%3EID%5D=5&filter[STAGE_ID][]=WON&filter[STAGE_ID][]=LOSE&select[]=ID&order[ID]=DESC"
        let form = try result(
            request("CRM.Deal.List.json", type: "application/x-www-form-urlencoded", body: text))
        let query = try result(request("crm.deal.list", query: text))
        let upper = try result(
            request(
                "crm.deal.list",
                query: text.split(separator: "&").map { $0.prefix(6).uppercased() + $0.dropFirst(6) }.joined(
                    separator: "&")))
        #expect(json?.array?.count == 50)
        #expect(json == form)
        #expect(json == query)
        #expect(json == upper)
    }

    @Test("refuses wrong credentials as documented")
    func credentials() {
        let wrong = Refusal(401, "INVALID_CREDENTIALS", "Invalid request credentials")
        #expect(portal.refusal(DemoRequest(path: "/rest/1/wrong/profile")) == wrong)
        #expect(portal.refusal(DemoRequest(path: portal.webhookPath.replacingOne(with: 2) + "profile")) == wrong)
        #expect(
            portal.refusal(DemoRequest(path: "/rest/profile"))
                == Refusal(401, "NO_AUTH_FOUND", "Wrong authorization data"))
    }

    @Test("knows no method that isn't there", arguments: ["crm.deal.lists", "", "crm.deal.list.xml", "imbot.register"])
    func unknownMethods(method: String) {
        let missing = Refusal(404, "ERROR_METHOD_NOT_FOUND", "Method not found!")
        #expect(portal.refusal(request(method)) == missing)
        #expect(portal.refusal(DemoRequest(path: "/elsewhere")) == missing)
    }

    @Test("keeps to the scopes of the webhook")
    func scopes() throws {
        let portal = TestPortal.make(deals: 10, scopes: ["crm"])
        #expect(
            try portal.refusal("user.get")
                == Refusal(
                    403, "insufficient_scope",
                    "The request requires higher privileges than provided by the webhook token"))
        #expect(try portal.result("scope") == ["crm"])
        #expect(try portal.result("profile")["ID"] == "1")
        #expect(try portal.result("crm.deal.list").array?.count == 10)
    }

    @Test("refuses a body that is broken or too large")
    func bodies() {
        let broken = portal.refusal(request("profile", type: "application/json", body: "{\"a\":"))
        #expect(broken.status == 400)
        #expect(broken.code == "INVALID_REQUEST")
        let large = DemoRequest(
            path: portal.webhookPath + "profile", contentType: "application/json",
            body: Array(repeating: 0x20, count: Gateway.largestBody + 1))
        #expect(portal.refusal(large).status == 413)
        let multipart = portal.refusal(request("profile", type: "multipart/form-data; boundary=x", body: "--x--"))
        #expect(multipart.status == 400)
    }

    @Test("refuses parameters without measure")
    func measures() {
        let deep = "a" + String(repeating: "[x]", count: 100) + "=1"
        #expect(portal.refusal(request("profile", query: deep)).status == 400)
        let many = String(repeating: "a[]=1&", count: 10_001)
        #expect(portal.refusal(request("profile", body: many)).status == 400)
        let deepJSON = String(repeating: "[", count: 100_000)
        #expect(portal.refusal(request("profile", type: "application/json", body: deepJSON)).status == 400)
    }

    @Test("counts requests and commands")
    func statistics() throws {
        let portal = TestPortal.make(deals: 1)
        _ = portal.answer("profile")
        _ = portal.answer("no.such.method")
        _ = portal.answer("batch", ["cmd": ["a": "profile", "b": "scope", "c": "nope"]])
        #expect(portal.statistics.requests == 3)
        #expect(portal.statistics.commands == 3)
    }

    @Test("lives through noise")
    func noise() {
        var random = RandomSource(seed: 6, stream: "requests")
        let pieces = Array("crm.deal.list?&=[]%{}\":,$result123ID>! ")
        let methods = MethodTable.all.map(\.name)
        for _ in 0..<600 {
            let body = String((0..<random.below(60)).map { _ in random.element(of: pieces) })
            let type = random.element(of: ["application/json", "application/x-www-form-urlencoded", nil])
            let reply = portal.answer(
                request(random.element(of: methods), query: body, type: type, body: random.chance(0.5) ? body : ""))
            #expect((200..<500).contains(reply.status))
            #expect(throws: Never.self) { try JSONValue(parsing: reply.body) }
        }
    }
}

extension String {
    fileprivate func replacingOne(with user: Int) -> String {
        split(separator: "/").enumerated().map { $0 == 1 ? String(user) : String($1) }.reduce("") { "\($0)/\($1)" }
            + "/"
    }
}
