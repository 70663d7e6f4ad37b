import NIOCore
import NIOHTTP1
import NIOSSL
import Synchronization
import TrialServers

/// What webhooks and heartbeats are sent to: it answers as a test says and remembers what came.
final class HookReceiver: Sendable {
    /// What came.
    struct Request: Sendable {
        let method: String
        let uri: String
        let headers: HTTPHeaders
        let body: [UInt8]
    }

    /// What it answers.
    enum Answer: Sendable {
        /// A status, headers, and a body of so many bytes.
        case status(Int, HTTPHeaders = [:], length: Int = 0)
        /// None, ever.
        case silence
        /// The connection ends without one.
        case end
    }

    private struct State {
        var requests: [Request] = []
        var port = 0
    }

    private let state = Mutex(State())
    fileprivate let answer: Answer
    private let arrivals = AsyncStream<Void>.makeStream()

    private init(_ answer: Answer) { self.answer = answer }

    /// What came so far.
    var requests: [Request] { state.withLock { $0.requests } }
    /// Where it listens on 127.0.0.1.
    var port: Int { state.withLock { $0.port } }

    /// Returns when a request has come.
    func arrival() async { for await _ in arrivals.stream { return } }

    fileprivate func take(_ request: Request) {
        state.withLock { $0.requests.append(request) }
        arrivals.continuation.yield()
    }

    /// Listens while `body` runs; with a certificate it speaks HTTPS.
    static func serve(
        _ answer: Answer, tls: NIOSSLContext? = nil, _ body: (HookReceiver) async throws -> Void
    ) async throws {
        let receiver = HookReceiver(answer)
        try await Loopback.listen { channel in
            let pipeline = channel.pipeline.syncOperations
            if let tls { try pipeline.addHandler(NIOSSLServerHandler(context: tls)) }
            try pipeline.configureHTTPServerPipeline()
            try pipeline.addHandler(HookConversation(receiver))
        } _: { port in
            receiver.state.withLock { $0.port = port }
            try await body(receiver)
        }
    }
}

/// The receiver's side of a connection.
private final class HookConversation: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let receiver: HookReceiver
    private var head: HTTPRequestHead?
    private var body: [UInt8] = []

    init(_ receiver: HookReceiver) { self.receiver = receiver }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head): (self.head, body) = (head, [])
        case .body(let bytes): body += bytes.readableBytesView
        case .end:
            guard let head else { return }
            receiver.take(
                .init(method: head.method.rawValue, uri: head.uri, headers: head.headers, body: body))
            answer(context)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    private func answer(_ context: ChannelHandlerContext) {
        switch receiver.answer {
        case .status(let status, var headers, let length):
            headers.add(name: "Content-Length", value: String(length))
            let head = HTTPResponseHead(version: .http1_1, status: .init(statusCode: status), headers: headers)
            context.write(wrapOutboundOut(.head(head)), promise: nil)
            let bytes = ByteBuffer(repeating: UInt8(ascii: "x"), count: length)
            context.write(wrapOutboundOut(.body(.byteBuffer(bytes))), promise: nil)
            context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        case .silence: break
        case .end: context.close(promise: nil)
        }
    }
}
