import NIOSSL
import Synchronization

/// The certificate that new connections get; it can be read again while the server runs.
final class TLSCredential: Sendable {
    private let files: TLSFiles
    private let current: Mutex<NIOSSLContext>

    init(_ files: TLSFiles) throws(IngressError) {
        self.files = files
        current = Mutex(try files.context())
    }

    /// Nil without files.
    static func reading(_ files: TLSFiles?) throws(IngressError) -> TLSCredential? {
        guard let files else { return nil }
        return try TLSCredential(files)
    }

    var context: NIOSSLContext { current.withLock { $0 } }

    /// Reads the files; if they can't be used, the certificate from before stays.
    func renew() throws(IngressError) {
        let renewed = try files.context()
        current.withLock { $0 = renewed }
    }
}
