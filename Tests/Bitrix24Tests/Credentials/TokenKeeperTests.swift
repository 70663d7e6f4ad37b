import DemoPortal
import JSON
import Testing

@testable import Bitrix24

/// Tokens that run out, and are bought anew at the demo portal's authorization server.
@Suite struct TokenKeeperTests {
    private let demo = TestPortal.demo()
    private static let deal: JSONValue = ["fields": ["TITLE": "Луна"]]

    // MARK: Renewal

    @Test("an access token that ran out is renewed, and the call is made again and executed once")
    func expired() async throws {
        try await demo.withApplication { portal, store in
            let old = try #require(await store.kept)
            demo.expireAccessTokens()
            _ = try await portal.text("crm.deal.add", Self.deal)
            let new = try #require(await store.kept)
            #expect(new.access != old.access && new.refresh != old.refresh)
            #expect(new.endpoint == old.endpoint)
            _ = try await portal.text("crm.deal.add", Self.deal)
        }
        #expect(demo.statistics.refreshes == 1)
        #expect(demo.statistics.requests == 3)
        #expect(demo.executed.count == 2)
    }

    @Test("200 callers whose token ran out renew it once, and each gets an answer")
    func crowd() async throws {
        try await demo.withApplication { portal, _ in
            for round in 1...2 {
                demo.expireAccessTokens()
                // Nothing that holds a null can share a request.
                let call = PortalCall("user.current", ["x": .null])
                let pending = await portal.submit(all: Array(repeating: call, count: 200))
                for reply in pending { _ = try await reply.value() }
                #expect(demo.statistics.refreshes == round)
            }
        }
    }

    @Test("the new tokens are kept before they are used")
    func order() async throws {
        let notes = Notes<String>()
        let answer = { @Sendable (request: TestServer.Request) -> TestServer.Answer in
            if request.uri.hasPrefix("/oauth/token/") {
                notes.add("renewed")
                return .reply(#"{"access_token":"a2","refresh_token":"r2"}"#)
            }
            let auth = (try? JSONValue(parsing: request.body))?["auth"]?.string ?? ""
            notes.add("called \(auth)")
            return auth == "a2" ? .reply(#"{"result":1}"#) : .reply(#"{"error":"expired_token"}"#, 401)
        }
        try await TestServer.serve(answer: answer) { server in
            let root = "http://127.0.0.1:\(server.port)"
            let token = ApplicationToken(access: "a1", refresh: "r1", endpoint: root + "/rest/", memberID: "m")
            let store = TestStore(token, notes: notes)
            let application = Application(
                clientID: "local.x", clientSecret: "s&1", server: root + "/oauth/token/", store: store)
            try await TestPortal.with(.application(application)) { portal in
                _ = try await portal.text("crm.deal.get", ["id": 1])
            }
            #expect(notes.all == ["called a1", "renewed", "kept a2", "called a2"])
            #expect(
                server.requests[1].uri
                    == "/oauth/token/?grant_type=refresh_token&client_id=local.x&client_secret=s%261&refresh_token=r1")
            #expect(
                await store.kept
                    == ApplicationToken(access: "a2", refresh: "r2", endpoint: root + "/rest/", memberID: "m"))
        }
    }

    @Test("tokens that can't be kept are not used; they are kept the next time, without being bought again")
    func unkept() async throws {
        try await demo.withApplication { portal, store in
            let old = await store.kept
            demo.expireAccessTokens()
            await store.failNext()
            let error = try await portal.failure("crm.deal.add", Self.deal)
            #expect(error.code == "TOKEN_STORE")
            #expect(error.message == "the application's tokens can't be read or kept: no space is left")
            #expect(error.execution == .notDone)
            #expect(demo.statistics.requests == 1)
            #expect(await store.kept == old)
            _ = try await portal.text("crm.deal.add", Self.deal)
            #expect(await store.kept != old)
        }
        #expect(demo.statistics.refreshes == 1)
        #expect(demo.executed.count == 1)
    }

