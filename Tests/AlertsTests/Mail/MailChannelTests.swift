import FoundationEssentials
import Testing
import TrialServers

@testable import Alerts

@Suite struct MailChannelTests {
    private static let password = "pa55 wörd"
    private static let login = Data("\0bot\0\(password)".utf8).base64EncodedString()

    private func channel(
        _ receiver: MailReceiver, _ protection: MailSettings.Protection = .none, logsIn: Bool = true,
        to: [String] = ["a@example.com", "b@example.com"], authorities: String? = nil, timeout: Double = 30
    ) throws -> MailChannel {
        var settings = try MailSettings(
            server: "127.0.0.1", port: receiver.port, protection: protection, user: logsIn ? "bot" : nil,
            password: logsIn ? HiddenText(Self.password) : nil, from: try MailAddress("bot@lunokhod.example"),
            to: try to.map { try MailAddress($0) })
        settings.authorities = authorities
        settings.timeout = timeout
        return MailChannel(settings: settings, moment: { 1_700_000_000 }, newID: { "77" })
    }

    /// Whether a failure or what came without TLS shows the password, as it is or as it travels.
    private func isShown(_ failure: AlertFailure?, _ receiver: MailReceiver) -> Bool {
        let texts = ["\(String(describing: failure))"] + receiver.openLines
        return texts.contains { text in
            [Self.password, Self.login, "AUTH"].contains { text.contains($0) }
        }
    }

    @Test("a letter goes to everybody, as it was written")
    func plain() async throws {
        try await MailReceiver.serve { receiver in
            let message = AlertMessage.sample(title: "Сбой запуска", body: ".\nstroke\n..\n\n.")
            let failure = await (try channel(receiver, logsIn: false)).failure(message)
            #expect(failure == nil)
            let orders = receiver.lines.filter { !$0.hasPrefix("EHLO") }
            #expect(
                orders == [
                    "MAIL FROM:<bot@lunokhod.example>", "RCPT TO:<a@example.com>", "RCPT TO:<b@example.com>", "DATA",
                    "QUIT",
                ])
            let letter = try #require(Letter(receiver.letter ?? ""))
            #expect(letter.subject == "Сбой запуска" && letter["Message-ID"] == "<77@lunokhod.example>")
            #expect(letter.text == ".\r\nstroke\r\n..\r\n\r\n.\r\n")
        }
    }

    @Test("the user logs in before anything is told")
    func login() async throws {
        try await MailReceiver.serve(.init(offers: ["AUTH PLAIN"], login: Self.login)) { receiver in
            let failure = await (try channel(receiver)).failure()
            #expect(failure == nil)
            #expect(receiver.lines.dropFirst().prefix(2) == ["AUTH PLAIN", Self.login] && receiver.letter != nil)
        }
    }

    @Test("a login that is refused is told without the password")
    func refusedLogin() async throws {
        try await MailReceiver.serve(.init(offers: ["AUTH PLAIN"], login: "another")) { receiver in
            let failure = try #require(await (try channel(receiver)).failure())
            #expect(
                failure.description
                    == "the alert was not sent by mail by 127.0.0.1: the server refuses user and password (its last "
                    + "reply was 535)")
            #expect(!"\(failure)".contains(Self.password) && !"\(failure)".contains(Self.login))
            #expect(receiver.letter == nil)
        }
    }

    @Test(
        "a server that doesn't offer STARTTLS, or refuses it, gets neither password nor letter",
        arguments: [
            ["AUTH PLAIN"], ["AUTH PLAIN", "STARTTLS"],
        ])
    func noProtection(offers: [String]) async throws {
        try await MailReceiver.serve(.init(offers: offers)) { receiver in
            let failure = await (try channel(receiver, .starttls)).failure()
            #expect(failure?.reason.contains("STARTTLS") == true)
            #expect(!isShown(failure, receiver) && receiver.letter == nil)
            #expect(!receiver.lines.contains { $0.hasPrefix("MAIL") })
        }
    }

    @Test("password and letter go through TLS", arguments: [MailSettings.Protection.starttls, .tls])
    func protected(protection: MailSettings.Protection) async throws {
        let certificate = try TestCertificate()
        try await MailReceiver.serve(manner(certificate, protection)) { receiver in
            try await TestCertificate.withFile(certificate.pem) { file in
                let failure = await (try channel(receiver, protection, authorities: file)).failure()
                #expect(failure == nil)
            }
            #expect(receiver.letter != nil && receiver.lines.contains(Self.login))
            #expect(receiver.openLines.allSatisfy { $0.hasPrefix("EHLO") || $0 == "STARTTLS" })
        }
    }

    @Test("a server that nobody vouches for gets nothing", arguments: [MailSettings.Protection.starttls, .tls])
    func distrusted(protection: MailSettings.Protection) async throws {
        try await MailReceiver.serve(manner(try TestCertificate(), protection)) { receiver in
            let failure = await (try channel(receiver, protection)).failure()
            #expect(failure?.reason.contains("certificate") == true)
            #expect(!isShown(failure, receiver) && receiver.letter == nil)
        }
    }

    @Test("one mailbox that is refused doesn't keep the others from being told")
    func refusedMailbox() async throws {
        try await MailReceiver.serve(.init(refused: ["a@example.com"])) { receiver in
            let failure = await (try channel(receiver, logsIn: false)).failure()
            #expect(failure == nil && receiver.letter != nil)
        }
    }

    @Test("a letter that nobody may get is a failure")
    func refusedMailboxes() async throws {
        try await MailReceiver.serve(.init(refused: ["a@example.com", "b@example.com"])) { receiver in
            let failure = await (try channel(receiver, logsIn: false)).failure()
            #expect(failure?.reason.contains("550") == true && receiver.letter == nil)
        }
    }

    @Test("a letter that the server doesn't take is a failure")
    func refusedLetter() async throws {
        try await MailReceiver.serve(.init(verdict: "554 no")) { receiver in
            let failure = await (try channel(receiver, logsIn: false)).failure()
            #expect(failure?.reason.contains("554") == true)
        }
    }

    @Test("a server that never answers is given up")
    func silence() async throws {
        try await MailReceiver.serve(.init(isSilent: true)) { receiver in
            let failure = await (try channel(receiver, timeout: 0.2)).failure()
            #expect(failure?.reason.contains("timed out") == true || failure?.reason.contains("timeout") == true)
        }
    }

    private func manner(
        _ certificate: TestCertificate, _ protection: MailSettings.Protection
    ) throws -> MailReceiver.Manner {
        .init(
            offers: ["AUTH PLAIN", "STARTTLS"], login: Self.login, tls: try certificate.serverContext(),
            isTLSFromBeginning: protection == .tls)
    }
}
