import NIOCore
import NIOHTTP1
import NIOHTTPCompression
import NIOSSL
import Synchronization
import TrialServers

/// A server that answers as a test says, and remembers what it was asked and through how many connections.
final class TestServer: Sendable {
    /// What it was asked.
    struct Request: Sendable {
        let method: String
        let uri: String
        let headers: HTTPHeaders
        let body: [UInt8]

        var text: String { String(decoding: body, as: UTF8.self) }
    }

    /// What it answers.
    enum Answer: Sendable {
        /// A whole answer.
        case reply(String, Int = 200, HTTPHeaders = ["Content-Type": "application/json"])
        /// Bytes that are no text, of which so many are promised; then the connection ends.
        case cut([UInt8], promised: Int, HTTPHeaders = ["Content-Type": "application/json"])
        /// A piece every few milliseconds, for ever.
        case drops
        /// None, ever.
        case silence
        /// The connection ends without one.
        case end
    }

    private struct State {
        var requests: [Request] = []
        var connectionCount = 0
        var port = 0
    }

    private let state = Mutex(State())
    fileprivate let answer: @Sendable (Request) -> Answer

    private init(answer: @escaping @Sendable (Request) -> Answer) { self.answer = answer }

    /// What it was asked so far.
    var requests: [Request] { state.withLock { $0.requests } }
    /// How many connections were made to it.
    var connectionCount: Int { state.withLock { $0.connectionCount } }
    /// Where it listens on 127.0.0.1.
    var port: Int { state.withLock { $0.port } }
    /// A webhook on it.
    var webhook: String { "http://127.0.0.1:\(port)/rest/1/\(TestPortal.code)/" }

    fileprivate func take(_ request: Request) { state.withLock { $0.requests.append(request) } }

    /// Serves while `body` runs.
    ///
    /// - Parameters:
    ///   - tls: serves HTTPS with this certificate
    ///   - packs: packs answers for those who take packed ones
    static func serve(
        tls: NIOSSLContext? = nil, packs: Bool = false, answer: @escaping @Sendable (Request) -> Answer,
        _ body: (TestServer) async throws -> Void
    ) async throws {
        let server = TestServer(answer: answer)
        try await Loopback.listen { channel in
            server.state.withLock { $0.connectionCount += 1 }
            let pipeline = channel.pipeline.syncOperations
            if let tls { try pipeline.addHandler(NIOSSLServerHandler(context: tls)) }
            try pipeline.configureHTTPServerPipeline()
            if packs { try pipeline.addHandler(HTTPResponseCompressor()) }
            try pipeline.addHandler(Conversation(server))
        } _: { port in
            server.state.withLock { $0.port = port }
            try await body(server)
        }
    }
}

/// The server's side of a connection.
private final class Conversation: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let server: TestServer
    private var head: HTTPRequestHead?
    private var body: [UInt8] = []

    init(_ server: TestServer) { self.server = server }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head): (self.head, body) = (head, [])
        case .body(let bytes): body += bytes.readableBytesView
        case .end:
            guard let head else { return }
            let request = TestServer.Request(
                method: head.method.rawValue, uri: head.uri, headers: head.headers, body: body)
            server.take(request)
            answer(server.answer(request), context)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    private func answer(_ answer: TestServer.Answer, _ context: ChannelHandlerContext) {
        switch answer {
        case .reply(let text, let status, let headers):
            let body = Array(text.utf8)
            begin(status, headers, length: body.count, context)
            write(body, context)
            context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        case .cut(let body, let promised, let headers):
            begin(200, headers, length: promised, context)
            write(body, context)
            guard body.count < promised else {
                return context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
            }
            context.flush()
            context.close(promise: nil)
        case .drops:
            begin(200, ["Content-Type": "application/json"], length: nil, context)
            drop(NIOLoopBound(context, eventLoop: context.eventLoop))
        case .silence: break
        case .end: context.close(promise: nil)
        }
    }

    private func begin(_ status: Int, _ headers: HTTPHeaders, length: Int?, _ context: ChannelHandlerContext) {
        var head = HTTPResponseHead(version: .http1_1, status: .init(statusCode: status), headers: headers)
        if let length { head.headers.add(name: "Content-Length", value: String(length)) }
        context.write(wrapOutboundOut(.head(head)), promise: nil)
    }

    private func write(_ bytes: [UInt8], _ context: ChannelHandlerContext) {
        context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: bytes)))), promise: nil)
    }

    private func drop(_ context: NIOLoopBound<ChannelHandlerContext>) {
        guard context.value.channel.isActive else { return }
        write([UInt8(ascii: " ")], context.value)
        context.value.flush()
        let this = NIOLoopBound(self, eventLoop: context.value.eventLoop)
        context.value.eventLoop.scheduleTask(in: .milliseconds(10)) { this.value.drop(context) }
    }
}
