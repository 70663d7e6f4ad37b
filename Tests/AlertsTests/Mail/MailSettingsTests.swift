import Testing

@testable import Alerts

@Suite struct MailSettingsTests {
    private func mistake(
        server: String = "smtp.example.com", port: Int? = nil, protection: MailSettings.Protection = .tls,
        user: String? = "bot", password: String? = "s3cr3t", to: [String] = ["a@example.com"]
    ) throws -> String? {
        let from = try MailAddress("bot@example.com")
        let to = try to.map { try MailAddress($0) }
        return AlertsTests.mistake { () throws(AlertMistake) in
            try MailSettings(
                server: server, port: port, protection: protection, user: user, password: password.map(HiddenText.init),
                from: from, to: to)
        }
    }

    @Test(
        "the port follows the protection",
        arguments: [
            (MailSettings.Protection.tls, 465), (.starttls, 587), (.none, 25),
        ])
    func ports(protection: MailSettings.Protection, port: Int) throws {
        let address = try MailAddress("a@example.com")
        let settings = try MailSettings(server: "::1", protection: protection, from: address, to: [address])
        #expect(settings.port == port)
    }

    @Test(
        "a server is a name or an address without a port",
        arguments: [
            ("smtp.example.com", true), ("10.0.0.1", true), ("fe80::1", true), ("", false),
            ("smtp.example.com:25", false),
            ("smtp://smtp.example.com", false), ("a b", false), ("user@host", false), ("host/", false),
            ("host\r\n", false),
        ])
    func servers(server: String, isRight: Bool) throws {
        #expect(try (mistake(server: server) == nil) == isRight)
    }

    @Test("a port is 1 to 65535", arguments: [(0, false), (-1, false), (65_536, false), (1, true), (65_535, true)])
    func impossiblePorts(port: Int, isRight: Bool) throws {
        #expect(try (mistake(port: port) == nil) == isRight)
    }

    @Test("user and password come together, and are texts")
    func logins() throws {
        #expect(try mistake(user: nil) == "needs user and password together")
        #expect(try mistake(password: nil) == "needs user and password together")
        #expect(try mistake(user: nil, password: nil) == nil)
        for password in ["", "a\r\nDATA", "a\0"] {
            #expect(try mistake(password: password)?.contains("empty or") == true)
        }
    }

    @Test(
        "a password goes in the open only to this machine",
        arguments: [
            ("127.0.0.1", true), ("localhost", true), ("::1", true), ("localhost.example.com", false),
            ("10.0.0.1", false),
        ])
    func open(server: String, isRight: Bool) throws {
        #expect(try (mistake(server: server, protection: .none) == nil) == isRight)
        #expect(try mistake(server: server, protection: .none, user: nil, password: nil) == nil)
    }

    @Test("somebody gets the mail")
    func nobody() throws {
        #expect(try mistake(to: []) == "has nobody who gets the mail")
    }

    @Test("settings that are printed don't show the password")
    func printed() throws {
        let address = try MailAddress("a@example.com")
        let settings = try MailSettings(
            server: "localhost", user: "bot", password: HiddenText("s3cr3t"), from: address, to: [address])
        var dumped = ""
        dump(settings, to: &dumped)
        #expect(!dumped.contains("s3cr3t") && !"\(settings)".contains("s3cr3t"))
    }
}
