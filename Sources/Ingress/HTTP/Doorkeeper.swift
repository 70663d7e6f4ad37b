import NIOCore

/// Lets connections in, no more than a number at a time, and sees them off when the server stops.
///
/// Beyond the number nothing is refused: a connection waits in the system's queue until another one is closed. An event
/// that is refused is lost, as it is never sent again.
final class Doorkeeper: ChannelDuplexHandler {
    typealias InboundIn = any Channel
    typealias InboundOut = any Channel
    typealias OutboundIn = Never

    private let most: Int
    private let guests: Guests
    private var isReadHeld = false

    init(most: Int, guests: Guests) {
        self.most = most
        self.guests = guests
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let connection = unwrapInboundIn(data)
        guests.came(connection)
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        connection.closeFuture.hop(to: context.eventLoop).whenComplete { _ in
            bound.value.0.left(connection, bound.value.1)
        }
        context.fireChannelRead(data)
    }

    func read(context: ChannelHandlerContext) {
        if guests.count < most { context.read() } else { isReadHeld = true }
    }

    private func left(_ connection: any Channel, _ context: ChannelHandlerContext) {
        guests.left(connection)
        guard isReadHeld, context.channel.isActive, !guests.isSeeingOff else { return }
        isReadHeld = false
        context.read()
    }

    func channelInactive(context: ChannelHandlerContext) {
        guests.doorIsShut()
        context.fireChannelInactive()
    }
}
