import Bitrix24
import Ingress
import Testing

@testable import Host

@Suite("The portal that people are told in")
struct AlertPortalTests {
    private func teller(_ name: String?) async throws -> String? {
        let portal = try Portal(credential: .webhook(try Webhook("https://demo.bitrix24.ru/rest/1/s3cr3tc0de/")))
        let served = ["main", "branch"].map { name in
            ServedPortal(
                name: name, choice: name, portal: portal, events: EventSettings(), isApplication: false,
                door: PortalDoor(applicationTokens: [], memberID: nil))
        }
        var choices = AlertChoices()
        (choices.portal, choices.portalLine) = (name, 7)
        let outcome = Result { try choices.teller(among: served, "lunokhod.yaml") }
        await portal.shutdown()
        return try outcome.get()?.name
    }

    @Test func `it is the one that is named`() async throws {
        #expect(try await teller("branch") == "branch")
        #expect(try await teller(nil) == nil)
    }

    @Test func `an unknown one is refused with its line and the nearest name`() async {
        let near = await #expect(throws: HostFailure.self) { _ = try await teller("mian") }
        #expect(
            near?.description
                == "lunokhod.yaml:7: alerts names the portal 'mian', which isn't served; did you mean 'main'?")
        let far = await #expect(throws: HostFailure.self) { _ = try await teller("warehouse") }
        #expect(far?.description.hasSuffix("there are main, branch") == true && far?.exit == .usage)
    }
}
