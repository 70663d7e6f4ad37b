import Glibc
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
        settings: Settings, environment: [String: String], reception: EventReception, operations desk: Operations,
        metrics: PrometheusMetrics?, logger: Logger
    ) throws(HostFailure) {
        let given = SocketActivation(environment: environment, processID: getpid())
        given.keepFromChildren()
        let serve = settings.serve
        let isGiven = given.address(named: "events", isDefault: true)
        let place = isGiven ?? serve.listen.map { ListenAddress.host($0.host, port: $0.port) }
        let (mutex, told) = (Ports(), opened.continuation)
        if let place {
            var options = EventServerOptions(address: place)
            options.tls = serve.certificate.map {
                TLSFiles(
                    certificate: settings.besideSettings($0.chain), key: settings.besideSettings($0.key))
            }
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
        let shown =
            given.address(named: "operations")
            ?? serve.operations.map { ListenAddress.host($0.host, port: $0.port) }
        operations = shown.map { address in
            OperationsServer(address: address, desk: desk, metrics: metrics) { port in
                mutex.set(operations: port)
                told.yield()
            }
        }
        self.known = mutex
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
