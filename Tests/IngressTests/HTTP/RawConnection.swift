import NIOCore
import NIOPosix

/// A connection of bytes, for what no proper client would send.
final class RawConnection: Sendable {
    private let channel: any Channel
    private let ear: NIOLoopBound<Ear>

    private final class Ear: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        var heard = ""
        var isClosed = false
        var waiting: (until: @Sendable (String) -> Bool, promise: EventLoopPromise<String>)?

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            heard += String(buffer: unwrapInboundIn(data))
            tell()
        }

        func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
            if case .some(.inputClosed) = event as? ChannelEvent { context.close(promise: nil) }
        }

        func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

        func channelInactive(context: ChannelHandlerContext) {
            isClosed = true
            tell()
        }

        func promise(
            on eventLoop: any EventLoop, until isEnough: @escaping @Sendable (String) -> Bool
        ) -> EventLoopPromise<String> {
            let promise = eventLoop.makePromise(of: String.self)
            waiting = (isEnough, promise)
            tell()
            return promise
        }

        private func tell() {
            guard let waiting, isClosed || waiting.until(heard) else { return }
            self.waiting = nil
            waiting.promise.succeed(heard)
        }
    }

    private init(channel: any Channel, ear: NIOLoopBound<Ear>) {
        self.channel = channel
        self.ear = ear
    }

    static func open(port: Int) async throws -> RawConnection {
        // A server that ends the connection at once takes the handler out of the channel before it could be looked for.
        let (ears, made) = AsyncStream.makeStream(of: NIOLoopBound<Ear>.self)
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelOption(.allowRemoteHalfClosure, value: true)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let ear = Ear()
                    try channel.pipeline.syncOperations.addHandler(ear)
                    made.yield(NIOLoopBound(ear, eventLoop: channel.eventLoop))
                }
            }
            .connect(host: "127.0.0.1", port: port).get()
        for await ear in ears { return RawConnection(channel: channel, ear: ear) }
        throw ChannelError.alreadyClosed
    }

    func send(_ text: String) async throws {
        try await channel.writeAndFlush(ByteBuffer(string: text))
    }

    func closeOutput() async throws { try await channel.close(mode: .output) }

    func close() async throws { try await channel.close() }

    /// What has come, once `isEnough` says so or the connection is closed.
    func heard(until isEnough: @escaping @Sendable (String) -> Bool = { _ in false }) async throws -> String {
        let ear = ear
        return try await channel.eventLoop.flatSubmit {
            ear.value.promise(on: self.channel.eventLoop, until: isEnough).futureResult
        }.get()
    }
}
