import NIOSSL

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The files that make a server speak TLS.
public struct TLSFiles: Hashable, Sendable {
    /// The path of the certificate and those that vouch for it, as PEM.
    public var certificate: String

    /// The path of the certificate's private key, as PEM; nobody but its owner may read it.
    public var key: String

    /// The two paths.
    public init(certificate: String, key: String) {
        self.certificate = certificate
        self.key = key
    }

    /// Reads the files and forgets them again.
    ///
    /// - Throws: an `IngressError` if a server can't use them
    public func check() throws(IngressError) { _ = try context() }

    func context() throws(IngressError) -> NIOSSLContext {
        let chain: [NIOSSLCertificate]
        do {
            chain = try NIOSSLCertificate.fromPEMFile(certificate)
        } catch {
            throw .certificateUnusable(path: certificate, reason: "there is no certificate to read in it")
        }
        guard !chain.isEmpty else {
            throw .certificateUnusable(path: certificate, reason: "there is no certificate in it")
        }
        if isKeyOpenToOthers { throw .keyExposed(path: key) }
        do {
            let privateKey = try NIOSSLPrivateKey(file: key, format: .pem)
            var configuration = TLSConfiguration.makeServerConfiguration(
                certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(privateKey))
            configuration.minimumTLSVersion = .tlsv12
            configuration.applicationProtocols = ["http/1.1"]
            return try NIOSSLContext(configuration: configuration)
        } catch {
            // The library's words could quote the key.
            throw .certificateUnusable(path: key, reason: "there is no private key of the certificate to read in it")
        }
    }

    /// Whether others than its owner may read the key; false if there is none.
    private var isKeyOpenToOthers: Bool {
        var status = stat()
        return stat(key, &status) == 0 && status.st_mode & 0o077 != 0
    }
}
