import Ingress
import Logging
import ServiceLifecycle
import Synchronization

/// What the daemon shows to the network: events come in by the one, its state is seen by the other.
final class DaemonServers: Sendable {
    /// Where events come in; nil if none are taken.
    let events: EventServer?
    /// Where the state is seen; nil if nowhere.
    let operations: OperationsServer?
    private let opened = AsyncStream.makeStream(of: Void.self)

    init(
        reading: ServeReading, addresses: OpenAddresses, reception: EventReception, operations desk: Operations,
        metrics: PrometheusMetrics?, logger: Logger
    ) throws(HostFailure) {
        do throws(IngressError) {
            try addresses.change(to: reading.places)
        } catch {
            throw HostFailure("\(error)")
        }
        let places = addresses.given(reading.places)
        let (mutex, told) = (Ports(), opened.continuation)
        if let place = places.events {
            var options = EventServerOptions(address: place)
            options.tls = reading.tls
            options.trustsProxy = reading.settings.serve.isBehindProxy
            options.portals = Dictionary(
                reading.portals.all.map { ($0.name, $0.tokenAdvice) }
            ) { first, _ in first }
            options.limits.mostConnections = OpenFiles.connections(
                wanted: options.limits.mostConnections, allowed: OpenFiles.raise())
            do throws(IngressError) {
                events = try EventServer(
                    options: options, desk: reception, logger: logger,
                    opened: { port in
                        mutex.set(events: port)
                        told.yield()
                    })
            } catch {
                throw HostFailure("\(error)", exit: .usage)
            }
        } else {
            events = nil
        }
        operations = places.operations.map { address in
            OperationsServer(address: address, desk: desk, metrics: metrics) { port in
                mutex.set(operations: port)
                told.yield()
            }
        }
        known = mutex
        // There may be nothing to wait for.
        told.yield()
    }

    private let known: Ports

    /// The ports, when all servers are ready.
    func whenOpen() async -> (events: Int?, operations: Int?) {
        for await _ in opened.stream {
            let ports = known.values
            if (events == nil || ports.events != nil) && (operations == nil || ports.operations != nil) { return ports }
        }
        return known.values
    }
}

/// The ports that the servers have.
private final class Ports: Sendable {
    private let state = Mutex<(events: Int?, operations: Int?)>((nil, nil))

    var values: (events: Int?, operations: Int?) { state.withLock { $0 } }

    func set(events: Int) { state.withLock { $0.events = events } }
    func set(operations: Int) { state.withLock { $0.operations = operations } }
}
