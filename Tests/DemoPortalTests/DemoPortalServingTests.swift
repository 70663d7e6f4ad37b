import AsyncHTTPClient
import JSON
import NIOCore
import NIOHTTP1
import Testing

@testable import DemoPortal

@Suite("The portal over HTTP")
struct DemoPortalServingTests {
    private func send(
        _ url: String, _ method: HTTPMethod = .POST, type: String? = nil, body: [UInt8] = [],
        patience: TimeAmount = .seconds(20)
    ) async throws -> (reply: DemoReply, contentType: String?) {
        var request = HTTPClientRequest(url: url)
        request.method = method
        if let type { request.headers.add(name: "Content-Type", value: type) }
        if method == .POST { request.body = .bytes(body) }
        let response = try await HTTPClient.shared.execute(request, timeout: patience)
        let bytes = try await response.body.collect(upTo: 1 << 24)
        let reply = DemoReply(status: Int(response.status.code), body: Array(bytes.readableBytesView))
        return (reply, response.headers.first(name: "content-type"))
    }

    @Test("answers as it does without HTTP, for every way of sending parameters")
    func sameAnswers() async throws {
        let portal = TestPortal.make()
        try await portal.serve { address in
            #expect(address.webhook == "http://127.0.0.1:\(address.port)\(portal.webhookPath)")
            let parameters: JSONValue = ["filter": [">ID": 3, "!STAGE_ID": "WON"], "select": ["ID", "TITLE"]]
            let expected = portal.answer("crm.deal.list", parameters)
            let url = address.webhook + "crm.deal.list"
            let json = try await send(url, type: "application/json", body: parameters.bytes)
            #expect(json.reply == expected)
            #expect(json.contentType == "application/json; charset=utf-8")
            let query = "filter%5B%3EID%5D=3&filter%5B%21STAGE_ID%5D=WON&select%5B%5D=ID&select%5B%5D=TITLE"
            let get = try await send("\(url).json?\(query)", .GET)
            #expect(get.reply == expected)
            let form = try await send(url, type: "application/x-www-form-urlencoded", body: Array(query.utf8))
            #expect(form.reply == expected)
        }
    }

    @Test("refuses with the documented statuses")
    func refusals() async throws {
        try await TestPortal.make(deals: 5).serve { address in
            let root = "http://127.0.0.1:\(address.port)"
            let wrong = try await send("\(root)/rest/1/wrong/profile")
            #expect(Refusal(wrong.reply) == Refusal(401, "INVALID_CREDENTIALS", "Invalid request credentials"))
            let unknown = try await send(address.webhook + "no.such")
            #expect(Refusal(unknown.reply) == Refusal(404, "ERROR_METHOD_NOT_FOUND", "Method not found!"))
            let large = try await send(
                address.webhook + "profile", type: "application/json",
                body: Array(repeating: 0x20, count: Gateway.largestBody + 1))
            #expect(large.reply.status == 413)
            let put = try await send(address.webhook + "profile", .PUT)
            #expect(put.reply.status == 404)
        }
    }

    @Test("stops when the body ends or throws, and says which port it can't have")
    func stopping() async throws {
        struct Stop: Error {}
        await #expect(throws: Stop.self) {
            try await TestPortal.make(deals: 1).serve { _ in throw Stop() }
        }
        let portal = TestPortal.make(deals: 1)
        let port = try await portal.serve { first in
            var options = TestPortal.options(deals: 1)
            options.port = first.port
            let second = DemoPortal(options: options)
            let error = await #expect(throws: DemoPortalError.self) { try await second.serve { _ in } }
            #expect(error?.description.contains("127.0.0.1:\(first.port) (it is in use)") == true)
            return first.port
        }
        await #expect(throws: (any Error).self) {
            try await send("http://127.0.0.1:\(port)/rest/profile", patience: .milliseconds(500))
        }
    }

    @Test("serves many at once")
    func concurrency() async throws {
        let portal = TestPortal.make(deals: 60)
        try await portal.serve { address in
            try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<40 {
                    group.addTask { try await send(address.webhook + "crm.deal.list").reply.status }
                }
                for try await status in group { #expect(status == 200) }
            }
        }
        #expect(portal.statistics.requests == 40)
    }
}
