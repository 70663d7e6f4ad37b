import Logging
import Metrics
import ServiceLifecycle

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Receives the events that portals post to `/events/<portal>`, and hands each to the desk.
///
/// A portal gets 200 with an empty body as soon as the desk has made its event durable, and never before. It sends
/// nothing again, so an event that isn't answered with 200 is lost.
public final class EventServer: Service {
    private let listener: Listener
    private let logger: Logger

    /// - Parameters:
    ///   - options: where and within what limits
    ///   - desk: who keeps the events
    ///   - logger: gets what an administrator should know, never a token or what an event says
    ///   - metrics: counts events; by default what the program has chosen for all its metrics
    ///   - clock: the time in seconds since 1970
    ///   - opened: called once with the port when the server is ready, with 0 for a socket without a port
    /// - Throws: an `IngressError` if the certificate can't be used
    public init(
        options: EventServerOptions, desk: any EventDesk, logger: Logger,
        metrics: any MetricsFactory = MetricsSystem.factory, clock: @escaping @Sendable () -> Int = { time(nil) },
        opened: @escaping @Sendable (Int) -> Void = { _ in }
    ) throws(IngressError) {
        self.logger = logger
        let receptionist = EventReceptionist(
            desk: desk, options: options, clock: clock, logger: logger, meter: EventMeter(metrics))
        listener = Listener(
            address: options.address, limits: options.limits,
            credential: try TLSCredential.reading(options.tls), receptionist: receptionist,
            opened: opened)
    }

    /// Serves until the task is cancelled, which ends every connection at once, or until a graceful shutdown: then
    /// nobody new is let in, and it returns when the last event that was under way is answered.
    ///
    /// - Throws: an `IngressError` if the address can't be opened
    public func run() async throws { try await listener.run() }

    /// Reads the certificate and its key again; connections from now on get it.
    ///
    /// - Throws: an `IngressError` if they can't be used; the certificate from before stays
    public func renewCertificate() throws(IngressError) { try listener.credential?.renew() }

    /// How many connections are open.
    public var connections: Int { listener.guests.count }

    /// How many requests are being worked on.
    public var requestsUnderWay: Int { listener.load.underWay }
}
