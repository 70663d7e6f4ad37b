import DemoPortal
import JSON
import Testing
import Trials

@testable import Bitrix24

@Suite struct BatchReplyTests {
    private func read(_ text: String, depth: Int = 1) throws(PortalError) -> BatchReply {
        try BatchReply(
            Transport.Response(status: 200, contentType: "application/json", body: Array(text.utf8)), depth: depth)
    }

    private static let demo: DemoPortal = {
        var options = DemoPortalOptions(seed: 1)
        options.deals = 60
        return DemoPortal(options: options)
    }()

    @Test("each command has its own answer, with its counts and its time")
    func answers() throws {
        let body = Self.demo.answer(
            "batch", ["cmd": ["a": "crm.deal.list?select[]=ID", "b": "user.current", "c": "no.such.method"]]
        ).body
        let reply = try read(String(decoding: body, as: UTF8.self))
        let deals = try #require(try reply.reply(to: "a", method: "crm.deal.list")?.get())
        #expect((deals.total, deals.next) == (60, 50))
        #expect(deals.time != nil)
        #expect(try JSONValue(parsing: deals.resultBytes).array?.count == 50)
        let user = try #require(try reply.reply(to: "b", method: "user.current")?.get())
        #expect((user.total, user.next) == (nil, nil))
        #expect(try JSONValue(parsing: user.body)["result"]?["ID"] == "1")
        #expect(try JSONValue(parsing: deals.body)["total"] == 60)
        let error = try #require(reply.reply(to: "c", method: "no.such.method")?.failure)
        #expect((error.code, error.status, error.method) == ("ERROR_METHOD_NOT_FOUND", 404, "no.such.method"))
        #expect(reply.reply(to: "d", method: "x") == nil)
    }

    @Test("parts that PHP wrote as lists are read by position")
    func lists() throws {
        let reply = try read(
            #"{"result":{"result":[{"ID":"1"},{"ID":"2"}],"result_error":[],"result_total":[7],"result_next":[],"result_time":[]}}"#
        )
        let first = try #require(try reply.reply(to: "0", method: "x")?.get())
        #expect(first.total == 7 && first.next == nil)
        #expect(
            String(decoding: try #require(try reply.reply(to: "1", method: "x")?.get()).resultBytes, as: UTF8.self)
                == #"{"ID":"2"}"#)
    }

    @Test("an error beside an empty result is an error, and its status is that of its code")
    func both() throws {
        let text =
            #"{"result":{"result":{"a":[]},"result_error":{"a":{"error":"CODE","error_description":""},"#
            + #""b":{"error":"INTERNAL_SERVER_ERROR"},"c":{"error":"OPERATION_TIME_LIMIT"}}}}"#
        let reply = try read(text)
        let error = { (name: String) in reply.reply(to: name, method: "x")?.failure }
        #expect(error("a")?.status == 400 && error("a")?.execution == .answered)
        #expect(error("b")?.status == 500 && error("b")?.execution == .unknown)
        #expect(error("c")?.status == 429 && error("c")?.execution == .notDone)
    }

    @Test(
        "an answer without results is none",
        arguments: [#"{"result":[]}"#, #"{"result":true}"#, #"{"time":{}}"#, "<html>", ""])
    func none(text: String) {
        let error = #expect(throws: PortalError.self) { _ = try read(text) }
        #expect(error?.code == "NOT_AN_ANSWER")
    }

    @Test("no mutation of an answer makes it read outside")
    func fuzz() {
        var random = SeededRandom(seed: 9)
        let seed = Array(
            #"{"result":{"result":{"a":[{"ID":"1"}]},"result_error":{"b":{"error":"X"}},"result_total":{"a":1}}}"#.utf8)
        for _ in 0..<2_000 {
            var bytes = seed
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            let response = Transport.Response(status: 200, contentType: nil, body: bytes)
            guard let reply = try? BatchReply(response, depth: 1) else { continue }
            for name in ["a", "b"] {
                if case .success(let part) = reply.reply(to: name, method: "x") { #expect(part.body.count < 4096) }
            }
        }
    }
}
