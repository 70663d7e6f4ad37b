import JSON
import Testing
import Timetable

@testable import DemoPortal

/// Portals on a day and at a time that never change.
enum TestPortal {
    /// A Tuesday; its last week is 16 to 22 November.
    static let today = CivilDate(year: 2026, month: 11, day: 24) ?? .earliest
    /// 2026-11-24T12:00:00+03:00.
    static let noon = 1_795_510_800

    /// A portal for tests that only read; made once.
    static let shared = DemoPortal(options: options())

    static func options(deals: Int = 300, scopes: [String] = DemoPortal.scopes) -> DemoPortalOptions {
        var options = DemoPortalOptions(seed: 7, today: today, zone: moscow)
        options.deals = deals
        options.scopes = scopes
        options.clock = { Double(noon) + 0.25 }
        return options
    }

    /// A portal of the test's own, for writing.
    static func make(deals: Int = 60, scopes: [String] = DemoPortal.scopes) -> DemoPortal {
        DemoPortal(options: options(deals: deals, scopes: scopes))
    }

    static let moscow = (try? Zone(identifier: "Europe/Moscow")) ?? .utc
}

extension DemoPortal {
    /// The whole answer of a call.
    func reply(_ method: String, _ parameters: JSONValue = [:]) throws -> JSONValue {
        try JSONValue(parsing: answer(method, parameters).body)
    }

    /// The result of a call that must succeed.
    func result(_ method: String, _ parameters: JSONValue = [:]) throws -> JSONValue {
        let answer = answer(method, parameters)
        let value = try JSONValue(parsing: answer.body)
        #expect(answer.status == 200, "\(method): \(String(decoding: answer.body, as: UTF8.self))")
        return try #require(value["result"])
    }

    /// Status, code and text of a refusal.
    func refusal(_ method: String, _ parameters: JSONValue = [:]) throws -> Refusal {
        Refusal(try #require(answer(method, parameters)))
    }

    func refusal(_ request: DemoRequest) -> Refusal { Refusal(answer(request)) }
}

struct Refusal: Equatable, CustomStringConvertible {
    let status: Int
    let code: String?
    let text: String?

    init(_ status: Int, _ code: String, _ text: String) {
        (self.status, self.code, self.text) = (status, code, text)
    }

    init(_ reply: DemoReply) {
        let value = try? JSONValue(parsing: reply.body)
        status = reply.status
        code = value?["error"]?.string
        text = value?["error_description"]?.string
    }

    var description: String { "\(status) \(code ?? "-"): \(text ?? "-")" }
}

extension JSONValue {
    /// The members of that name of a list's elements.
    func column(_ name: String) -> [String] {
        (array ?? []).compactMap { $0[name]?.string ?? $0[name]?.integer.map(String.init) }
    }
}
