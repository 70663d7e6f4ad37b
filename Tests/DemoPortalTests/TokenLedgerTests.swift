import JSON
import Testing

@testable import DemoPortal

@Suite("The application's tokens")
struct TokenLedgerTests {
    private let clock = TestClock()

    private func portal() -> DemoPortal {
        var options = TestPortal.options(deals: 3)
        options.clock = clock.read
        return DemoPortal(options: options)
    }

    private func buy(_ portal: DemoPortal, _ grant: String, secret: String? = nil) -> DemoReply {
        let application = portal.options.application
        return portal.answer(
            DemoRequest(
                path: "/oauth/token/",
                query: "client_id=\(application.clientID)&client_secret=\(secret ?? application.clientSecret)&\(grant)")
        )
    }

    private func call(_ portal: DemoPortal, _ token: String, _ method: String = "crm.deal.list") -> Refusal {
        Refusal(portal.answer(DemoRequest(path: "/rest/\(method)", body: Array("auth=\(token)".utf8))))
    }

    @Test("are sold for a code, once and within 30 seconds, in the vendor's words")
    func code() throws {
        let portal = portal()
        let code = portal.authorizationCode()
        let reply = buy(portal, "grant_type=authorization_code&code=\(code)")
        #expect(reply.status == 200)
        let pair = try JSONValue(parsing: reply.body)
        #expect(pair["expires_in"] == 3_600)
        #expect(pair["expires"] == .integer(TestPortal.noon + 3_600))
        #expect(pair["client_endpoint"] == "http://127.0.0.1:0/rest/")
        #expect(pair["domain"] == "oauth.demo.invalid")
        #expect(pair["scope"]?.string?.hasPrefix("crm,task") == true)
        #expect(pair["user_id"] == 1)
        #expect(pair["member_id"]?.string?.count == 32)
        #expect(call(portal, try #require(pair["access_token"]?.string)).status == 200)
        let again = Refusal(buy(portal, "grant_type=authorization_code&code=\(code)"))
        #expect(again.status == 400 && again.code == "invalid_grant")
        let late = portal.authorizationCode()
        clock.pass(30)
        #expect(Refusal(buy(portal, "grant_type=authorization_code&code=\(late)")).code == "invalid_grant")
        #expect(portal.statistics.refreshes == 0)
        #expect(portal.statistics.requests == 1)
    }

    @Test("are replaced at every refresh, and the old refresh token is worth nothing")
    func rotation() throws {
        let portal = portal()
        let first = portal.issueTokens()
        let reply = try JSONValue(parsing: buy(portal, "grant_type=refresh_token&refresh_token=\(first.refresh)").body)
        let second = try #require(reply["refresh_token"]?.string)
        #expect(second != first.refresh)
        #expect(Refusal(buy(portal, "grant_type=refresh_token&refresh_token=\(first.refresh)")).code == "invalid_grant")
        let application = portal.options.application
        let form =
            "grant_type=refresh_token&refresh_token=\(second)&client_id=\(application.clientID)"
            + "&client_secret=\(application.clientSecret)"
        let request = DemoRequest(
            path: "/oauth/token", contentType: "application/x-www-form-urlencoded", body: Array(form.utf8))
        #expect(portal.answer(request).status == 200)
        #expect(portal.statistics.refreshes == 2)
    }

    @Test("expire, and the call is refused with 401")
    func expiry() {
        let portal = portal()
        let tokens = portal.issueTokens()
        clock.pass(3_599)
        #expect(call(portal, tokens.access).status == 200)
        clock.pass(1)
        let expired = Refusal(401, "expired_token", "The access token provided has expired")
        #expect(call(portal, tokens.access) == expired)
        let other = portal.issueTokens()
        portal.expireAccessTokens()
        #expect(call(portal, other.access) == expired)
        #expect(buy(portal, "grant_type=refresh_token&refresh_token=\(other.refresh)").status == 200)
        clock.pass(181 * 86_400)
        #expect(
            Refusal(buy(portal, "grant_type=refresh_token&refresh_token=\(tokens.refresh)")).code == "invalid_grant")
    }

    @Test("die with the application")
    func revocation() {
        let portal = portal()
        let tokens = portal.issueTokens()
        portal.revokeApplication()
        #expect(call(portal, tokens.access).code == "expired_token")
        #expect(
            Refusal(buy(portal, "grant_type=refresh_token&refresh_token=\(tokens.refresh)")).code == "invalid_grant")
    }

    @Test("are refused to strangers")
    func strangers() {
        let portal = portal()
        let tokens = portal.issueTokens()
        let grant = "grant_type=refresh_token&refresh_token=\(tokens.refresh)"
        #expect(Refusal(buy(portal, grant, secret: "x")).code == "invalid_client")
        #expect(Refusal(buy(portal, "grant_type=password")).code == "invalid_request")
        #expect(call(portal, "nonsense").code == "NO_AUTH_FOUND")
        #expect(call(portal, tokens.refresh).code == "NO_AUTH_FOUND")
        #expect(buy(portal, grant).status == 200)
    }

    @Test("don't get into the journal, and no secret into a description")
    func secrets() throws {
        let portal = portal()
        let tokens = portal.issueTokens()
        let body: JSONValue = ["auth": .string(tokens.access), "fields": ["TITLE": "A"]]
        let request = DemoRequest(path: "/rest/crm.deal.add", contentType: "application/json", body: body.bytes)
        #expect(portal.answer(request).status == 200)
        #expect(portal.executed.map(\.parameters) == [["fields": ["TITLE": "A"]]])
        var shown = ""
        dump(tokens, to: &shown)
        dump(portal.options.application, to: &shown)
        shown += "\(tokens) \(portal.options.application)"
        #expect(!shown.contains(tokens.access) && !shown.contains(tokens.refresh))
        #expect(!shown.contains(portal.options.application.clientSecret))
    }

    @Test("are sold over HTTP, and a lost answer costs the refresh token")
    func lost() async throws {
        let portal = portal()
        let tokens = portal.issueTokens()
        let application = portal.options.application
        try await portal.serve { address in
            portal.failNextTokenRequests([.resetAfterExecution])
            let url =
                "\(address.tokenEndpoint)?grant_type=refresh_token&refresh_token=\(tokens.refresh)"
                + "&client_id=\(application.clientID)&client_secret=\(application.clientSecret)"
            #expect(await HTTPSender.get(url).error != nil)
            #expect(await HTTPSender.get(url).json?["error"] == "invalid_grant")
            let code = portal.authorizationCode()
            let pair = await HTTPSender.post(
                address.tokenEndpoint,
                [
                    "grant_type": "authorization_code", "code": .string(code),
                    "client_id": .string(application.clientID), "client_secret": .string(application.clientSecret),
                ])
            #expect(pair.json?["client_endpoint"]?.string == address.root)
            let token = try #require(pair.json?["access_token"]?.string)
            let deals = await HTTPSender.post(address.root + "crm.deal.list", ["auth": .string(token)])
            #expect(deals.json?["total"] == 3)
        }
        #expect(portal.statistics.refreshes == 1)
    }
}
