import NIOCore
import NIOPosix
import Synchronization

@testable import Bitrix24

/// A proxy that makes connections for others: it answers `CONNECT`, and hands on bytes that it doesn't understand.
final class TestProxy: Sendable {
    /// What it says to those who want a connection.
    enum Manner: String, Sendable {
        case connects = "200 Connection established"
        case refuses = "403 Forbidden"
        case wantsPassword = "407 Proxy Authentication Required"
    }

    private let manner: Manner
    private let port: Int
    private let asked = Mutex<[String]>([])
    private let bytes = Mutex<[UInt8]>([])

    fileprivate init(_ manner: Manner, port: Int) { (self.manner, self.port) = (manner, port) }

    /// The first line of every request for a connection.
    var connections: [String] { asked.withLock { $0 } }
    /// All that went through it towards the portal.
    var passed: [UInt8] { bytes.withLock { $0 } }

    /// Serves while `body` runs.
    ///
    /// - Parameter port: the port of 127.0.0.1 that all connections lead to, whatever was asked for
    static func serve(
        _ manner: Manner, to port: Int, _ body: (TestProxy, TransportOptions.Proxy?) async throws -> Void
    ) async throws {
        let proxy = TestProxy(manner, port: port)
        let listener = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(Gate(proxy)) }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        let address = TransportOptions.Proxy("http://127.0.0.1:\(listener.localAddress?.port ?? 0)")
        let result: Result<Void, any Error>
        do { result = .success(try await body(proxy, address)) } catch { result = .failure(error) }
        try? await listener.close()
        try result.get()
    }

    fileprivate func take(_ line: String) -> (answer: String, port: Int?) {
        asked.withLock { $0.append(line) }
        return ("HTTP/1.1 \(manner.rawValue)\r\n\r\n", manner == .connects ? port : nil)
    }

    fileprivate func pass(_ more: ByteBuffer) { bytes.withLock { $0 += more.readableBytesView } }
}

/// Reads the request for a connection, and afterwards hands on whatever comes.
private final class Gate: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let proxy: TestProxy
    private var head = ""
    private var portal: (any Channel)?

    init(_ proxy: TestProxy) { self.proxy = proxy }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let bytes = unwrapInboundIn(data)
        if let portal {
            proxy.pass(bytes)
            return portal.writeAndFlush(bytes, promise: nil)
        }
        head += String(buffer: bytes)
        guard head.hasSuffix("\r\n\r\n") else { return }
        let (answer, port) = proxy.take(String(head.prefix { !$0.isNewline }))
        guard let port else {
            context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: answer)), promise: nil)
            return context.close(promise: nil)
        }
        connect(to: port, answer: answer, context)
    }

    func channelInactive(context: ChannelHandlerContext) { portal?.close(promise: nil) }

    private func connect(to port: Int, answer: String, _ context: ChannelHandlerContext) {
        let client = context.channel
        let this = NIOLoopBound(self, eventLoop: context.eventLoop)
        ClientBootstrap(group: context.eventLoop)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(Relay(client)) }
            }
            .connect(host: "127.0.0.1", port: port)
            .whenSuccess { channel in
                this.value.portal = channel
                client.writeAndFlush(ByteBuffer(string: answer), promise: nil)
            }
    }
}

/// Hands on what comes from the portal.
private final class Relay: ChannelInboundHandler, Sendable {
    typealias InboundIn = ByteBuffer

    private let client: any Channel

    init(_ client: any Channel) { self.client = client }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        client.writeAndFlush(unwrapInboundIn(data), promise: nil)
    }

    func channelInactive(context: ChannelHandlerContext) { client.close(promise: nil) }
}
