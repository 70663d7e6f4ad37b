import JSON
import Testing

@testable import Bitrix24

@Suite struct EventBindingsTests {
    private func with(
        answer: @escaping @Sendable (TestServer.Request) -> TestServer.Answer,
        _ body: (EventBindings, TestServer) async throws -> Void
    ) async throws {
        try await TestServer.serve(answer: answer) { server in
            let root = "http://127.0.0.1:\(server.port)/rest/"
            let token = ApplicationToken(access: "a", refresh: "r", endpoint: root, memberID: "m")
            let application = Application(clientID: "c", clientSecret: "s", server: root, store: TestStore(token))
            try await TestPortal.with(.application(application)) { portal in
                try await body(EventBindings(of: portal, by: portal.caller(.handler)), server)
            }
        }
    }

    @Test("what is registered is read as the portal tells it")
    func bound() async throws {
        let answer =
            #"{"result":[{"event":"ONCRMLEADADD","handler":"https://a.example/","auth_type":"0","offline":0},"#
            + #"{"event":"ONTASKADD","handler":"","auth_type":"0","offline":1}]}"#
        try await with(answer: { _ in .reply(answer) }) { bindings, _ in
            let bound = try await bindings.bound()
            #expect(bound.map(\.event) == ["ONCRMLEADADD", "ONTASKADD"])
            #expect(bound.map(\.isOffline) == [false, true])
        }
    }

    @Test("a plan is carried out, and what the portal refuses is told with its event")
    func settle() async throws {
        let refusal = #"{"error":"ERROR_EVENT_NOT_FOUND","error_description":"Event not found"}"#
        let plan = BindingPlan.offline(["ONTASKADD"], connector: "lunokhod", bound: [])
        try await with(answer: { _ in .reply(refusal, 400) }) { bindings, server in
            let refused = await bindings.settle(plan)
            #expect(refused.map(\.event.event) == ["ONTASKADD"])
            #expect(refused.map(\.error.code) == ["ERROR_EVENT_NOT_FOUND"])
            // An offline event is bound without a handler, which the checks let pass.
            #expect(server.requests.count == 1)
            #expect(server.requests.first?.text.contains("handler") == false)
        }
    }
}
