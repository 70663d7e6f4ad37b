import DemoPortal
import JSON
import Synchronization
import Testing

@testable import Bitrix24

/// Portals whose failed calls are made again at once, if at all, so that no test waits.
enum TestPortal {
    /// A code that would be found again in whatever shows it.
    static let code = "s3cr3tc0de0000000"
    static let caller = Caller(priority: .interactive, number: 0)

    /// An emulated portal with little in it; equal ones have the same webhook.
    static func demo(deals: Int = 3) -> DemoPortal {
        var options = DemoPortalOptions(seed: 7)
        options.deals = deals
        options.webhookCode = code
        return DemoPortal(options: options)
    }

    /// - Parameter attempts: how often a call is made at most
    static func options(attempts: Int = 1) -> PortalOptions {
        var options = PortalOptions()
        options.limits = PortalLimits(rate: nil, operating: nil, concurrency: 300)
        options.policy.firstPause = 0
        (options.policy.attempts, options.policy.attemptsUnreachable) = (attempts, attempts)
        return options
    }

    /// Hands a portal to `body` and ends its connections afterwards.
    static func with<Value>(
        _ credential: Credential, _ options: PortalOptions = options(), _ body: (Portal) async throws -> Value
    ) async throws -> Value {
        let portal = try Portal(credential: credential, options: options)
        let result: Result<Value, any Error>
        do { result = .success(try await body(portal)) } catch { result = .failure(error) }
        await portal.shutdown()
        return try result.get()
    }

    static func with<Value>(
        webhook: String, _ options: PortalOptions = options(), _ body: (Portal) async throws -> Value
    ) async throws -> Value {
        try await with(.webhook(try Webhook(webhook)), options, body)
    }
}

extension Portal {
    /// Hands calls in at once, so that they can share requests.
    func submit(all calls: [PortalCall]) -> [PendingReply] { calls.map { submit($0, by: TestPortal.caller) } }

    /// What a call answers, as text.
    func text(_ method: String, _ parameters: JSONValue = [:], version: RESTVersion = .two) async throws
        -> String
    {
        let reply = try await call(PortalCall(method, parameters, version: version), by: TestPortal.caller)
        return String(decoding: reply.resultBytes, as: UTF8.self)
    }

    /// The error of a call that must fail; it must not show the webhook's code or another secret.
    func failure(
        _ method: String, _ parameters: JSONValue = [:], version: RESTVersion = .two,
        secrets: [String] = [], sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> PortalError {
        let error = await #expect(throws: PortalError.self, sourceLocation: sourceLocation) {
            try await self.call(PortalCall(method, parameters, version: version), by: TestPortal.caller)
        }
        let found = try #require(error, sourceLocation: sourceLocation)
        var shown = "\(found) \(String(reflecting: found)) \(String(decoding: found.json.bytes, as: UTF8.self))"
        dump(found, to: &shown)
        for secret in secrets + [TestPortal.code] {
            #expect(!shown.contains(secret), sourceLocation: sourceLocation)
        }
        return found
    }
}

/// What was told, in its order.
final class Notes<Note: Sendable>: Sendable {
    private let notes = Mutex<[Note]>([])

    var all: [Note] { notes.withLock { $0 } }

    func add(_ note: Note) { notes.withLock { $0.append(note) } }
}
