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
        if let far = options.outgoingWebhooks.first(where: { !HandlerAddress.isLocal($0.handler) }) {
            throw DemoPortalError.handlerElsewhere(far.handler)
        }
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
            let (bell, ringer) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
            defer {
                state.withLock { ($0.bell, $0.isAlarmSet) = (nil, false) }
                ringer.finish()
                group.cancelAll()
            }
            for await port in ports {
                state.withLock { ($0.port, $0.bell) = (port, ringer) }
                group.addTask { await self.deliverEvents(bell) }
                let rate = options.changesPerSecond
                if rate > 0 { group.addTask { await self.letColleaguesWork(rate) } }
                ringer.yield()
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
    ) -> Application<CallbackResponder<ServingContext>> {
        var logger = Logger(label: "demo-portal")
        // A connection that is cut when the portal stops is no event.
        logger.logLevel = .critical
        return Application(
            responder: CallbackResponder { request, context in
                try await self.respond(to: request, context)
            },
            configuration: ApplicationConfiguration(
                address: .hostname("127.0.0.1", port: options.port), serverName: "lunokhod-demo"),
            onServerRunning: { channel in opened(channel.localAddress?.port ?? 0) },
            logger: logger)
    }

    private static let idempotencyKey = HTTPField.Name("Idempotency-Key")

    private func respond(to request: Request, _ context: ServingContext) async throws -> Response {
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
            idempotencyKey: DemoPortal.idempotencyKey.flatMap { request.headers[$0] },
            body: Array(body.readableBytesView))
        let outcome = state.withLock { gateway.outcome(request, state: &$0) }
        ringBell()
        // Requests wait side by side, as the work is done already.
        if outcome.delay > 0 { try await Task.sleep(for: .seconds(outcome.delay)) }
        switch outcome.ending {
        case .reply(let reply): return DemoPortal.response(reply)
        case .closed(let reply): return DemoPortal.response(half: reply, context)
        case .reset:
            await context.reset()
            // Nobody is there to get it.
            return Response(status: .serviceUnavailable)
        }
    }

    private static func response(_ reply: DemoReply) -> Response {
        Response(
            status: .init(code: reply.status), headers: headers(of: reply),
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: reply.body)))
    }

    /// An answer that promises its whole length and ends in the middle.
    private static func response(half reply: DemoReply, _ context: ServingContext) -> Response {
        let half = ByteBuffer(bytes: reply.truncated.body)
        return Response(
            status: .init(code: reply.status), headers: headers(of: reply),
            body: ResponseBody(contentLength: reply.body.count) { writer in
                try await writer.write(half)
                await context.close()
            })
    }

    private static func headers(of reply: DemoReply) -> HTTPFields {
        var headers: HTTPFields = [.contentType: reply.contentType]
        for (name, value) in reply.headers {
            if let name = HTTPField.Name(name) { headers[name] = value }
        }
        return headers
    }
}
