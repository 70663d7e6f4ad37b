import NIOCore
import NIOEmbedded
import Testing

@testable import Ingress

@Suite struct ArrivalWatchTests {
    private final class Ear: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        var farewells = 0

        func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
            if event is ChannelShouldQuiesceEvent { farewells += 1 }
        }
    }

    private let watch = ArrivalWatch(ServerLimits())
    private let ear = Ear()

    private func channel() throws -> EmbeddedChannel {
        let channel = EmbeddedChannel()
        try channel.pipeline.syncOperations.addHandlers(watch, ear)
        return channel
    }

    @Test func `a server that stops waits for a head that has begun`() throws {
        let channel = try channel()
        try channel.writeInbound(ByteBuffer(string: "POST /ev"))
        channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
        #expect(ear.farewells == 0)
        watch.headCame()
        #expect(ear.farewells == 1)
    }

    @Test func `a server that stops doesn't wait for a connection that rests`() throws {
        let channel = try channel()
        try channel.writeInbound(ByteBuffer(string: "POST /ev"))
        watch.headCame()
        watch.requestIsWhole()
        watch.answered()
        channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
        #expect(ear.farewells == 1)
    }
}
