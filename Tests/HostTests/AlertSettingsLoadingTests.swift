import Alerts
import Testing
import Trials

@testable import Host

@Suite("Alerts with the secrets of their files")
struct AlertSettingsLoadingTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func settings(_ text: String) throws -> AlertSettings {
        var reader = SettingsReader(path: "\(folder.path)/lunokhod.yaml")
        return try reader.read(text).alertSettings()
    }

    private func refusal(_ text: String) -> String {
        let error = #expect(throws: HostFailure.self) { _ = try settings(text) }
        #expect(error?.exit == .usage)
        return error?.description ?? ""
    }

    @Test func `without alerts nobody is told`() throws {
        #expect(try settings("zone: UTC") == AlertSettings())
    }

    @Test func `all ways are there with their secrets`() throws {
        try folder.write("https://hooks.example/s3cr3t\n", to: "hook")
        try folder.write("https://beat.example/s3cr3t", to: "beat")
        try folder.write("passw0rd\n", to: "password")
        let found = try settings(
            """
            alerts:
              chat: chat42
              user: 7
              mail:
                server: smtp.example.com
                protection: starttls
                user: lunokhod
                password_file: password
                from: a@example.com
                to: [b@example.com]
              webhook_file: hook
              command: [tell, loud]
              heartbeat: { url_file: beat, every: 5m }
              reminder: 2h
              only: { webhook: [disk] }
            """)
        #expect(found.chat == "chat42" && found.user == 7 && found.command == ["tell", "loud"])
        #expect(found.mail?.server == "smtp.example.com" && found.mail?.protection == .starttls)
        #expect(found.hook?.host == "hooks.example" && found.heartbeat?.every == 300 && found.reminder == 7_200)
        #expect(found.routes == [AlertRoute(channel: .webhook, kinds: [.disk])])
    }

    @Test func `a file that is missing, empty, open to others or holds no address is refused without showing it`()
        throws
    {
        try folder.write("", to: "empty")
        try folder.write("hooks.example/s3cr3t", to: "wrong")
        try folder.write("https://hooks.example/s3cr3t", to: "open", mode: 0o644)
        for name in ["missing", "empty", "wrong", "open"] {
            let sentence = refusal("zone: UTC\nalerts:\n  webhook_file: \(name)")
            #expect(sentence.contains("lunokhod.yaml") && !sentence.contains("s3cr3t"), "\(sentence)")
        }
    }

    @Test func `mail that can't be sent is refused`() {
        let mail = "alerts:\n  mail: { server: smtp.example.com, from: a@example.com, to: b@example.com"
        #expect(refusal(mail + ", protection: ssl }").contains("tls, starttls or none"))
        #expect(
            refusal("alerts:\n  mail: { server: smtp.example.com, from: nobody, to: b@example.com }").contains("alerts")
        )
    }
}
