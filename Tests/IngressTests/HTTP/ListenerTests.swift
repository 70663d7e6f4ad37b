import AsyncHTTPClient
import NIOCore
import NIOEmbedded
import NIOHTTP1
import NIOSSL
import Testing
import TrialServers

@testable import Ingress

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

@Suite struct ListenerTests {
    /// Counts how often bytes are asked for.
    private final class ReadCounter: ChannelOutboundHandler {
        typealias OutboundIn = ByteBuffer
        var count = 0

        func read(context: ChannelHandlerContext) {
            count += 1
            context.read()
        }
    }

    private struct Porter: Receptionist {
        func reply(to request: ReceivedRequest) -> Reply { .now(Answer(.ok)) }
        func answer(to obstacle: HTTPObstacle) -> Answer { Answer(.ok) }
    }

    @Test func `who reads no answers is not read either`() throws {
        let channel = EmbeddedChannel()
        let reads = ReadCounter()
        try channel.pipeline.syncOperations.addHandler(reads)
        let listener = Listener(
            address: .host("127.0.0.1", port: 0), limits: ServerLimits(), receptionist: Porter()
        ) { _ in }
        try listener.furnish(channel)
        channel.read()
        #expect(reads.count == 1)
        channel.isWritable = false
        channel.pipeline.fireChannelWritabilityChanged()
        for _ in 0..<10 { channel.read() }
        #expect(reads.count == 1)
        channel.isWritable = true
        channel.pipeline.fireChannelWritabilityChanged()
        #expect(reads.count == 2)
        _ = try channel.finish(acceptAlreadyClosed: true)
    }

    @Test func `a server that stops finishes what is under way and lets nobody in`() async throws {
        let gate = Gate()
        let desk = TestDesk(gate: gate)
        try await Serving.events(desk: desk) { place, server in
            let idle = try await RawConnection.open(port: place.port)
            let busy = try await RawConnection.open(port: place.port)
            try await busy.send(RawEvent.text())
            await gate.somebodyWaits()
            await place.stop()
            #expect(try await idle.heard() == "")
            // The system may let somebody in who is then sent away.
            if let late = try? await RawConnection.open(port: place.port) {
                try? await late.send(RawEvent.text())
                #expect(try await late.heard() == "")
            }
            await gate.open()
            let heard = try await busy.heard()
            #expect(RawEvent.count(200, in: heard) == 1)
            #expect(heard.contains("connection: close"))
            #expect(desk.taken.count == 1)
        }
    }

    @Test func `a port that is in use is told in a sentence`() async throws {
        try await Serving.events(desk: TestDesk()) { place, _ in
            let error = await #expect(throws: IngressError.self) {
                try await Serving.events(desk: TestDesk()) {
                    $0.address = .loopback(port: place.port)
                } _: { _, _ in
                }
            }
            #expect(error == .addressUnavailable(.loopback(port: place.port), .inUse))
            #expect(error?.description.contains("127.0.0.1:\(place.port): it is in use") == true)
        }
    }

    @Test func `a socket that was opened by somebody else is served`() async throws {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(INADDR_LOOPBACK).bigEndian
        let bound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        try #require(bound == 0 && listen(descriptor, 16) == 0)
        try await Serving.events(desk: TestDesk()) {
            $0.address = .descriptor(descriptor)
        } _: { place, _ in
            let connection = try await RawConnection.open(port: place.port)
            try await connection.send(RawEvent.text())
            #expect(RawEvent.count(200, in: try await connection.heard { !$0.isEmpty }) == 1)
        }
    }

    @Test func `with a certificate events come by TLS`() async throws {
        let certificate = try TestCertificate()
        try await TestCertificate.withFile(certificate.pem) { pem in
            try await TestCertificate.withFile(certificate.keyPEM) { key in
                try await Serving.events(desk: TestDesk()) {
                    $0.tls = TLSFiles(certificate: pem, key: key)
                } _: { place, server in
                    try server.renewCertificate()
                    #expect(try await ListenerTests.statusByTLS(place.port, trusting: certificate) == 200)
                }
            }
        }
    }

    private static func statusByTLS(_ port: Int, trusting certificate: TestCertificate) async throws -> UInt {
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.trustRoots = .certificates([try NIOSSLCertificate(bytes: Array(certificate.pem.utf8), format: .pem)])
        let client = HTTPClient(
            eventLoopGroupProvider: .singleton, configuration: HTTPClient.Configuration(tlsConfiguration: tls))
        var request = HTTPClientRequest(url: "https://127.0.0.1:\(port)/events/main")
        request.method = .POST
        request.headers.add(name: "content-type", value: "application/x-www-form-urlencoded")
        request.body = .bytes(ByteBuffer(bytes: SampleEvent.body))
        let status = try? await client.execute(request, timeout: .seconds(60)).status.code
        try await client.shutdown()
        return status ?? 0
    }

    @Test func `a certificate that can't be used is told with its file`() async throws {
        try await TestCertificate.withFile("rubbish") { path in
            let certificate = try TestCertificate()
            try await TestCertificate.withFile(certificate.pem) { pem in
                #expect(throws: IngressError.self) { try TLSFiles(certificate: path, key: path).context() }
                let error = #expect(throws: IngressError.self) { try TLSFiles(certificate: pem, key: path).context() }
                #expect(error?.description.contains(path) == true && error?.description.contains("rubbish") == false)
                let missing = TLSFiles(certificate: "/nowhere/at/all", key: path)
                #expect(throws: IngressError.self) { try missing.context() }
            }
        }
    }

    @Test func `a private key that others can read is refused`() async throws {
        let certificate = try TestCertificate()
        try await TestCertificate.withFile(certificate.pem) { pem in
            try await TestCertificate.withFile(certificate.keyPEM) { key in
                let files = TLSFiles(certificate: pem, key: key)
                for mode: mode_t in [0o640, 0o604, 0o660] {
                    try #require(chmod(key, mode) == 0)
                    #expect(throws: IngressError.keyExposed(path: key)) { try files.check() }
                }
                try #require(chmod(key, 0o400) == 0)
                try files.check()
            }
        }
    }
}
