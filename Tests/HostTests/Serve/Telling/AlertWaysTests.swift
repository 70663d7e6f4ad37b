import Alerts
import Bitrix24
import DemoPortal
import Ingress
import Testing

@testable import Host

@Suite("The ways to tell")
struct AlertWaysTests {
    private func ways(_ settings: AlertSettings) async throws -> [AlertDesk.Way] {
        let portal = try Portal(credential: .webhook(try Webhook("https://demo.bitrix24.ru/rest/1/s3cr3tc0de/")))
        let served = ServedPortal(
            name: "main", choice: "main", portal: portal, events: EventSettings(), isApplication: false,
            door: PortalDoor(applicationTokens: [], memberID: nil))
        let outcome: Result<[AlertDesk.Way], any Error>
        do {
            outcome = .success(try AlertWays(settings: settings, portal: served, environment: [:]).all)
        } catch {
            outcome = .failure(error)
        }
        await portal.shutdown()
        return try outcome.get()
    }

    @Test func `there is one way for each that the settings name`() async throws {
        #expect(try await ways(AlertSettings()).isEmpty)
        var settings = AlertSettings()
        settings.chat = "chat42"
        settings.user = 7
        settings.command = ["/usr/local/bin/tell", "s3cr3t"]
        settings.hook = try HookAddress("https://hooks.example/s3cr3t")
        settings.mail = try MailSettings(
            server: "smtp.example.com", port: nil, protection: .tls, user: nil, password: nil,
            from: MailAddress("a@example.com"), to: [MailAddress("b@example.com")])
        let ways = try await ways(settings)
        #expect(ways.map(\.route) == [.chat, .user, .mail, .webhook, .command])
        #expect(!ways.contains { $0.channel.name.contains("s3cr3t") })
    }

    @Test func `a command without a program is refused`() async throws {
        var settings = AlertSettings()
        settings.command = []
        let error = await #expect(throws: HostFailure.self) { _ = try await ways(settings) }
        #expect(error?.description.contains("command needs a program") == true && error?.exit == .usage)
    }
}
