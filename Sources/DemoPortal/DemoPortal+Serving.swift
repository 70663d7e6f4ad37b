import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension DemoPortal {
    /// Runs `body` while the portal serves on 127.0.0.1, and stops it afterwards.
    ///
    /// - Throws: a `DemoPortalError` if the port can't be opened, and whatever `body` throws.
    public func serve<Result: Sendable>(
        _ body: @Sendable @escaping (DemoPortalAddress) async throws -> Result
    ) async throws -> Result {
        let (ports, opened) = AsyncStream.makeStream(of: Int.self)
        let server = server { port in
            opened.yield(port)
            opened.finish()
        }
        let wantedPort = options.port
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                defer { opened.finish() }
                do {
                    try await server.run()
                } catch let error as IOError {
                    throw DemoPortalError.portUnavailable(port: wantedPort, reason: DemoPortal.reason(error))
                }
            }
            defer { group.cancelAll() }
            for await port in ports {
                return try await body(address(port: port))
            }
            // The server ended before it had a port: its task knows why.
            try await group.waitForAll()
            throw DemoPortalError.portUnavailable(port: wantedPort, reason: "the server stopped")
        }
    }

    private static func reason(_ error: IOError) -> String {
        error.errnoCode == EADDRINUSE ? "it is in use" : "system error \(error.errnoCode)"
    }

    private func address(port: Int) -> DemoPortalAddress {
        DemoPortalAddress(port: port, webhook: "http://127.0.0.1:\(port)\(webhookPath)")
    }

    private func server(
        opened: @escaping @Sendable (Int) -> Void
    ) -> Application<CallbackResponder<BasicRequestContext>> {
        var logger = Logger(label: "demo-portal")
        // A connection that is cut when the portal stops is no event.
        logger.logLevel = .critical
        return Application(
            responder: CallbackResponder { request, _ in try await self.respond(to: request) },
            configuration: ApplicationConfiguration(
                address: .hostname("127.0.0.1", port: options.port), serverName: "lunokhod-demo"),
            onServerRunning: { channel in opened(channel.localAddress?.port ?? 0) },
            logger: logger)
    }

    private func respond(to request: Request) async throws -> Response {
        guard request.method == .get || request.method == .post else {
            return DemoPortal.response(Gateway.refusal(.methodNotFound))
        }
        let body: ByteBuffer
        do {
            body = try await request.body.collect(upTo: Gateway.largestBody)
        } catch {
            return DemoPortal.response(Gateway.refusal(.bodyTooLarge))
        }
        let request = DemoRequest(
            path: request.uri.path, query: request.uri.query ?? "", contentType: request.headers[.contentType],
            body: Array(body.readableBytesView))
        let outcome = state.withLock { gateway.outcome(request, state: &$0) }
        // Requests wait side by side, as the work is done already.
        if outcome.delay > 0 { try await Task.sleep(for: .seconds(outcome.delay)) }
        switch outcome.ending {
        case .reply(let reply): return DemoPortal.response(reply)
        }
    }

    private static func response(_ reply: DemoReply) -> Response {
        Response(
            status: .init(code: reply.status),
            headers: [.contentType: "application/json; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: reply.body)))
    }
}
