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

    @Test func `a server that stops waits a little for a request that may be on its way`() throws {
        let channel = try channel()
        channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
        channel.embeddedEventLoop.advanceTime(by: .milliseconds(9_999))
        #expect(ear.farewells == 0)
        try channel.writeInbound(ByteBuffer(string: "POST /ev"))
        channel.embeddedEventLoop.advanceTime(by: .seconds(1))
        #expect(ear.farewells == 0)
        watch.headCame()
        #expect(ear.farewells == 1)
    }

    @Test(arguments: [(false, 10), (true, 1)])
    func `a server that stops waits no longer for a connection that says nothing`(hadOne: Bool, seconds: Int64) throws {
        let channel = try channel()
        if hadOne {
            try channel.writeInbound(ByteBuffer(string: "POST /ev"))
            watch.headCame()
            watch.requestIsWhole()
            watch.answered()
        }
        for _ in 0..<2 { channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent()) }
        channel.embeddedEventLoop.advanceTime(by: .seconds(seconds) - .nanoseconds(1))
        #expect(ear.farewells == 0)
        channel.embeddedEventLoop.advanceTime(by: .nanoseconds(1))
        #expect(ear.farewells == 1)
        channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
        channel.embeddedEventLoop.advanceTime(by: .seconds(20))
        #expect(ear.farewells == 1)
    }

    @Test func `a request that is worked on is the last one`() throws {
        let channel = try channel()
        try channel.writeInbound(ByteBuffer(string: "POST /ev"))
        watch.headCame()
        channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
        #expect(ear.farewells == 1)
    }

    @Test func `a server that may not wait doesn't wait for a connection that rests`() throws {
        var limits = ServerLimits()
        limits.farewellTime = .zero
        let watch = ArrivalWatch(limits)
        let channel = EmbeddedChannel()
        try channel.pipeline.syncOperations.addHandlers(watch, ear)
        try channel.writeInbound(ByteBuffer(string: "POST /ev"))
        watch.headCame()
        watch.requestIsWhole()
        watch.answered()
        channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
        #expect(ear.farewells == 1)
    }
}
