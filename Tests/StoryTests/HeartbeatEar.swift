import NIOCore
import NIOHTTP1
import Synchronization
import TrialServers

/// A watcher outside that is called by a heartbeat.
final class HeartbeatEar: Sendable {
    private let calls = Mutex<[String]>([])

    /// The method and the address of each call so far.
    var heard: [String] { calls.withLock { $0 } }

    /// Listens while `body` runs; `body` gets the ear and the port.
    static func listen(_ body: (HeartbeatEar, Int) async throws -> Void) async throws {
        let ear = HeartbeatEar()
        try await Loopback.listen { channel in
            try channel.pipeline.syncOperations.configureHTTPServerPipeline()
            try channel.pipeline.syncOperations.addHandler(Conversation(ear))
        } _: { port in
            try await body(ear, port)
        }
    }

    private final class Conversation: ChannelInboundHandler {
        typealias InboundIn = HTTPServerRequestPart
        typealias OutboundOut = HTTPServerResponsePart

        private let ear: HeartbeatEar

        init(_ ear: HeartbeatEar) { self.ear = ear }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            switch unwrapInboundIn(data) {
            case .head(let head): ear.calls.withLock { $0.append("\(head.method.rawValue) \(head.uri)") }
            case .body: break
            case .end:
                let head = HTTPResponseHead(version: .http1_1, status: .ok, headers: ["Content-Length": "0"])
                context.write(wrapOutboundOut(.head(head)), promise: nil)
                context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
            }
        }
    }
}
