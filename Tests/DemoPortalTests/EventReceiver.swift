import Forms
import HTTPTypes
import Hummingbird
import NIOCore

/// Serves on this machine, and tells what was posted to it.
enum EventReceiver {
    /// Runs `body` with the address of a handler that answers with `status`, and the forms that it gets.
    static func run(
        status: HTTPResponse.Status = .ok,
        _ body: @Sendable @escaping (String, AsyncStream<FormValue>) async throws -> Void
    ) async throws {
        let (forms, got) = AsyncStream.makeStream(of: FormValue.self)
        let (ports, opened) = AsyncStream.makeStream(of: Int.self)
        let server = Application(
            responder: CallbackResponder { (request: Request, _: BasicRequestContext) in
                let bytes = try await request.body.collect(upTo: 1 << 20)
                got.yield(try PHPForm.decode(Array(bytes.readableBytesView)))
                return Response(status: status)
            },
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { channel in opened.yield(channel.localAddress?.port ?? 0) })
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await server.run() }
            defer { group.cancelAll() }
            for await port in ports { return try await body("http://127.0.0.1:\(port)/events/demo", forms) }
        }
    }
}
