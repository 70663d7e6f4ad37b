import AsyncHTTPClient
import Glibc
import NIOCore
import NIOHTTPCompression
import NIOPosix
import NIOSSL

/// Why a request got no answer. It never shows the URL, as the library's own errors may.
struct TransportFailure: Error, Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        /// The request never left.
        case unreachable
        /// No answer came in time.
        case timeout
        /// The connection broke after the request had left, or while it did.
        case broken
        /// The answer is larger than what is read.
        case tooLarge
        /// The caller has gone.
        case cancelled
        /// The file with certificates is none.
        case certificates
    }

    let kind: Kind
    /// What happened, in words that follow a colon.
    let reason: String

    init(_ kind: Kind, _ reason: String) {
        self.kind = kind
        self.reason = reason
    }

    /// Classifies the library's error by whether the request may have been executed.
    init(_ error: any Error, options: TransportOptions) {
        switch error {
        case let failure as TransportFailure: self = failure
        case is CancellationError: self.init(.cancelled, "it was given up")
        case is NIOTooManyBytesError, NIOHTTPDecompression.DecompressionError.limit:
            self.init(.tooLarge, "the answer is larger than \(options.largestAnswer.asByteCount)")
        case is NIOHTTPDecompression.DecompressionError, is NIOHTTPDecompression.ExtraDecompressionError:
            self.init(.broken, "its packed answer can't be unpacked")
        case let error as NIOConnectionError: self.init(.unreachable, error.reason(proxy: options.proxy))
        case let error as HTTPClientError: self.init(error, options: options)
        case NIOSSLError.uncleanShutdown: self.init(.broken, "it broke the connection before it answered")
        case let NIOSSLError.handshakeFailed(reason) where "\(reason)".contains("WRONG_VERSION_NUMBER"):
            self.init(.unreachable, "it does not speak HTTPS on this port")
        case let error as NIOSSLExtraError where error == .failedToValidateHostname:
            self.init(.unreachable, "its certificate is for another name")
        case NIOSSLError.handshakeFailed, NIOSSLError.unableToValidateCertificate, NIOSSLError.noCertificateToValidate,
            is NIOSSLExtraError:
            self.init(
                .unreachable, "its certificate is not trusted; for a portal of your own name its PEM file as ca_file")
        case is NIOSSLError, is BoringSSLError:
            // Behind the handshake: the request may have been read before.
            self.init(.broken, "its encrypted connection broke")
        case let error as IOError: self.init(error, proxy: options.proxy)
        default: self.init(.broken, "the connection failed (\(type(of: error)))")
        }
    }

    private init(_ error: HTTPClientError, options: TransportOptions) {
        switch error {
        case .connectTimeout, .getConnectionFromPoolTimeout, .tlsHandshakeTimeout:
            self.init(.unreachable, "it did not answer within \(options.connectTimeout.asSeconds)")
        case .httpProxyHandshakeTimeout, .invalidProxyResponse, .invalidProxyConfiguration:
            self.init(.unreachable, "\(options.proxy?.description ?? "the proxy") does not connect to it")
        case .proxyAuthenticationRequired:
            self.init(
                .unreachable, "\(options.proxy?.description ?? "the proxy") wants a password, which is not supported")
        case .readTimeout, .writeTimeout, .deadlineExceeded:
            self.init(.timeout, "it took longer than \(options.requestTimeout.asSeconds) to answer")
        case .cancelled: self.init(.cancelled, "it was given up")
        case .invalidURL, .emptyHost, .emptyScheme: self.init(.unreachable, "its address is not one")
        default: self.init(.broken, "it broke the connection before it answered")
        }
    }

    private init(_ error: IOError, proxy: TransportOptions.Proxy?) {
        switch error.errnoCode {
        case ECONNREFUSED, ENETUNREACH, EHOSTUNREACH: self.init(.unreachable, error.reason(proxy: proxy))
        default: self.init(.broken, error.reason(proxy: nil))
        }
    }

    /// The error of a call that failed so.
    ///
    /// - Parameter portal: the portal's address without a secret.
    func error(of method: String, portal: String) -> PortalError {
        switch kind {
        case .unreachable, .certificates:
            PortalError(
                code: PortalError.Code.unreachable, message: "\(portal) can't be reached: \(reason)", method: method,
                execution: .notDone, hint: "check the network and the portal's address in the webhook")
        case .timeout:
            PortalError(
                code: PortalError.Code.timeout, message: "\(portal): \(reason)", method: method, execution: .unknown,
                hint: "ask for less at once")
        case .broken:
            PortalError(
                code: PortalError.Code.broken, message: "\(portal): \(reason)", method: method, execution: .unknown,
                hint: "check the network")
        case .tooLarge:
            PortalError(
                code: PortalError.Code.tooLarge, message: reason, method: method, execution: .unknown,
                hint: "select fewer fields")
        case .cancelled:
            PortalError(
                code: PortalError.Code.cancelled, message: "the call was given up", method: method,
                execution: .unknown)
        }
    }
}

extension NIOConnectionError {
    /// Why no address of the host took the connection. With a proxy that is the host that was called.
    fileprivate func reason(proxy: TransportOptions.Proxy?) -> String {
        if let error = connectionErrors.first?.error as? IOError { return error.reason(proxy: proxy) }
        return dnsAError != nil || dnsAAAAError != nil ? "there is no host '\(host)'" : "the connection failed"
    }
}

extension IOError {
    /// What the system says of a connection, in words for people.
    fileprivate func reason(proxy: TransportOptions.Proxy?) -> String {
        switch errnoCode {
        case ECONNREFUSED: "\(proxy?.description ?? "it") refuses the connection"
        case ENETUNREACH, EHOSTUNREACH: "the network has no way to \(proxy?.description ?? "it")"
        case ECONNRESET, EPIPE: "it broke the connection"
        default: "the connection failed (error \(errnoCode))"
        }
    }
}

extension Double {
    /// A duration in seconds, for people: `75 s`, `0.3 s`.
    fileprivate var asSeconds: String { Int(exactly: self).map { "\($0) s" } ?? "\(self) s" }
}

extension Int {
    /// A number of bytes, for people: in the largest unit of which there is at least one.
    fileprivate var asByteCount: String {
        if self >= 1 << 20 { return "\(self >> 20) MB" }
        return self >= 1 << 10 ? "\(self >> 10) kB" : "\(self) bytes"
    }
}
