import Bitrix24
import Testing
import Timetable

@testable import Host

@Suite struct VisitFindingsTests {
    private static let now = Moment(unixSeconds: 1_780_000_000)

    private var visit: PortalVisit {
        var visit = PortalVisit()
        visit.userID = "1"
        visit.userName = "Анна Иванова"
        visit.isAdmin = true
        visit.scopes = ["user", "crm"]
        visit.thirdMethods = 110
        visit.clock = PortalVisit.Clock(ahead: 0.2, uncertainty: 0.1)
        visit.offset = 0
        return visit
    }

    private func findings(
        _ visit: PortalVisit, isApplication: Bool = false, limits: PortalLimits = .standard
    ) -> [String: PortalFinding] {
        let all = VisitFindings(
            visit: visit, isApplication: isApplication, limits: limits, zone: .utc, now: Self.now
        ).all
        return Dictionary(all.map { ($0.topic, $0) }) { first, _ in first }
    }

    @Test("a portal where all is well has no other finding")
    func fine() {
        let found = findings(visit)
        #expect(found.values.allSatisfy { $0.mark == .ok && $0.advice == nil })
        #expect(found["credential"]?.text == "webhook of Анна Иванова (user 1), an administrator")
        #expect(found["scopes"]?.text == "crm, user")
        #expect(found["clock"]?.text == "the same as ours")
        #expect(found["plan"] == nil)
    }

    @Test("a user who is no administrator is a warning, a credential without rights a problem")
    func rights() {
        var visit = visit
        visit.isAdmin = false
        visit.scopes = []
        #expect(findings(visit)["credential"]?.mark == .warning)
        #expect(findings(visit)["scopes"]?.mark == .problem)
    }

    @Test("an application that is unpaid or not installed is a problem")
    func application() {
        var visit = visit
        visit.license = "ru_pro100"
        visit.isInstalled = false
        visit.isPaymentOver = true
        let found = findings(visit, isApplication: true)
        #expect(found["credential"]?.mark == .problem && found["plan"]?.mark == .problem)
    }

    @Test("a plan that allows more than the settings use is told")
    func plan() {
        var visit = visit
        visit.license = "ru_ent10000"
        #expect(findings(visit)["limits"]?.advice?.contains("limits: enterprise") == true)
        #expect(findings(visit, limits: .enterprise)["limits"]?.mark == .ok)
    }

    @Test(
        "a clock that is far off is a warning, unless the way was as long",
        arguments: [(120.0, 0.5, PortalFinding.Mark.warning), (-120, 0.5, .warning), (120, 100, .ok), (8, 0.5, .ok)])
    func clock(ahead: Double, uncertainty: Double, mark: PortalFinding.Mark) {
        var visit = visit
        visit.clock = PortalVisit.Clock(ahead: ahead, uncertainty: uncertainty)
        #expect(findings(visit)["clock"]?.mark == mark)
    }

    @Test("another zone of the user, or of the portal where the user has none, is a warning")
    func zone() {
        var visit = visit
        visit.offset = 10_800
        #expect(findings(visit)["zone"]?.text == "days are counted in UTC (UTC+0), the portal's clock is at UTC+3")
        visit.userZone = "Etc/UTC"
        #expect(findings(visit)["zone"]?.mark == .ok)
    }

    @Test("a portal without REST 3.0 is told what to use instead")
    func third() {
        var visit = visit
        visit.thirdMethods = nil
        #expect(findings(visit)["REST 3.0"]?.mark == .warning)
    }
}
