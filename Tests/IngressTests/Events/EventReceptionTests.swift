import Forms
import JSON
import NIOCore
import NIOHTTP1
import Testing
import Trials

@testable import Ingress

@Suite struct EventReceptionTests {
    private func verdict(
        on request: ReceivedRequest, limits: FormLimits = FormLimits()
    ) -> EventReception.Verdict {
        EventReception(limits: limits).verdict(on: request, at: 1_732_700_001) { $0 == "main" ? SampleEvent.door : nil }
    }

    private func refusal(_ request: ReceivedRequest, limits: FormLimits = FormLimits()) -> EventRefusal? {
        switch verdict(on: request, limits: limits) {
        case .refused(let refusal, _): refusal
        case .stray: .unknown
        case .event: nil
        }
    }

    private func event(_ form: FormValue) throws -> IncomingEvent {
        let verdict = verdict(on: SampleEvent.request(body: PHPForm.encode(form)))
        guard case .event(let event) = verdict else { throw NoEvent(verdict: verdict) }
        return event
    }

    private struct NoEvent: Error { var verdict: EventReception.Verdict }

    @Test func `an event is told with all that is known of it`() throws {
        let event = try event(SampleEvent.form)
        #expect(event.portal == "main")
        #expect(event.name == "ONCRMDEALUPDATE")
        #expect(event.handlerID == "665")
        #expect(event.timestamp == 1_732_700_000)
        #expect(event.memberID == "a223c6b3710f85df22e9377d6c4f7553")
        #expect(event.domain == "portal.bitrix24.com")
        #expect(event.received == 1_732_700_001)
        #expect(String(decoding: event.data, as: UTF8.self) == #"{"FIELDS":{"ID":"4711"}}"#)
        let auth: JSONValue = [
            "domain": "portal.bitrix24.com", "member_id": "a223c6b3710f85df22e9377d6c4f7553", "user_id": "7",
        ]
        let body: JSONValue = [
            "event": "onCrmDealUpdate", "event_handler_id": "665", "data": ["FIELDS": ["ID": "4711"]],
            "ts": "1732700000", "auth": auth,
        ]
        #expect(try JSONValue(parsing: event.body) == body)
    }

    @Test func `what an outgoing webhook leaves out is not there`() throws {
        let event = try event(["event": "ONTASKADD", "auth": ["application_token": .text(SampleEvent.token)]])
        #expect(event.handlerID == nil && event.timestamp == nil && event.memberID == nil && event.domain == nil)
        #expect(event.data == Array("{}".utf8))
    }

    @Test func `authorizations inside the data lose their tokens, too`() throws {
        let bot: FormValue = [
            "AUTH": ["access_token": "bot-secret", "domain": "d", "user_id": "9"], "client_secret": "bot-secret",
            "ACCESS_TOKEN": "bot-secret", "code": "echo", "deep": [["refresh_token": "bot-secret"]],
        ]
        let event = try event(SampleEvent.form(replacing: "data", by: ["BOT": ["39": bot]]))
        let body = String(decoding: event.body, as: UTF8.self)
        #expect(!body.contains("secret") && !body.contains(SampleEvent.token))
        #expect(!String(decoding: event.data, as: UTF8.self).contains("secret"))
        let data: JSONValue = [
            "BOT": ["39": ["AUTH": ["domain": "d", "user_id": "9"], "code": "echo", "deep": [[:]]]]
        ]
        #expect(try JSONValue(parsing: event.data) == data)
    }

    @Test func `a wrong path, method, type or form is told from each other`() {
        #expect(refusal(SampleEvent.request(.POST, "/")) == .unknown)
        #expect(refusal(SampleEvent.request(.GET, "/other")) == .unknown)
        #expect(refusal(SampleEvent.request(.GET)) == .method)
        #expect(refusal(SampleEvent.request(.HEAD)) == .method)
        #expect(refusal(SampleEvent.request(type: nil)) == .contentType)
        #expect(refusal(SampleEvent.request(type: "application/json")) == .contentType)
        #expect(refusal(SampleEvent.request(type: "multipart/form-data; boundary=x")) == .contentType)
        #expect(refusal(SampleEvent.request(type: "Application/X-WWW-Form-Urlencoded ; charset=utf-8")) == nil)
        #expect(refusal(SampleEvent.request(.POST, "/events/main?from=portal")) == nil)
    }

