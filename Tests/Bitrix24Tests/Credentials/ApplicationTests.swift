import DemoPortal
import JSON
import Testing

@testable import Bitrix24

/// An application's calls, with tokens that the demo portal's authorization server sells.
@Suite struct ApplicationTests {
    private let demo = TestPortal.demo()
    private static let deal: JSONValue = ["fields": ["TITLE": "Луна"]]
    private static let task: JSONValue = ["fields": ["title": "Луна", "creatorId": 1, "responsibleId": 2]]

    // MARK: Calls

    @Test("a call is authorized by the access token in its body")
    func call() async throws {
        try await demo.withApplication { portal, _ in
            #expect(try await portal.text("user.current").hasPrefix("{"))
            _ = try await portal.text("crm.deal.add", Self.deal)
        }
        #expect(demo.executed.map(\.parameters) == [Self.deal])
        #expect(demo.statistics.refreshes == 0)
    }

    @Test("parameters by position are a list, so that the token goes beside them")
    func positional() async throws {
        try await demo.withApplication { portal, _ in
            demo.expireAccessTokens()
            for parameters in [[1, "a"], []] as [JSONValue] {
                let user = try await portal.text("user.current", parameters)
                #expect(user.hasPrefix("{"))
            }
        }
        #expect(demo.statistics.refreshes == 1)
    }

    @Test("calls that share a request share its token")
    func batch() async throws {
        try await demo.withApplication { portal, _ in
            demo.expireAccessTokens()
            let results = try await portal.batch(
                [
                    (name: "a", call: PortalCall("user.current")),
                    (name: "b", call: PortalCall("crm.deal.add", Self.deal)),
                ], by: TestPortal.caller)
            #expect(results.allSatisfy { $0.failure == nil })
        }
        #expect(demo.statistics.requests == 2)
        #expect(demo.executed.count == 1)
    }

    @Test("REST 3.0 is called so, too: alone, with a key and in a batch")
    func three() async throws {
        try await demo.withApplication { portal, _ in
            #expect(try await portal.text("tasks.task.list", version: .three).hasPrefix(#"{"items":"#))
            demo.expireAccessTokens()
            _ = try await portal.text("tasks.task.add", Self.task, version: .three)
            demo.expireAccessTokens()
            let before = demo.statistics.requests
            let calls = demo.identifiers(of: "tasks.task").prefix(3).map {
                PortalCall("tasks.task.get", ["id": .integer($0)], version: .three)
            }
            let pending = await portal.submit(all: calls)
            for reply in pending { _ = try await reply.value() }
            // Each goes alone: a list of calls has no place for a token.
            #expect(demo.statistics.requests == before + 4)
        }
        #expect(demo.executed.count == 1)
        #expect(demo.statistics.refreshes == 2)
    }

    @Test("a portal that moved is found with the same tokens")
    func moved() async throws {
        let new = TestPortal.demo()
        // Equal portals sell equal tokens.
        _ = new.issueTokens()
        try await new.serve { there in
            try await demo.withApplication { portal, _ in
                demo.move(to: "http://127.0.0.1:\(there.port)")
                _ = try await portal.text("crm.deal.add", Self.deal)
            }
        }
        #expect(new.executed.count == 1)
        #expect(demo.executed.isEmpty)
    }

    // MARK: Without good tokens

    @Test("without tokens nothing is sent")
    func never() async throws {
        try await demo.withApplication { portal, store in
            await store.put(nil)
            let error = try await portal.failure("crm.deal.list")
            #expect(error.code == "AUTHORIZE_AGAIN")
            #expect(error.message == "the application was never authorized")
            #expect(await portal.statistics.requests == 0)
        }
    }

    @Test("tokens that name no portal are of no use")
    func nowhere() async throws {
        try await demo.withApplication { portal, store in
            await store.put(ApplicationToken(access: "a", refresh: "r", endpoint: "oauth", memberID: ""))
            let error = try await portal.failure("crm.deal.list")
            #expect(error.message == "the application's tokens name no portal")
        }
    }

    // MARK: Secrets

    @Test("pages that repeat what was asked for bring no token and no secret into the error")
    func pages() async throws {
        let answer = { @Sendable (request: TestServer.Request) -> TestServer.Answer in
            let isRenewal = request.uri.hasPrefix("/oauth/")
            guard !isRenewal, request.text.contains("a1acc3ss") || request.uri.contains("a1acc3ss") else {
                return .reply("\(request.uri) \(request.text)", 403)
            }
            return .reply(#"{"error":"expired_token"}"#, 401)
        }
        try await TestServer.serve(answer: answer) { server in
            let root = "http://127.0.0.1:\(server.port)"
            let token = ApplicationToken(access: "a1acc3ss", refresh: "r1fr3sh", endpoint: root, memberID: "")
            let application = Application(
                clientID: "local.x", clientSecret: "cl13nt", server: root + "/oauth/", store: TestStore(token))
            try await TestPortal.with(.application(application)) { portal in
                let error = try await portal.failure("crm.deal.get", [1], secrets: ["a1acc3ss", "r1fr3sh", "cl13nt"])
                #expect(error.code == "NOT_AN_ANSWER")
                #expect(error.hint == "check the address of the authorization server")
            }
        }
    }

    @Test("no token and no secret is in a description or a dump")
    func descriptions() throws {
        let token = ApplicationToken(
            access: "a1acc3ss", refresh: "r1fr3sh", endpoint: "https://demo.bitrix24.ru/rest/", memberID: "m")
        let application = Application(clientID: "local.x", clientSecret: "cl13nt", store: TestStore(token))
        let credential = Credential.application(application)
        var shown =
            "\(token) \(application) \(credential) \(String(reflecting: credential)) \(String(reflecting: token))"
        dump(token, to: &shown)
        dump(credential, to: &shown)
        for secret in ["a1acc3ss", "r1fr3sh", "cl13nt"] { #expect(!shown.contains(secret)) }
        #expect(shown.contains("local.x") && shown.contains("demo.bitrix24.ru"))
    }
}
