import Glibc
import Testing
import Trials

@testable import Host

@Suite struct SettingsSignsTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        for name in ["main.webhook", "main.token", "app.secret", "ca.pem", "ledger.key", "alert.hook", "beat", "mail"] {
            try folder.write("first of \(name)", to: name)
        }
        try settings(Self.text)
    }

    private static let text = """
        portals:
          main:
            webhook_file: main.webhook
            ca_file: ca.pem
            events: { token_file: main.token }
          app:
            application: { client_id: local.1, client_secret_file: app.secret, tokens_file: app.tokens }
        portal: main
        serve: { key_file: ledger.key, tls: { certificate: chain.pem, key: key.pem } }
        alerts:
          webhook_file: alert.hook
          heartbeat: { url_file: beat }
          mail: { server: mail.example, user: me, password_file: mail, from: a@example.com, to: [b@example.com] }
        """

    private func settings(_ text: String) throws { try folder.write(text, to: "lunokhod.yaml") }

    private func signs(_ environment: [String: String] = [:]) throws -> SettingsSigns {
        SettingsSigns(
            try Settings.load(path: "\(folder.path)/lunokhod.yaml", environment: environment), environment: environment)
    }

    @Test(arguments: ["main.webhook", "main.token", "app.secret", "ca.pem", "ledger.key", "alert.hook", "beat", "mail"])
    func `a file that the settings name is seen to be changed, and to be as it was`(name: String) throws {
        let before = try signs()
        try folder.write("second", to: name)
        #expect(try signs() != before)
        unlink("\(folder.path)/\(name)")
        #expect(try signs() != before)
        try folder.write("first of \(name)", to: name)
        #expect(try signs() == before)
    }

    @Test func `what types has found of a portal is seen to be changed`() throws {
        let before = try signs()
        try folder.makeFolder(".lunokhod")
        try folder.makeFolder(".lunokhod/portals")
        try folder.write("{}", to: ".lunokhod/portals/app.json")
        #expect(try signs() != before)
    }

    @Test func `certificates and tokens of an application change nothing`() throws {
        let before = try signs()
        for name in ["app.tokens", "chain.pem", "key.pem"] { try folder.write("new", to: name) }
        #expect(try signs() == before)
    }

    @Test func `a comment and another line are no change, values are`() throws {
        let before = try signs()
        try settings("# a word\n\n" + Self.text)
        #expect(try signs() == before)
        for (old, new) in [
            ("local.1", "local.2"), ("portal: main", "portal: app"), ("{ key_file", "{ workers: 3, key_file"),
            ("b@example.com", "c@example.com"), ("chain.pem", "other.pem"),
        ] {
            try settings(Self.text.replacing(old, with: new))
            #expect(try signs() != before, "\(new)")
        }
    }

    @Test func `what the environment overrides counts`() throws {
        let before = try signs()
        #expect(try signs(["LUNOKHOD_ZONE": "Asia/Omsk"]) != before)
        #expect(try signs(["LUNOKHOD_PORTAL": "main"]) == before)
    }

    @Test func `no secret can be seen in them`() throws {
        var shown = ""
        dump(try signs(), to: &shown)
        #expect(!shown.contains("first of") && shown.contains("main.webhook"))
    }
}
