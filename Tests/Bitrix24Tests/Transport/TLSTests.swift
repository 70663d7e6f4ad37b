import JSON
import Testing
import TrialServers

@testable import Bitrix24

/// Portals whose certificate no authority has signed.
@Suite struct TLSTests {
    private let certificate: TestCertificate

    init() throws { certificate = try TestCertificate() }

    @Test("a certificate that a portal signed itself is refused, and the way to trust it is told")
    func refused() async throws {
        try await serve { server, webhook in
            try await TestPortal.with(webhook: webhook) { portal in
                let error = try await portal.failure("crm.deal.add")
                #expect(error.code == "UNREACHABLE")
                #expect(error.execution == .notDone)
                #expect(
                    error.message
                        == "https://127.0.0.1:\(server.port) can't be reached: its certificate is not trusted; for a "
                        + "portal of your own name its PEM file as ca_file")
            }
            #expect(server.requests.isEmpty)
        }
    }

    @Test("it is trusted if its PEM file is named, and calls share the connection")
    func trusted() async throws {
        try await serve { server, webhook in
            try await TestCertificate.withFile(certificate.pem) { file in
                try await TestPortal.with(webhook: webhook, options(file)) { portal in
                    for _ in 0..<3 {
                        let answer = try await portal.text("crm.deal.get", ["id": 1])
                        #expect(answer == "1")
                    }
                }
            }
            #expect(server.connectionCount == 1)
        }
    }

    @Test("a file may hold several certificates")
    func several() async throws {
        let other = try TestCertificate(name: "other.example").pem
        try await serve { _, webhook in
            try await TestCertificate.withFile("A comment\n\(other)\n\(certificate.pem)\n") { file in
                try await TestPortal.with(webhook: webhook, options(file)) { portal in
                    let answer = try await portal.text("crm.deal.get", ["id": 1])
                    #expect(answer == "1")
                }
            }
        }
    }

    @Test("the certificate of another portal is no help")
    func foreign() async throws {
        let other = try TestCertificate().pem
        try await serve { server, webhook in
            try await TestCertificate.withFile(other) { file in
                try await TestPortal.with(webhook: webhook, options(file)) { portal in
                    let error = try await portal.failure("crm.deal.get", ["id": 1])
                    #expect(error.code == "UNREACHABLE")
                    #expect(error.message.contains("its certificate is not trusted"))
                }
            }
            #expect(server.requests.isEmpty)
        }
    }

    @Test("a trusted certificate for another name is refused")
    func otherName() async throws {
        let certificate = try TestCertificate(address: [127, 0, 0, 2])
        try await serve(certificate) { server, webhook in
            try await TestCertificate.withFile(certificate.pem) { file in
                try await TestPortal.with(webhook: webhook, options(file)) { portal in
                    let error = try await portal.failure("crm.deal.get", ["id": 1])
                    #expect(error.code == "UNREACHABLE")
                    #expect(error.message.hasSuffix("its certificate is for another name"))
                }
            }
            #expect(server.requests.isEmpty)
        }
    }

    @Test("a portal that speaks no HTTPS can't be reached by it")
    func plain() async throws {
        try await TestServer.serve(answer: { _ in .reply("{}") }) { server in
            let webhook = "https://127.0.0.1:\(server.port)/rest/1/\(TestPortal.code)/"
            try await TestPortal.with(webhook: webhook) { portal in
                let error = try await portal.failure("crm.deal.get", ["id": 1])
                #expect(error.code == "UNREACHABLE")
                #expect(error.message.hasSuffix("can't be reached: it does not speak HTTPS on this port"))
            }
        }
    }

    @Test(
        "a file that holds no certificates is told before anything is sent",
        arguments: ["", "\n", "-----BEGIN CERTIFICATE-----\nbm9uZQ==\n-----END CERTIFICATE-----\n", "key"])
    func wrongFile(text: String) async throws {
        try await TestCertificate.withFile(text == "key" ? certificate.keyPEM : text) { file in
            let error = #expect(throws: PortalError.self) {
                try Portal(credential: .webhook(try Webhook("https://127.0.0.1/rest/1/x/")), options: options(file))
            }
            #expect(error?.code == "SETTINGS")
            #expect(error?.message == "the certificates in \(file) can't be read")
            #expect(error?.hint == "name a PEM file as ca_file")
        }
    }

    @Test("a file that isn't there is told so")
    func missingFile() throws {
        let error = #expect(throws: PortalError.self) {
            try Portal(
                credential: .webhook(try Webhook("https://127.0.0.1/rest/1/x/")), options: options("/no/such.pem"))
        }
        #expect(error?.message == "the certificates in /no/such.pem can't be read")
    }

    private func options(_ file: String) -> PortalOptions {
        var options = TestPortal.options()
        options.transport.caFile = file
        return options
    }

    private func serve(
        _ other: TestCertificate? = nil, _ body: (TestServer, String) async throws -> Void
    ) async throws {
        let context = try (other ?? certificate).serverContext()
        try await TestServer.serve(tls: context, answer: { _ in .reply(#"{"result":1}"#) }) { server in
            try await body(server, "https://127.0.0.1:\(server.port)/rest/1/\(TestPortal.code)/")
        }
    }
}
