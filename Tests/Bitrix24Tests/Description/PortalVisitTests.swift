import DemoPortal
import JSON
import Testing

@testable import Bitrix24

@Suite struct PortalVisitTests {
    private func reply(_ text: String) throws -> PortalReply {
        let response = Transport.Response(
            status: 200, contentType: "application/json", body: Array(text.utf8))
        return try PortalReply(method: "m", response: response)
    }

    @Test("the demo portal tells whose the webhook is, what it may do and that REST 3.0 is there")
    func demo() async throws {
        try await TestPortal.demo().serve { address in
            try await TestPortal.with(webhook: address.webhook) { portal in
                let visit = try await PortalVisit(to: portal, by: TestPortal.caller) { 0 }
                #expect(visit.userID == "1" && visit.isAdmin == true && visit.userName?.isEmpty == false)
                #expect(visit.scopes?.contains("crm") == true)
                #expect(visit.thirdMethods ?? 0 > 0 && visit.thirdRefusal == nil)
                #expect(visit.clock != nil && visit.offset != nil)
            }
        }
    }

    @Test("the clocks are compared in the middle of the way")
    func clock() throws {
        var visit = PortalVisit()
        let answer = #"{"result":"x","time":{"start":1000.5,"finish":1001.5,"date_start":"2026-11-25T13:00:00+03:00"}}"#
        visit.takeTime(try reply(answer), before: 990, after: 992)
        #expect(visit.clock == PortalVisit.Clock(ahead: 10, uncertainty: 1))
        #expect(visit.offset == 10_800)
    }

    @Test(
        "an offset is read from the end of a date-time",
        arguments: [
            ("2026-11-25T13:00:00+03:00", 10_800), ("2026-11-25T13:00:00-09:30", -34_200),
            ("2026-11-25T13:00:00Z", 0), ("2026-11-25", nil), ("", nil), ("2026-11-25T13:00:00", nil),
        ])
    func offset(text: String, seconds: Int?) {
        #expect(PortalVisit.offset(of: text) == seconds)
    }

    @Test("a name and a plan with control characters are on one line without them")
    func oneLine() throws {
        var visit = PortalVisit()
        let user = #"{"result":{"ID":"7","NAME":"Анна\u001b[31m","LAST_NAME":"\u0007\nИ","TIME_ZONE":"\u202eX"}}"#
        visit.take(try reply(user), to: "user.current")
        visit.take(try reply(#"{"result":{"LICENSE":"ru_\u009b1Apro"}}"#), to: "app.info")
        #expect(visit.userName == "Анна [31m И" && visit.userZone == "X" && visit.license == "ru_ 1Apro")
    }

    @Test("an application learns its plan and whether it is paid")
    func application() throws {
        var visit = PortalVisit()
        let answer = #"{"result":{"LICENSE":"ru_ent10000","PAYMENT_EXPIRED":"Y","INSTALLED":false}}"#
        visit.take(try reply(answer), to: "app.info")
        #expect(visit.license == "ru_ent10000" && visit.isPaymentOver && visit.isInstalled == false)
    }
}