    @Test("two programs with the same tokens renew them once each time")
    func twoPrograms() async throws {
        try await demo.serve { address in
            let credential = Credential.application(demo.application(at: address))
            try await TestPortal.with(credential) { one in
                try await TestPortal.with(credential) { other in
                    for round in 1...3 {
                        demo.expireAccessTokens()
                        async let mine = one.text("user.current")
                        async let others = other.text("user.current")
                        _ = try await (mine, others)
                        #expect(demo.statistics.refreshes == round)
                    }
                }
            }
        }
    }

    // MARK: Trouble

    @Test(
        "trouble on the way to the authorization server is made good",
        arguments: [DemoFault.resetBeforeExecution, .badGatewayBeforeExecution, .tooManyRequests])
    func trouble(fault: DemoFault) async throws {
        try await demo.withApplication(attempts: 3) { portal, _ in
            demo.expireAccessTokens()
            demo.failNextTokenRequests([fault, fault])
            _ = try await portal.text("crm.deal.add", Self.deal)
        }
        #expect(demo.statistics.refreshes == 1)
        #expect(demo.executed.count == 1)
    }

    @Test(
        "where it lasts, the call was not made and may be repeated",
        arguments: [DemoFault.resetBeforeExecution, .badGatewayBeforeExecution])
    func lastingTrouble(fault: DemoFault) async throws {
        try await demo.withApplication(attempts: 3) { portal, _ in
            demo.expireAccessTokens()
            // Each of three attempts asks three times.
            demo.failNextTokenRequests(Array(repeating: fault, count: 9))
            let error = try await portal.failure("crm.deal.add", Self.deal)
            #expect(error.code == (fault == .resetBeforeExecution ? "BROKEN" : "NOT_AN_ANSWER"))
            #expect(error.message.contains("the authorization server"))
            #expect(error.execution == .notDone)
            #expect(error.retryable)
            _ = try await portal.text("crm.deal.add", Self.deal)
        }
        #expect(demo.executed.count == 1)
    }

    @Test(
        "new tokens that got lost on the way can't be had again, which is told",
        arguments: [DemoFault.resetAfterExecution, .closedInsideAnswer, .truncatedJSON, .page])
    func lost(fault: DemoFault) async throws {
        try await demo.withApplication(attempts: 3) { portal, _ in
            demo.expireAccessTokens()
            demo.failNextTokenRequests([fault])
            let error = try await portal.failure("crm.deal.add", Self.deal)
            #expect(error.code == "AUTHORIZE_AGAIN")
            #expect(error.message.contains("ended (invalid_grant), since an answer with new tokens got lost"))
            #expect(error.hint?.contains("authorize again") == true)
        }
        #expect(demo.executed.isEmpty)
    }

    @Test("an application that was taken away is told to be authorized again, whatever is called")
    func revoked() async throws {
        try await demo.withApplication(attempts: 3) { portal, _ in
            demo.revokeApplication()
            for method in ["crm.deal.list", "crm.deal.add"] {
                let error = try await portal.failure(method)
                #expect(error.code == "AUTHORIZE_AGAIN")
                #expect(error.hint?.hasPrefix("authorize again") == true)
                #expect(!error.retryable)
            }
        }
    }

    @Test("a wrong client secret is told, and not shown")
    func wrongSecret() async throws {
        try await demo.withApplication(secret: "wr0ngs3cr3t") { portal, _ in
            demo.expireAccessTokens()
            let error = try await portal.failure("crm.deal.list", secrets: ["wr0ngs3cr3t"])
            #expect(error.code == "invalid_client")
            #expect(error.message == "new tokens were refused: The client credentials are invalid")
            #expect(error.hint == "check client_id and client_secret")
        }
        #expect(demo.statistics.refreshes == 0)
    }
}
