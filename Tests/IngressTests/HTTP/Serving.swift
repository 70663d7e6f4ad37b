import Logging
import ServiceLifecycle

@testable import Ingress

/// Runs a server while a test talks to it.
enum Serving {
    /// Handed to the test: where the server is, and how to stop it gracefully.
    struct Place: Sendable {
        let port: Int
        let stop: @Sendable () async -> Void
    }

    static func events<Outcome: Sendable>(
        desk: any EventDesk, logger: Logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
        metrics: PrometheusMetrics = PrometheusMetrics(), change: (inout EventServerOptions) -> Void = { _ in },
        _ body: @Sendable @escaping (Place, EventServer) async throws -> Outcome
    ) async throws -> Outcome {
        var options = EventServerOptions(address: .loopback(port: 0))
        // A busy machine is slow, and only some tests are about that.
        options.limits.arrivalTime = .seconds(300)
        options.limits.idleTime = .seconds(300)
        options.limits.farewellTime = .zero
        change(&options)
        let (ports, opened) = AsyncStream.makeStream(of: Int.self)
        let server = try EventServer(
            options: options, desk: desk, logger: logger, metrics: metrics, clock: { 1_732_700_001 },
            opened: { opened.yield($0) })
        return try await run(server, ports, opened) { try await body($0, server) }
    }

    static func operations<Outcome: Sendable>(
        desk: any OperationsDesk, metrics: PrometheusMetrics?,
        _ body: @Sendable @escaping (Place) async throws -> Outcome
    ) async throws -> Outcome {
        let (ports, opened) = AsyncStream.makeStream(of: Int.self)
        let server = OperationsServer(
            address: .loopback(port: 0), desk: desk, metrics: metrics, opened: { opened.yield($0) })
        return try await run(server, ports, opened, body)
    }

    private static func run<Outcome: Sendable>(
        _ server: some Service, _ ports: AsyncStream<Int>, _ opened: AsyncStream<Int>.Continuation,
        _ body: @Sendable @escaping (Place) async throws -> Outcome
    ) async throws -> Outcome {
        let group = ServiceGroup(
            configuration: .init(
                services: [.init(service: server, successTerminationBehavior: .gracefullyShutdownGroup)],
                logger: Logger(label: "group") { _ in SwiftLogNoOpLogHandler() }))
        return try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask {
                defer { opened.finish() }
                try await group.run()
            }
            for await port in ports {
                let outcome = try await body(Place(port: port) { await group.triggerGracefulShutdown() })
                tasks.cancelAll()
                return outcome
            }
            try await tasks.waitForAll()
            throw NeverOpened()
        }
    }

    struct NeverOpened: Error {}
}
