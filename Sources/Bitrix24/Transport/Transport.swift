import AsyncHTTPClient
import Glibc
import NIOCore
import NIOHTTP1
import NIOHTTPCompression
import NIOPosix
import NIOSSL

/// Sends requests over HTTP. It knows URLs and bytes, nothing of methods and credentials.
struct Transport: Sendable {
    /// What came back.
    struct Response: Sendable {
        let status: Int
        let contentType: String?
        /// Where a redirect leads.
        var location: String?
        /// How many seconds to wait before the next try, where that is said.
        var retryAfter: Double?
        let body: [UInt8]
        /// What must not be shown of it.
        var secrets = Secrets()
    }

    /// The version that the portal sees.
    static let version = "0.1"

    private let options: TransportOptions
    private let client: HTTPClient

    /// - Throws: `TransportFailure` if the certificates can't be read.
    init(options: TransportOptions) throws(TransportFailure) {
        self.options = options
        var configuration = HTTPClient.Configuration()
        // A redirected POST would be repeated as GET, and to whatever host.
        configuration.redirectConfiguration = .disallow
        configuration.timeout.connect = .milliseconds(Int64(options.connectTimeout * 1000))
        configuration.timeout.read = .milliseconds(Int64(options.requestTimeout * 1000))
        configuration.decompression = .enabled(limit: .size(options.largestAnswer))
        configuration.httpVersion = .http1Only
        // Servers close idle connections after a minute or so; one that is closed while a request is sent on it
        // leaves open whether that was received.
        configuration.connectionPool.idleTimeout = .seconds(15)
        // Whether to try again is decided above, where it is known what is asked for.
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.proxy = options.proxy.map { .server(host: $0.host, port: $0.port) }
        configuration.tlsConfiguration = try Self.tls(options)
        client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }

    /// Ends the connections.
    func shutdown() async { try? await client.shutdown() }

    /// Posts a JSON body.
    ///
    /// - Parameter key: the `Idempotency-Key`, for changes in REST 3.0.
    func post(_ url: String, body: [UInt8], key: String? = nil) async throws(TransportFailure) -> Response {
        var request = HTTPClientRequest(url: url)
        request.method = .POST
        request.headers = [
            "Content-Type": "application/json", "Accept": "application/json", "Accept-Encoding": "gzip",
            "User-Agent": "lunokhod/\(Self.version)",
        ]
        if let key { request.headers.add(name: "Idempotency-Key", value: key) }
        request.body = .bytes(ByteBuffer(bytes: body))
        return try await execute(request)
    }

    /// Gets a URL, for the authorization server.
    func get(_ url: String) async throws(TransportFailure) -> Response {
        var request = HTTPClientRequest(url: url)
        request.headers = ["Accept": "application/json", "User-Agent": "lunokhod/\(Self.version)"]
        return try await execute(request)
    }

    private func execute(_ request: HTTPClientRequest) async throws(TransportFailure) -> Response {
        do {
            let deadline = NIODeadline.now() + .milliseconds(Int64(options.requestTimeout * 1000))
            let response = try await client.execute(request, deadline: deadline)
            return Response(
                status: Int(response.status.code), contentType: response.headers.first(name: "Content-Type"),
                location: response.headers.first(name: "Location"),
                retryAfter: RetryAfter.seconds(in: response.headers.first(name: "Retry-After")),
                body: try await body(of: response, by: deadline))
        } catch {
            throw TransportFailure(error, options: options)
        }
    }

    /// Reads a body to its end. The client's own deadline ends with the head of the answer, and its pauses between
    /// two pieces may be short for ever.
    private func body(of response: HTTPClientResponse, by deadline: NIODeadline) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        let length = response.headers.first(name: "Content-Length").flatMap { Int($0) } ?? 0
        guard length <= options.largestAnswer else { throw NIOTooManyBytesError(maxBytes: options.largestAnswer) }
        bytes.reserveCapacity(max(0, length))
        for try await piece in response.body {
            guard NIODeadline.now() < deadline else { throw HTTPClientError.deadlineExceeded }
            guard bytes.count + piece.readableBytes <= options.largestAnswer else {
                throw NIOTooManyBytesError(maxBytes: options.largestAnswer)
            }
            bytes.append(contentsOf: piece.readableBytesView)
        }
        return bytes
    }

    private static func tls(_ options: TransportOptions) throws(TransportFailure) -> TLSConfiguration? {
        guard let file = options.caFile else { return nil }
        do {
            var configuration = TLSConfiguration.makeClientConfiguration()
            configuration.additionalTrustRoots = [.certificates(try NIOSSLCertificate.fromPEMFile(file))]
            return configuration
        } catch {
            throw TransportFailure(.certificates, "the certificates in \(file) can't be read")
        }
    }
}
