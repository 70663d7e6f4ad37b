import Bitrix24
import Ingress
import Testing

@testable import Host

@Suite("What is to be done about a wrong application token")
struct TokenAdviceTests {
    private func advice(choice: String?, file: String?) async throws -> String {
        let portal = try Portal(credential: .webhook(try Webhook("https://demo.bitrix24.ru/rest/1/s3cr3tc0de/")))
        var events = EventSettings()
        events.tokenFile = file
        let served = ServedPortal(
            name: "main", choice: choice, portal: portal, events: events, isApplication: false,
            door: PortalDoor(applicationTokens: [], memberID: nil))
        await portal.shutdown()
        return served.tokenAdvice
    }

    @Test func `the file that has the token is named`() async throws {
        #expect(
            try await advice(choice: "main", file: "main.token")
                == "put the one that Bitrix24 shows at the outbound webhook into main.token, one a line, and reload")
    }

    @Test func `without a file it is the environment's for the portal of the environment`() async throws {
        #expect(try await advice(choice: nil, file: nil).hasPrefix("let LUNOKHOD_EVENTS_TOKEN be "))
    }

    @Test func `where nothing names a token the setting for it is named`() async throws {
        let advice = try await advice(choice: "main", file: nil)
        #expect(advice.contains("have no token of this portal") && advice.contains("portals.main.events.token_file"))
    }
}
