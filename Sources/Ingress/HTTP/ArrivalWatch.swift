import NIOCore

/// Closes a connection whose other end is too slow.
///
/// It stands in front of the decoder, as that tells nothing of a head that comes byte by byte.
final class ArrivalWatch: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    /// Told to the handlers behind when a request hasn't arrived in time.
    struct TooSlow: Sendable {}

    private var pace: ArrivalPace
    private var look: Scheduled<Void>?
    private var context: ChannelHandlerContext?
    private var hasHead = false
    private var hasHalfAHead = false
    private var hasSpoken = false
    private let patience: (fresh: Duration, resting: Duration)
    private var isSeenOff = false
    private var isFarewellPostponed = false

    init(_ limits: ServerLimits) {
        pace = ArrivalPace(limits, at: .now())
        patience = (limits.farewellTime > .zero ? limits.arrivalTime : .zero, limits.farewellTime)
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        schedule(context)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        look?.cancel()
        look = nil
        self.context = nil
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        pace.bytesCame(at: .now())
        hasSpoken = true
        if !hasHead { hasHalfAHead = true }
        context.fireChannelRead(data)
    }

    /// A request whose first bytes are here is still taken when the server stops, and so is one that is on its way: it
    /// would be lost with the connection.
    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        guard event is ChannelShouldQuiesceEvent else { return context.fireUserInboundEventTriggered(event) }
        guard !isSeenOff else { return }
        isSeenOff = true
        let patience = hasSpoken ? patience.resting : patience.fresh
        guard hasHalfAHead || !hasHead && patience > .zero else { return context.fireUserInboundEventTriggered(event) }
        isFarewellPostponed = true
        let watch = NIOLoopBound(self, eventLoop: context.eventLoop)
        context.eventLoop.scheduleTask(in: TimeAmount(patience)) { watch.value.nothingCame() }
    }

    private func nothingCame() {
        if !hasHalfAHead { bidFarewell() }
    }

    private func bidFarewell() {
        guard isFarewellPostponed else { return }
        isFarewellPostponed = false
        context?.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
    }

    func headCame() {
        hasHead = true
        hasHalfAHead = false
        bidFarewell()
    }

    func requestIsWhole() { pace.requestIsWhole() }

    func answered() {
        hasHead = false
        pace.answered(at: .now())
    }

    private func schedule(_ context: ChannelHandlerContext) {
        let watch = NIOLoopBound(self, eventLoop: context.eventLoop)
        look = context.eventLoop.scheduleTask(deadline: pace.nextLook(after: .now())) { watch.value.lookAtTheClock() }
    }

    private func lookAtTheClock() {
        guard let context else { return }
        if let deadline = pace.deadline, deadline <= .now() {
            context.fireUserInboundEventTriggered(TooSlow())
        } else {
            schedule(context)
        }
    }
}
