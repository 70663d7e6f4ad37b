import Testing

@testable import Alerts

@Suite struct AlertSettingsTests {
    private func notice(_ kind: AlertKind) throws -> AlertNotice {
        var book = AlertBook()
        let notice = book.happened(Alert(kind: kind, portal: "p", subject: "s", text: "t", at: 0))
        return try #require(notice)
    }

    @Test("a channel without a route tells everything")
    func everything() throws {
        var settings = AlertSettings()
        settings.routes = [AlertRoute(channel: .mail, kinds: [.disk])]
        for kind in AlertKind.allCases {
            #expect(settings.part(of: try notice(kind), for: .chat) != nil)
        }
    }

    @Test("a channel with routes tells what any of them names")
    func routes() throws {
        var settings = AlertSettings()
        settings.routes = [AlertRoute(channel: .mail, kinds: [.disk]), AlertRoute(channel: .mail, kinds: [.loop])]
        for kind in AlertKind.allCases {
            let isTold = settings.part(of: try notice(kind), for: .mail) != nil
            #expect(isTold == (kind == .disk || kind == .loop))
        }
    }

    @Test(
        "a heartbeat comes every 10 seconds to 24 hours",
        arguments: [
            (9.9, false), (10, true), (86_400, true), (86_401, false), (.nan, false), (-.infinity, false),
        ])
    func heartbeats(every: Double, isRight: Bool) throws {
        let address = try HookAddress("https://example.com/ping")
        let refusal = mistake { () throws(AlertMistake) in
            try AlertSettings.Heartbeat(address: address, every: every)
        }
        #expect((refusal == nil) == isRight)
    }
}
