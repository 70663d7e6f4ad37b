import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOHTTPCompression
import NIOPosix

/// Sends calls to one portal over HTTP. It knows addresses and bytes, nothing of methods.
struct Transport: Sendable {
    /// What came back.
    struct Response: Sendable {
        let status: Int
        let contentType: String?
        let body: [UInt8]
    }

    /// The largest answer that is read, in bytes.
    static let largestAnswer = 64 << 20
    /// How long one request may take in all. The portal itself ends one after 60 s.
    static let timeout = TimeAmount.seconds(75)

    let webhook: Webhook
    private let client: HTTPClient

    init(webhook: Webhook) {
        self.webhook = webhook
        var configuration = HTTPClient.Configuration()
        // A redirected POST would be repeated as GET, and to whatever host.
        configuration.redirectConfiguration = .disallow
        configuration.timeout.connect = .seconds(10)
        configuration.timeout.read = .seconds(70)
        configuration.decompression = .enabled(limit: .size(Self.largestAnswer))
        configuration.httpVersion = .http1Only
        client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    /// Ends the connections.
    func shutdown() async { try? await client.shutdown() }

    /// Posts a JSON body to a method.
    func post(method: String, body: [UInt8]) async throws(PortalError) -> Response {
        var request = HTTPClientRequest(url: webhook.url(of: method))
        request.method = .POST
        request.headers = [
            "Content-Type": "application/json", "Accept": "application/json", "User-Agent": "lunokhod/\(Self.version)",
        ]
        request.body = .bytes(ByteBuffer(bytes: body))
        do {
            let response = try await client.execute(request, timeout: Self.timeout)
            var collected = try await response.body.collect(upTo: Self.largestAnswer)
            return Response(
                status: Int(response.status.code), contentType: response.headers.first(name: "Content-Type"),
                body: collected.readBytes(length: collected.readableBytes) ?? [])
        } catch {
            throw failure(error, method: method)
        }
    }

    /// The version that the portal sees.
    static let version = "0.1"

    /// Tells a failed request in words; the library's own might show the URL.
    private func failure(_ error: any Error, method: String) -> PortalError {
        switch error {
        case let error as HTTPClientError: failure(error, method: method)
        case is NIOTooManyBytesError, is NIOHTTPDecompression.DecompressionError:
            PortalError(
                code: "TOO_LARGE", message: "the answer is larger than \(Self.largestAnswer >> 20) MB", method: method,
                hint: "select fewer fields")
        case let error as NIOConnectionError: unreachable(error.reason, method: method)
        case let error as IOError: unreachable(error.reason, method: method)
        case is CancellationError:
            PortalError(code: "CANCELLED", message: "the call was given up", method: method)
        default: unreachable("the connection failed (\(type(of: error)))", method: method)
        }
    }

    private func failure(_ error: HTTPClientError, method: String) -> PortalError {
        switch error {
        case .connectTimeout: unreachable("it did not answer within 10 s", method: method)
        case .readTimeout, .deadlineExceeded:
            PortalError(
                code: "TIMEOUT", message: "\(webhook.host) took longer than 70 s to answer", method: method,
                hint: "ask for less at once; whether a change was made is not known")
        case .cancelled: PortalError(code: "CANCELLED", message: "the call was given up", method: method)
        default:
            PortalError(
                code: "UNREACHABLE", message: "\(webhook.host) broke the connection before it answered",
                method: method, hint: "whether a change was made is not known")
        }
    }

    private func unreachable(_ reason: String, method: String) -> PortalError {
        PortalError(
            code: "UNREACHABLE", message: "\(webhook.portal) can't be reached: \(reason)", method: method,
            retryable: true, hint: "check the network and the portal's address in the webhook")
    }
}

extension NIOConnectionError {
    /// Why no address of the host took the connection.
    var reason: String {
        if let error = connectionErrors.first?.error as? IOError { return error.reason }
        return dnsAError != nil || dnsAAAAError != nil ? "there is no host '\(host)'" : "the connection failed"
    }
}

extension IOError {
    /// What the system says of a connection, in words for people.
    var reason: String {
        switch errnoCode {
        case ECONNREFUSED: "it refuses the connection"
        case ENETUNREACH, EHOSTUNREACH: "the network has no way to it"
        case ECONNRESET, EPIPE: "it broke the connection"
        default: "the connection failed (error \(errnoCode))"
        }
    }
}
