import NIOCore
import NIOHTTP1
import Testing

@testable import Ingress

@Suite struct ReceivedRequestTests {
    private func request(_ uri: String = "/", forwarded: [String] = []) throws -> ReceivedRequest {
        var head = HTTPRequestHead(version: .http1_1, method: .POST, uri: uri)
        for value in forwarded { head.headers.add(name: "x-forwarded-for", value: value) }
        return ReceivedRequest(
            head: head, body: ByteBuffer(), peer: try SocketAddress(ipAddress: "192.0.2.7", port: 1))
    }

    @Test func `the path ends before the query`() throws {
        #expect(try request("/a?b=/c?d").path == "/a")
        #expect(try request("/a").path == "/a")
    }

    @Test func `only a trusted proxy says who has sent a request, by its last word`() throws {
        let forwarded = try request(forwarded: ["198.51.100.1, 203.0.113.9"])
        #expect(forwarded.sender(trustsProxy: false) == "192.0.2.7")
        #expect(forwarded.sender(trustsProxy: true) == "203.0.113.9")
        #expect(try request().sender(trustsProxy: true) == "192.0.2.7")
    }

    @Test func `a name that is no address does not reach the log`() throws {
        #expect(try request(forwarded: ["\u{1B}[31mxyz\n"]).sender(trustsProxy: true) == "31")
        let long = String(repeating: "1", count: 500)
        #expect(try request(forwarded: [long]).sender(trustsProxy: true) == "192.0.2.7")
        #expect(try request(forwarded: ["unknown; "]).sender(trustsProxy: true) == "192.0.2.7")
    }
}
