import Crypto
import FoundationEssentials
import Glibc
import NIOSSL
import SwiftASN1
import X509

/// A certificate that a server signed itself, good for a century.
public struct TestCertificate: Sendable {
    /// Why it can't be written.
    public struct Failure: Error {}

    /// The certificate in PEM.
    public let pem: String
    /// Its private key in PEM.
    public let keyPEM: String

    /// Makes one.
    ///
    /// - Parameters:
    ///   - name: the host's name
    ///   - address: the host's address
    public init(name host: String = "box.example", address: [UInt8] = [127, 0, 0, 1]) throws {
        let key = Certificate.PrivateKey(P256.Signing.PrivateKey())
        let name = try DistinguishedName { CommonName(host) }
        let certificate = try Certificate(
            version: .v3, serialNumber: Certificate.SerialNumber(), publicKey: key.publicKey,
            notValidBefore: Date(timeIntervalSince1970: 946_684_800),
            notValidAfter: Date(timeIntervalSince1970: 4_102_444_800), issuer: name, subject: name,
            signatureAlgorithm: .ecdsaWithSHA256,
            extensions: try Certificate.Extensions {
                Critical(BasicConstraints.isCertificateAuthority(maxPathLength: nil))
                SubjectAlternativeNames([
                    .dnsName(host), .ipAddress(ASN1OctetString(contentBytes: address[...])),
                ])
            },
            issuerPrivateKey: key)
        pem = try certificate.serializeAsPEM().pemString
        keyPEM = try key.serializeAsPEM().pemString
    }

    /// What a server needs to serve with it.
    public func serverContext() throws -> NIOSSLContext {
        try NIOSSLContext(
            configuration: .makeServerConfiguration(
                certificateChain: [.certificate(try NIOSSLCertificate(bytes: Array(pem.utf8), format: .pem))],
                privateKey: .privateKey(try NIOSSLPrivateKey(bytes: Array(keyPEM.utf8), format: .pem))))
    }

    /// Hands the name of a file with that text to `body`; it is gone afterwards.
    public static func withFile<Value>(
        _ text: String, _ body: (String) async throws -> Value
    ) async throws -> Value {
        var name = Array("/tmp/lunokhod-tests-XXXXXX".utf8CString)
        let descriptor = mkstemp(&name)
        guard descriptor >= 0 else { throw Failure() }
        let path = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        defer { unlink(path) }
        defer { close(descriptor) }
        let bytes = Array(text.utf8)
        guard write(descriptor, bytes, bytes.count) == bytes.count else { throw Failure() }
        return try await body(path)
    }
}
