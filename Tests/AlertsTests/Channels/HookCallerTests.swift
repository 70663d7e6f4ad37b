import NIOHTTP1
import Testing
import TrialServers

@testable import Alerts

@Suite struct HookCallerTests {
    private static let secret = "s3cr3tT0ken"

    private func caller(
        _ port: Int, scheme: String = "http", timeout: Double = 30, authorities: String? = nil
    ) throws -> HookCaller {
        let address = try HookAddress("\(scheme)://guard:\(Self.secret)@127.0.0.1:\(port)/ping/\(Self.secret)?k=v")
        return HookCaller(address: address, timeout: timeout, authorities: authorities)
    }

    private func failure(_ caller: HookCaller) async -> AlertFailure? {
        do throws(AlertFailure) {
            try await caller.call()
            return nil
        } catch {
            return error
        }
    }

    @Test("a heartbeat asks once for the whole address and sends no body")
    func heartbeat() async throws {
        try await HookReceiver.serve(.status(204)) { receiver in
            let failure = await failure(try caller(receiver.port))
            #expect(failure == nil)
            let request = try #require(receiver.requests.first)
            #expect(receiver.requests.count == 1)
            #expect(request.method == "GET" && request.uri == "/ping/\(Self.secret)?k=v" && request.body.isEmpty)
            #expect(request.headers["Authorization"] == ["Basic Z3VhcmQ6czNjcjN0VDBrZW4="])
            #expect(request.headers["User-Agent"] == ["lunokhod"])
        }
    }

    @Test(
        "whatever is not 200 to 299 is a failure that says what to do",
        arguments: [
            (200, nil), (299, nil), (404, "it refuses the address (404); is it copied whole and still valid?"),
            (500, "it answers with status 500"), (429, "it answers with status 429"),
        ])
    func statuses(status: Int, reason: String?) async throws {
        try await HookReceiver.serve(.status(status)) { receiver in
            let failure = await failure(try caller(receiver.port))
            #expect(failure?.reason == reason)
            #expect(failure == nil || failure?.channel == "heartbeat http://127.0.0.1:\(receiver.port)")
        }
    }

    @Test("a redirect is not followed", arguments: [301, 302, 307, 308])
    func redirect(status: Int) async throws {
        try await HookReceiver.serve(.status(200)) { target in
            let headers: HTTPHeaders = ["Location": "http://127.0.0.1:\(target.port)/"]
            try await HookReceiver.serve(.status(status, headers)) { receiver in
                let failure = await failure(try caller(receiver.port))
                #expect(failure?.reason.hasPrefix("it answers with a redirect (\(status))") == true)
                #expect(receiver.requests.count == 1)
            }
            #expect(target.requests.isEmpty)
        }
    }

    @Test("of a huge answer only the status matters", arguments: [(200, true), (500, false)])
    func huge(status: Int, isTaken: Bool) async throws {
        try await HookReceiver.serve(.status(status, length: 8 * HookCaller.longestAnswer)) { receiver in
            let failure = await failure(try caller(receiver.port))
            #expect((failure == nil) == isTaken)
            #expect(isTaken || failure?.reason == "it answers with status 500")
        }
    }

    @Test("who never answers is given up")
    func silence() async throws {
        try await HookReceiver.serve(.silence) { receiver in
            let failure = await failure(try caller(receiver.port, timeout: 0.2))
            #expect(failure?.reason.contains("timed out") == true)
        }
    }

    @Test("a task that is cancelled ends its request")
    func cancelled() async throws {
        try await HookReceiver.serve(.silence) { receiver in
            let caller = try caller(receiver.port, timeout: 600)
            let task = Task { await failure(caller) }
            await receiver.arrival()
            task.cancel()
            #expect(await task.value?.reason == "it was stopped before it was done")
        }
    }

    @Test("a request that is cancelled before it begins is not sent")
    func cancelledBefore() async throws {
        try await HookReceiver.serve(.silence) { receiver in
            let caller = try caller(receiver.port, timeout: 600)
            let task = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                return await failure(caller)
            }
            #expect(await task.value?.reason == "it was stopped before it was done")
        }
    }

    @Test("no failure shows the secrets of an address")
    func secrets() async throws {
        try await HookReceiver.serve(.end) { receiver in
            let failure = try #require(await failure(try caller(receiver.port)))
            #expect(!"\(failure)\(failure.channel)".contains(Self.secret) && !failure.reason.isEmpty)
        }
        // Nobody listens there any more.
        let closed = try #require(await failure(try caller(1)))
        #expect(closed.reason.contains("127.0.0.1 port 1") && !closed.reason.contains(Self.secret))
    }

    @Test("a certificate is trusted only if its authority is named")
    func certificates() async throws {
        let certificate = try TestCertificate()
        try await HookReceiver.serve(.status(200), tls: try certificate.serverContext()) { receiver in
            let distrusted = await failure(try caller(receiver.port, scheme: "https"))
            #expect(distrusted?.reason.contains("certificate") == true)
            #expect(receiver.requests.isEmpty)
            try await TestCertificate.withFile(certificate.pem) { file in
                let failure = await failure(try caller(receiver.port, scheme: "https", authorities: file))
                #expect(failure == nil)
            }
            #expect(receiver.requests.count == 1)
        }
    }

    @Test("a certificate of another host is refused")
    func otherHost() async throws {
        let certificate = try TestCertificate(name: "other.example", address: [127, 0, 0, 2])
        try await HookReceiver.serve(.status(200), tls: try certificate.serverContext()) { receiver in
            try await TestCertificate.withFile(certificate.pem) { file in
                let failure = await failure(try caller(receiver.port, scheme: "https", authorities: file))
                #expect(failure?.reason.contains("certificate") == true)
            }
            #expect(receiver.requests.isEmpty)
        }
    }
}
