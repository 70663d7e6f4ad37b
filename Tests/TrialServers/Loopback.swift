import NIOCore
import NIOPosix
import Synchronization

/// Where a test's server listens: on 127.0.0.1, as long as the test needs it.
public enum Loopback {
    /// Listens while `body` runs, and ends all connections afterwards.
    ///
    /// - Parameters:
    ///   - begin: sets each connection up, on its own event loop
    ///   - body: gets the port
    public static func listen(
        _ begin: @escaping @Sendable (any Channel) throws -> Void, _ body: (Int) async throws -> Void
    ) async throws {
        let connections = Connections()
        let listener = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.backlog, value: 256)
            .childChannelInitializer { channel in
                connections.all.withLock { $0.append(channel) }
                return channel.eventLoop.makeCompletedFuture { try begin(channel) }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        let result: Result<Void, any Error>
        do {
            result = .success(try await body(listener.localAddress?.port ?? 0))
        } catch {
            result = .failure(error)
        }
        for channel in [listener] + connections.all.withLock({ $0 }) { try? await channel.close() }
        try result.get()
    }

    private final class Connections: Sendable {
        let all = Mutex<[any Channel]>([])
    }
}
