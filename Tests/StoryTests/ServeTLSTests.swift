import DemoPortal
import Foundation
import Ledger
import Testing
import TrialServers

/// The real `lunokhod serve` has the certificate itself.
@Suite struct ServeTLSTests {
    private static let tls = "serve: { tls: { certificate: chain.pem, key: key.pem } }\n"
    private let seen = """
        return handler { on = { "ONCRMDEALADD" }, run = function(event) log.info("saw " .. event.id) end }
        """

    private func put(_ certificate: TestCertificate, into served: ServedWorkspace, mode: mode_t = 0o600) throws {
        try served.workspace.write("chain.pem", certificate.pem)
        try served.workspace.write("key.pem", certificate.keyPEM, mode: mode)
    }

    private func post(_ id: Int, to port: Int, trusting certificate: TestCertificate) async throws -> Int? {
        try await ServedWorkspace.post(
            ServedWorkspace.form("ONCRMDEALADD", id: id, at: id), byTLSTo: port, trusting: certificate.pem)
    }

    @Test func `events come by TLS, and a new certificate is used after SIGHUP`() async throws {
        let (first, second) = (try TestCertificate(), try TestCertificate())
        try await DemoPortal(options: .init()).serve { address in
            let served = try ServedWorkspace.make(["seen.lua": seen], address, settings: Self.tls)
            try put(first, into: served)
            let ending = try await served.serve { start in
                #expect(try await post(1, to: start.port, trusting: first) == 200)
                #expect(try await post(2, to: start.port, trusting: second) == nil)

                try put(second, into: served)
                try await served.reload(start, until: "the certificate are read again")
                #expect(try await post(3, to: start.port, trusting: second) == 200)
                #expect(try await post(4, to: start.port, trusting: first) == nil)
                try await ServedWorkspace.soon { try await served.jobs([.done]).count == 2 }
            }
            #expect(ending.isClean, "\(ending.log)")
            #expect(try await Set(served.logged()) == ["saw 1", "saw 3"])
        }
    }

    @Test func `a certificate that can't be used after SIGHUP leaves the one from before`() async throws {
        let (first, second) = (try TestCertificate(), try TestCertificate())
        try await DemoPortal(options: .init()).serve { address in
            let served = try ServedWorkspace.make(["seen.lua": seen], address, settings: Self.tls)
            try put(first, into: served)
            let ending = try await served.serve { start in
                // A certificate whose key is still the old one, as in the middle of a renewal.
                try served.workspace.write("chain.pem", second.pem)
                try await served.reload(start, until: "the settings are not taken")
                try put(second, into: served, mode: 0o640)
                try await served.reload(start, until: "the settings are not taken")
                #expect(served.lines("key.pem can be read by others; run `chmod 600").count == 1)
                #expect(try await post(1, to: start.port, trusting: first) == 200)
            }
            #expect(ending.isClean, "\(ending.log)")
            #expect(!ending.log.contains("PRIVATE"))
        }
    }

    @Test func `a key that others can read is refused at the start`() async throws {
        try await DemoPortal(options: .init()).serve { address in
            let served = try ServedWorkspace.make(["seen.lua": seen], address, settings: Self.tls)
            try put(try TestCertificate(), into: served, mode: 0o644)
            let result = try await served.program.run("serve", "--listen", "127.0.0.1:0", "--operations", "off")
            #expect(result.code == 2)
            #expect(
                result.errors == "lunokhod: The private key key.pem can be read by others; run `chmod 600 key.pem`.\n")
        }
    }
}
