import ServiceLifecycle

/// Shows how the program is: `/healthz` whether it lives, `/readyz` whether it can take work (503 with the reasons, one
/// a line, if not), `/metrics` its metrics for Prometheus.
///
/// Everyone who reaches it may look, so it belongs on an address of this machine.
public final class OperationsServer: Service {
    private let listener: Listener

    /// - Parameters:
    ///   - address: where the server waits
    ///   - desk: who knows how the program is
    ///   - metrics: the program's metrics; nil shows the desk's gauges only
    ///   - opened: called once with the port when the server is ready, with 0 for a socket without a port
    public init(
        address: ListenAddress = .loopback(port: 8471), desk: any OperationsDesk, metrics: PrometheusMetrics?,
        opened: @escaping @Sendable (Int) -> Void = { _ in }
    ) {
        var limits = ServerLimits()
        limits.mostConnections = 64
        limits.mostRequests = 16
        limits.largestBody = 1024
        limits.farewellTime = .zero
        listener = Listener(
            address: address, limits: limits,
            receptionist: OperationsReceptionist(desk: desk, metrics: metrics, retryAfter: limits.retryAfter),
            opened: opened)
    }

    /// Serves until the task is cancelled or a graceful shutdown has seen the last answer off.
    ///
    /// - Throws: an `IngressError` if the address can't be opened
    public func run() async throws { try await listener.run() }
}
