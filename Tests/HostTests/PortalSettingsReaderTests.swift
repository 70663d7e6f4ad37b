import Bitrix24
import Testing
import Trials

@testable import Host

@Suite struct PortalSettingsReaderTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    // MARK: What may be said

    @Test("a portal of which nothing more is said has the usual limits and ways")
    func defaults() throws {
        let portal = try read("webhook_file: a")
        #expect(portal == PortalSettings(access: .webhookFile("a", line: 3)))
        #expect(portal.limits == .standard)
        #expect(portal.transport == TransportOptions())
    }

    @Test("everything that may be said of a portal is read")
    func everything() throws {
        let portal = try read(
            """
            webhook_file: a
            limits: { rate: 5, capacity: 250, operating: 600, concurrency: 8 }
            ca_file: box.pem
            proxy: http://proxy.example:3128
            timeout: 90.5
            """)
        #expect(portal.limits == PortalLimits(rate: 5, capacity: 250, operating: 600, concurrency: 8))
        #expect(portal.transport.caFile == "box.pem")
        #expect(portal.transport.proxy == TransportOptions.Proxy(host: "proxy.example", port: 3_128))
        #expect(portal.transport.requestTimeout == 90.5)
    }

    @Test(
        "limits may be named",
        arguments: [("standard", .standard), ("enterprise", .enterprise), ("\"off\"", .unlimited)]
            as [(String, PortalLimits)])
    func named(name: String, limits: PortalLimits) throws {
        #expect(try read("webhook_file: a\nlimits: \(name)").limits == limits)
    }

    @Test("a word that other readers of YAML take for a flag is still the name of the limits")
    func off() throws {
        #expect(try read("webhook_file: a\nlimits: off").limits == .unlimited)
    }

    @Test("figures that are left out are those of the standard limits")
    func figures() throws {
        #expect(try read("webhook_file: a\nlimits: { rate: 0.5 }").limits == PortalLimits(rate: 0.5))
        #expect(try read("webhook_file: a\nlimits: { concurrency: 1 }").limits.rate == 2)
    }

    @Test(
        "a proxy is a host and a port",
        arguments: ["http://10.0.0.1:8080", "10.0.0.1:8080", "http://10.0.0.1:8080/"])
    func proxy(text: String) throws {
        let portal = try read("webhook_file: a\nproxy: \(text)")
        #expect(portal.transport.proxy == TransportOptions.Proxy(host: "10.0.0.1", port: 8_080))
    }

    @Test("an application has a code, and files for its secret and its tokens")
    func application() throws {
        let text = "application:\n  client_id: local.1\n  client_secret_file: app.secret\n  tokens_file: app.tokens"
        var expected = ApplicationSettings(clientID: "local.1", secretFile: "app.secret", tokensFile: "app.tokens")
        #expect(try read(text).access == .application(expected, line: 3))
        expected.server = "https://oauth.example/oauth/token/"
        #expect(
            try read(text + "\n  server: https://oauth.example/oauth/token/").access == .application(expected, line: 3))
    }

    // MARK: Mistakes

    @Test(
        "each mistake is told with its line",
        arguments: [
            (
                "limits: enterprize", 4,
                "limits is 'enterprize'; write standard, enterprise, off, or figures { rate: 2, capacity: 50 }"
            ),
            ("limits: { rat: 2 }", 4, "there is no 'rat' in limits; did you mean 'rate'?"),
            ("limits:\n  rate: fast", 5, "rate must be a number from 0 to 1000000"),
            ("limits:\n  rate: -1", 5, "rate must be a number from 0 to 1000000"),
            ("limits:\n  capacity: 1", 5, "capacity must be a number from 2 to 1000000"),
            ("limits:\n  operating: 0", 5, "operating must be a number from 1 to 1000000"),
            ("limits:\n  operating: nan", 5, "operating must be a number from 1 to 1000000"),
            ("limits:\n  concurrency: 0", 5, "concurrency must be a number from 1 to 100"),
            ("limits:\n  concurrency: 1e300", 5, "concurrency must be a number from 1 to 100"),
            ("timeout: 0", 4, "timeout must be a number from 1 to 3600"),
            ("timeout: 1e300", 4, "timeout must be a number from 1 to 3600"),
            ("timeout: soon", 4, "timeout must be a number from 1 to 3600"),
            ("proxy: https://proxy.example:3128", 4, "proxy must be http://HOST:PORT"),
            ("proxy: proxy.example", 4, "proxy must be http://HOST:PORT"),
            ("proxy: http://proxy.example:0", 4, "proxy must be http://HOST:PORT"),
            ("proxy: http://user:s3cr3t@proxy.example:3128", 4, "proxy must be http://HOST:PORT"),
            ("ca_file:", 4, "ca_file needs a value"),
            ("cafile: a", 4, "there is no 'cafile' in portal 'main'; did you mean 'ca_file'?"),
        ])
    func mistakes(text: String, line: Int, sentence: String) {
        #expect(failure("webhook_file: a\n\(text)") == "\(folder.path)/lunokhod.yaml:\(line): \(sentence)")
    }

    @Test(
        "an application that lacks something is told what it needs",
        arguments: [
            "{}", "{ client_id: a }", "{ client_id: a, client_secret_file: b }",
            "{ client_secret_file: b, tokens_file: c }",
        ])
    func incomplete(text: String) {
        #expect(
            failure("application: \(text)")
                == "\(folder.path)/lunokhod.yaml:3: application needs client_id, client_secret_file and tokens_file")
    }

    @Test("a secret in the settings is no setting: it belongs into a file")
    func inlineSecret() throws {
        let sentence = try #require(failure("application:\n  client_id: a\n  client_secret: s3cr3t"))
        #expect(
            sentence
                == "\(folder.path)/lunokhod.yaml:5: there is no 'client_secret' in application; there are client_id, "
                + "client_secret_file, tokens_file, server")
    }

    @Test("an authorization server is an address", arguments: ["oauth.example", "ftp://oauth.example", "true"])
    func server(text: String) throws {
        let application = "application: { client_id: a, client_secret_file: b, tokens_file: c, server: \"\(text)\" }"
        #expect(
            failure(application)
                == "\(folder.path)/lunokhod.yaml:3: the server of an application must be an address that begins with "
                + "https://")
    }

    @Test(
        "a portal has one way to be authorized",
        arguments: ["limits: standard", "webhook_file: a\nwebhook: b", "webhook: a\napplication: {}"])
    func ways(text: String) {
        #expect(
            failure(text)
                == "\(folder.path)/lunokhod.yaml:2: portal 'main' needs one of webhook_file (a file's name), webhook "
                + "(an address) and application")
    }

    // MARK: Connecting

    @Test("the certificates are looked for beside the settings, and told if they are none")
    func certificates() throws {
        try folder.write("https://demo.bitrix24.ru/rest/1/s3cr3tc0de/", to: "a")
        try folder.write("none", to: "box.pem")
        let settings = try load("webhook_file: a\nca_file: box.pem")
        let error = #expect(throws: HostFailure.self) {
            try settings.connect(portal: nil, environment: [:], told: { _ in })
        }
        #expect(error?.description == "portal: the certificates in \(folder.path)/box.pem can't be read")
        #expect(error?.exit == .usage)
    }

    @Test("an application's files are looked for beside the settings, and must be its owner's alone")
    func applicationFiles() throws {
        let text = "application: { client_id: local.1, client_secret_file: app.secret, tokens_file: app.tokens }"
        let settings = try load(text)
        let failure = { #expect(throws: HostFailure.self) { try settings.credential(portal: nil, environment: [:]) } }
        let place = "\(folder.path)/lunokhod.yaml:3"
        let path = "\(folder.path)/app.secret"
        #expect(
            failure()?.description
                == "\(place): the client secret file \(path) can't be read: no such file or directory; put the client "
                + "secret into it")
        try folder.write("s3cr3t", to: "app.secret", mode: 0o644)
        #expect(
            failure()?.description
                == "\(place): the client secret file \(path) can be read by others; run `chmod 600 \(path)`")
        try folder.write("\n", to: "app.secret")
        #expect(failure()?.description == "\(place): \(path) is empty")
        try folder.write("s3cr3t\n", to: "app.secret")
        guard case .application(let application) = try settings.credential(portal: nil, environment: [:]) else {
            Issue.record("it is no application")
            return
        }
        #expect(application.clientID == "local.1")
        #expect(application.server == Application.cloudServer)
    }

    // MARK: Reading

    private func load(_ portal: String) throws(HostFailure) -> Settings {
        let lines = portal.split(separator: "\n").map { "    \($0)" }.joined(separator: "\n")
        do {
            try folder.write("portals:\n  main:\n\(lines)", to: "lunokhod.yaml")
        } catch {
            throw HostFailure("\(error)")
        }
        return try Settings.load(path: "\(folder.path)/lunokhod.yaml", environment: [:])
    }

    private func read(_ portal: String) throws -> PortalSettings {
        try #require(try load(portal).portals["main"])
    }

    private func failure(_ portal: String) -> String? {
        do throws(HostFailure) {
            _ = try load(portal)
            return nil
        } catch {
            #expect(error.exit == .usage)
            #expect(!error.description.contains("s3cr3t"))
            return error.description
        }
    }
}
