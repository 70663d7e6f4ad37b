import JSON
import NIOHTTP1
import Testing

@testable import Alerts

@Suite struct HookChannelTests {
    @Test("a message is posted as JSON")
    func posted() async throws {
        try await HookReceiver.serve(.status(202)) { receiver in
            let failure = await (try channel(receiver.port)).failure(.sample(title: "a \"quoted\" title"))
            #expect(failure == nil)
            let request = try #require(receiver.requests.first)
            #expect(request.method == "POST" && request.uri == "/hook/abcdef")
            #expect(request.headers["Content-Type"] == ["application/json"] && request.headers["Expect"].isEmpty)
            let body = try #require(JSONValue(checking: request.body))
            #expect(body["title"]?.string == "a \"quoted\" title" && body["text"]?.string == "no such field\nline 3")
            #expect(body["kind"]?.string == "failed" && body["occasion"]?.string == "began")
            #expect(body["portal"]?.string == "a.bitrix24.ru" && body["subject"]?.string == "sales")
            #expect(body["at"] == .integer(1_700_000_000))
        }
    }

    @Test("the largest message arrives whole")
    func largest() async throws {
        let text = String(repeating: "\u{1F600}", count: AlertMessage.longestBody)
        try await HookReceiver.serve(.status(200)) { receiver in
            let failure = await (try channel(receiver.port)).failure(.sample(body: text))
            #expect(failure == nil)
            let body = try #require(JSONValue(checking: receiver.requests.first?.body ?? []))
            #expect(body["text"]?.string == text)
        }
    }

    @Test("a trial has no kind, no portal and no subject")
    func trial() throws {
        let body = try #require(JSONValue(checking: HookChannel.body(.trial(at: .infinity, locale: .ru))))
        for name in ["kind", "portal", "subject", "at"] { #expect(body[name] == .null) }
        #expect(body["occasion"]?.string == "trial")
    }

    @Test("a failure names the channel by scheme and host only")
    func refused() async throws {
        try await HookReceiver.serve(.status(500)) { receiver in
            let failure = await (try channel(receiver.port)).failure()
            #expect(
                failure?.description
                    == "the alert was not sent by hook http://127.0.0.1:\(receiver.port): it answers with status 500")
        }
    }

    @Test("its own words are not taken for secrets of the address")
    func words() async throws {
        try await HookReceiver.serve(.status(500)) { receiver in
            let address = try HookAddress("http://127.0.0.1:\(receiver.port)/status/with/answers")
            let failure = await HookChannel(caller: HookCaller(address: address)).failure()
            #expect(failure?.reason == "it answers with status 500")
        }
    }

    private func channel(_ port: Int) throws -> HookChannel {
        HookChannel(caller: HookCaller(address: try HookAddress("http://127.0.0.1:\(port)/hook/abcdef")))
    }
}