    @Test func `a form beyond its limits is unreadable`() {
        let deep = Array(("a" + String(repeating: "[b]", count: 20) + "=1&").utf8) + SampleEvent.body
        #expect(refusal(SampleEvent.request(body: deep)) == .unreadable)
        let many = Array(String(repeating: "a=1&", count: 2000).utf8) + SampleEvent.body
        #expect(refusal(SampleEvent.request(body: many)) == .unreadable)
        #expect(refusal(SampleEvent.request(), limits: FormLimits(bytes: 10)) == .unreadable)
    }

    @Test func `who has no right token learns only that`() {
        let noToken = SampleEvent.request(body: Array("event=ONTEST".utf8))
        let emptyToken = SampleEvent.request(body: Array("event=ONTEST&auth[application_token]=".utf8))
        let listToken = SampleEvent.request(body: Array("event=ONTEST&auth[application_token][]=x".utf8))
        let wrongToken = SampleEvent.request(body: Array("event=ONTEST&auth[application_token]=x".utf8))
        #expect(refusal(noToken) == .tokenMissing)
        #expect(refusal(emptyToken) == .tokenMissing)
        #expect(refusal(listToken) == .tokenMissing)
        #expect(refusal(wrongToken) == .tokenWrong)
        #expect(
            EventRefusal.tokenMissing.answer(retryAfter: 1).body == EventRefusal.tokenWrong.answer(retryAfter: 1).body)
        // Without the right token nobody is told that the event has no name.
        #expect(refusal(SampleEvent.request(body: Array("auth[application_token]=x".utf8))) == .tokenWrong)
    }

    @Test func `an event for an unknown portal is told from what strangers try`() {
        for path in ["/events/other", "/events/main/", "/"] {
            let stray = StrayEvent(path: path[...], token: SampleEvent.token)
            #expect(verdict(on: SampleEvent.request(.POST, path)) == .stray(stray))
            let nothing = SampleEvent.request(.POST, path, body: Array("log=admin&pwd=admin".utf8))
            #expect(verdict(on: nothing) == .refused(.unknown, portal: nil))
        }
        #expect(verdict(on: SampleEvent.request(.GET, "/main")) == .refused(.unknown, portal: nil))
        #expect(
            verdict(on: SampleEvent.request(.POST, "/", type: "application/json")) == .refused(.unknown, portal: nil))
        #expect(
            verdict(on: SampleEvent.request(.POST, "/events/main", body: [])) == .refused(.tokenMissing, portal: "main")
        )
    }

    @Test(arguments: ["", "два", "a b", "a\n", String(repeating: "A", count: 129)])
    func `an event without a proper name is none`(name: String) {
        let form = SampleEvent.form(replacing: "event", by: .text(name))
        #expect(refusal(SampleEvent.request(body: PHPForm.encode(form))) == .unreadable)
    }

    @Test func `another portal's event with a stolen token is refused`() {
        let form = SampleEvent.form(
            replacing: "auth", by: ["application_token": .text(SampleEvent.token), "member_id": "other"])
        #expect(refusal(SampleEvent.request(body: PHPForm.encode(form))) == .tokenWrong)
    }

    @Test func `random bytes never become an event without the token`() {
        var random = SeededRandom(seed: 5)
        for _ in 0..<2000 {
            let letters = Array("event=auth[application_token]&%5B1+.\u{0}é".utf8)
            let bytes = (0..<Int.random(in: 0...120, using: &random)).map { _ in
                Bool.random(using: &random)
                    ? letters[Int.random(in: 0..<letters.count, using: &random)] : .random(in: 0...255, using: &random)
            }
            #expect(refusal(SampleEvent.request(body: bytes)) != nil)
        }
    }

    @Test func `a changed event is refused or gives proper JSON without a secret`() throws {
        var random = SeededRandom(seed: 6)
        var taken = 0
        for _ in 0..<2000 {
            var bytes = SampleEvent.body
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = .random(in: 0...255, using: &random)
            }
            guard case .event(let event) = verdict(on: SampleEvent.request(body: bytes)) else { continue }
            taken += 1
            #expect(throws: Never.self) { try JSONValue(parsing: event.body) }
            #expect(throws: Never.self) { try JSONValue(parsing: event.data) }
            #expect(!String(decoding: event.body, as: UTF8.self).contains(SampleEvent.token))
        }
        #expect(taken > 200)
    }
}
