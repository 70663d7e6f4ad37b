import Logging
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import ServiceLifecycle

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// An open address whose requests go to a receptionist.
struct Listener: Sendable {
    let address: ListenAddress
    let limits: ServerLimits
    let credential: TLSCredential?
    let receptionist: any Receptionist
    let load: Load
    let guests = Guests()
    /// Called once with the port, 0 for a socket without one.
    let opened: @Sendable (Int) -> Void

    init(
        address: ListenAddress, limits: ServerLimits, credential: TLSCredential? = nil, receptionist: any Receptionist,
        opened: @escaping @Sendable (Int) -> Void
    ) {
        self.address = address
        self.limits = limits
        self.credential = credential
        self.receptionist = receptionist
        self.opened = opened
        load = Load(limits)
    }

    /// Serves until the task is cancelled, or until a graceful shutdown has seen the last answer off.
    func run() async throws(IngressError) {
        let group = MultiThreadedEventLoopGroup.singleton
        let channel: any Channel
        do {
            channel = try await open(on: group)
        } catch {
            let number = (error as? IOError)?.errnoCode
            throw .addressUnavailable(address, number.map { .init(errorNumber: $0) } ?? .system(nil))
        }
        let ended = group.any().makePromise(of: Void.self)
        guests.whenEnded(ended)
        await withTaskCancellationHandler {
            await withGracefulShutdownHandler {
                opened(channel.localAddress?.port ?? 0)
                try? await ended.futureResult.get()
            } onGracefulShutdown: {
                shutGently(channel)
            }
        } onCancel: {
            shut(channel) { $0.throwOut() }
        }
    }

    /// A connection that was let in a moment ago and isn't furnished yet would be closed with the door: so nobody else
    /// is let in first, and each one's thread is asked once around.
    private func shutGently(_ door: any Channel) {
        let guests = guests
        guests.beginFarewell()
        door.setOption(.autoRead, value: false).flatMap {
            EventLoopFuture.andAllComplete(
                guests.all.map { $0.eventLoop.submit {}.hop(to: door.eventLoop) }, on: door.eventLoop)
        }.whenComplete { _ in shut(door) { $0.seeOff() } }
    }

    /// A connection that came just before the door was shut is a guest, too: so the door first, then the guests.
    private func shut(_ door: any Channel, then farewell: @escaping @Sendable (Guests) -> Void) {
        let guests = guests
        door.close(promise: nil)
        door.closeFuture.whenComplete { _ in farewell(guests) }
    }

    private func open(on group: any EventLoopGroup) async throws -> any Channel {
        let bootstrap = ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: 1024)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            // One at a time, so that the limit of connections is exact.
            .serverChannelOption(.maxMessagesPerRead, value: 1)
            .serverChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(
                        Doorkeeper(most: limits.mostConnections, guests: guests))
                }
            }
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture { try furnish(channel) }
            }
        return switch address {
        case .host(let host, let port): try await bootstrap.bind(host: host, port: port).get()
        case .descriptor(let descriptor): try await bootstrap.withBoundSocket(try copy(of: descriptor)).get()
        }
    }

    /// A server closes its socket when it stops; whoever has opened it may want it for the next one.
    private func copy(of descriptor: Int32) throws -> Int32 {
        let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
        guard copy >= 0 else { throw IOError(errnoCode: errno, reason: "the socket can't be copied") }
        // One that systemd has opened would hold up a thread.
        _ = fcntl(copy, F_SETFL, fcntl(copy, F_GETFL) | O_NONBLOCK)
        return copy
    }

    func furnish(_ channel: any Channel) throws {
        let pipeline = channel.pipeline.syncOperations
        if let credential { try pipeline.addHandler(NIOSSLServerHandler(context: credential.context)) }
        // Who sends request after request and reads no answer is read no further.
        try pipeline.addHandler(BackPressureHandler())
        let watch = ArrivalWatch(limits)
        try pipeline.addHandler(watch)
        var headLimits = NIOHTTPDecoderLimitConfiguration()
        headLimits.maxHeaderFieldSize = min(headLimits.maxHeaderFieldSize, limits.largestHead)
        headLimits.maxHeaderListSize = limits.largestHead
        headLimits.maxHeaderFieldCount = limits.mostHeadFields
        // What the server itself writes into a head needs no checks.
        try pipeline.configureHTTPServerPipeline(
            withPipeliningAssistance: true, withErrorHandling: true, withOutboundHeaderValidation: false,
            withEncoderConfiguration: .init(), withDecoderLimitConfiguration: headLimits)
        try pipeline.addHandler(Conversation(receptionist: receptionist, limits: limits, load: load, watch: watch))
        if guests.isSeeingOff { pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent()) }
    }
}
