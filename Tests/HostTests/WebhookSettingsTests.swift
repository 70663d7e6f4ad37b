import Bitrix24
import Glibc
import Testing
import Trials

@testable import Host

@Suite struct WebhookSettingsTests {
    /// A code that would be found again in whatever shows it.
    private static let secret = "s3cr3tc0de0000000"
    private static let address = "https://demo.bitrix24.ru/rest/1/\(secret)/"

    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    // MARK: In the settings

    @Test("an address in settings that only their owner can read is taken", arguments: [0o600, 0o400] as [mode_t])
    func inline(mode: mode_t) throws {
        try settings("portals:\n  main:\n    webhook: \(Self.address)", mode: mode)
        #expect(try webhook().portal == "https://demo.bitrix24.ru")
    }

    @Test(
        "an address in settings that others can read is refused",
        arguments: [0o644, 0o640, 0o604, 0o660, 0o620] as [mode_t])
    func openInline(mode: mode_t) throws {
        try settings("portals:\n  main:\n    webhook: \(Self.address)", mode: mode)
        let file = "\(folder.path)/lunokhod.yaml"
        #expect(
            failure()
                == "\(file):3: the webhook of portal 'main' can be read by others; run `chmod 600 \(file)` or move it "
                + "into a webhook_file")
    }

    @Test("a wrong address in the settings is told with its line and portal")
    func wrongInline() throws {
        try settings("portals:\n  main:\n    webhook: demo.bitrix24.ru/rest/1/\(Self.secret)/")
        #expect(
            failure()
                == "\(folder.path)/lunokhod.yaml:3: the webhook of portal 'main' does not begin with https:// (or "
                + "http:// for a portal of your own network)")
    }

    // MARK: In a file of its own

    @Test("an address is read from a file beside the settings, which others may read then")
    func file() throws {
        try settings("portals:\n  main:\n    webhook_file: main.webhook", mode: 0o644)
        try folder.write("\(Self.address)\n", to: "main.webhook")
        #expect(try webhook().portal == "https://demo.bitrix24.ru")
    }

    @Test("the file may be named by its whole path")
    func absolute() throws {
        try folder.makeFolder("secrets")
        let path = try folder.write(Self.address, to: "secrets/main")
        try settings("portals:\n  main:\n    webhook_file: \(path)")
        #expect(try webhook().portal == "https://demo.bitrix24.ru")
    }

    @Test("a file that others can read is refused", arguments: [0o644, 0o640, 0o604, 0o660] as [mode_t])
    func openFile(mode: mode_t) throws {
        try settings("portals:\n  main:\n    webhook_file: main.webhook")
        let path = try folder.write(Self.address, to: "main.webhook", mode: mode)
        #expect(
            failure()
                == "\(folder.path)/lunokhod.yaml:3: the webhook file \(path) can be read by others; run `chmod 600 \(path)`"
        )
    }

    @Test("a file that is missing is told with the place that names it")
    func missing() throws {
        try settings("portals:\n  main:\n    webhook_file: main.webhook")
        #expect(
            failure()
                == "\(folder.path)/lunokhod.yaml:3: the webhook file \(folder.path)/main.webhook can't be read: no such "
                + "file or directory; put the webhook's address into it")
    }

    @Test(
        "a file with something else in it is told, but not what is in it",
        arguments: [
            "", "\n", "s3cr3tc0de0000000", "https://s3cr3tc0de0000000", "https://demo.ru/s3cr3tc0de0000000/",
            "https://demo.ru/rest/s3cr3tc0de0000000/1/", "webhook: https://demo.ru/rest/1/s3cr3tc0de0000000/",
            "https://demo.ru/rest/1/s3cr3tc0de0000000 /", "https://s3cr3tc0de0000000@demo.ru/rest/1/x/",
        ])
    func malformed(text: String) throws {
        try settings("portals:\n  main:\n    webhook_file: main.webhook")
        let path = try folder.write(text, to: "main.webhook")
        let sentence = try #require(failure())
        #expect(sentence.hasPrefix("the webhook in \(path) "), "\(sentence)")
        #expect(!sentence.contains(Self.secret))
    }

    @Test("bytes that are no text are no address, and are not shown")
    func noText() throws {
        try settings("portals:\n  main:\n    webhook_file: main.webhook")
        let path = try folder.write([0xFF, 0xFE, 0x00] + Array(Self.secret.utf8), to: "main.webhook")
        #expect(failure()?.hasPrefix("the webhook in \(path) does not begin with https://") == true)
    }

    // MARK: Which portal

    @Test("LUNOKHOD_WEBHOOK wins over the settings")
    func environment() throws {
        try settings("portals:\n  main:\n    webhook: \(Self.address)")
        let environment = ["LUNOKHOD_WEBHOOK": "https://other.bitrix24.ru/rest/1/\(Self.secret)/"]
        #expect(try webhook(environment: environment).portal == "https://other.bitrix24.ru")
        #expect(try webhook(portal: "main", environment: environment).portal == "https://demo.bitrix24.ru")
        #expect(try webhook(environment: ["LUNOKHOD_WEBHOOK": ""]).portal == "https://demo.bitrix24.ru")
    }

    @Test("a wrong address in LUNOKHOD_WEBHOOK is told, but not shown")
    func wrongEnvironment() throws {
        try settings("")
        let sentence = try #require(failure(environment: ["LUNOKHOD_WEBHOOK": "https://demo.ru/\(Self.secret)"]))
        #expect(sentence.hasPrefix("LUNOKHOD_WEBHOOK is not of the form https://PORTAL/rest/USER/CODE/"))
        #expect(!sentence.contains(Self.secret))
    }

    @Test("without any portal both ways to name one are told")
    func none() throws {
        try settings("zone: UTC")
        #expect(
            failure()
                == "no portal is set up: put its webhook into LUNOKHOD_WEBHOOK, or name it in "
                + "\(folder.path)/lunokhod.yaml under portals with webhook_file")
    }

    @Test("of several portals one must be chosen: by --portal, or by the settings")
    func several() throws {
        let portals = """
            portals:
              test: { webhook: "https://test.bitrix24.ru/rest/1/\(Self.secret)/" }
              main: { webhook: "https://main.bitrix24.ru/rest/1/\(Self.secret)/" }
            """
        try settings(portals)
        #expect(
            failure()
                == "\(folder.path)/lunokhod.yaml has several portals (main, test); choose one with --portal or the "
                + "setting portal")
        #expect(try webhook(portal: "test").portal == "https://test.bitrix24.ru")
        try settings(portals + "\nportal: main")
        #expect(try webhook().portal == "https://main.bitrix24.ru")
        #expect(try webhook(portal: "test").portal == "https://test.bitrix24.ru")
        #expect(try webhook(environment: ["LUNOKHOD_PORTAL": "test"]).portal == "https://test.bitrix24.ru")
    }

    @Test("a portal that isn't there gets the nearest name, or all there are")
    func unknown() throws {
        try settings("portals: { main: { webhook_file: a }, test: { webhook_file: b } }")
        let file = "\(folder.path)/lunokhod.yaml"
        #expect(failure(portal: "mian") == "there is no portal 'mian' in \(file); did you mean 'main'?")
        #expect(failure(portal: "warehouse") == "there is no portal 'warehouse' in \(file); there are main, test")
    }

    @Test("an address in place of a portal's name is not shown")
    func addressAsName() throws {
        try settings("portals: { main: { webhook_file: a } }")
        let sentence = try #require(failure(portal: Self.address))
        #expect(!sentence.contains(Self.secret))
        let other = try #require(failure(environment: ["LUNOKHOD_PORTAL": Self.address]))
        #expect(!other.contains(Self.secret))
    }

    // MARK: Reading

    private func settings(_ text: String, mode: mode_t = 0o600) throws {
        try folder.write(text, to: "lunokhod.yaml", mode: mode)
    }

    private func webhook(portal: String? = nil, environment: [String: String] = [:]) throws(HostFailure) -> Webhook {
        let credential = try Settings.load(path: "\(folder.path)/lunokhod.yaml", environment: environment)
            .credential(portal: portal, environment: environment)
        guard case .webhook(let webhook) = credential else { throw HostFailure("it is no webhook") }
        return webhook
    }

    private func failure(portal: String? = nil, environment: [String: String] = [:]) -> String? {
        do throws(HostFailure) {
            _ = try webhook(portal: portal, environment: environment)
            return nil
        } catch {
            #expect(error.exit == .usage)
            return error.description
        }
    }
}
