import Bitrix24
import Timetable

/// What there is to say of a visit to a portal.
struct VisitFindings {
    let visit: PortalVisit
    let isApplication: Bool
    let limits: PortalLimits
    /// The zone that days are counted in.
    let zone: Zone
    let now: Moment

    /// A clock that differs by more seconds makes tokens and periods wrong.
    static let mostDifference = 30.0

    var all: [PortalFinding] { [credential, scopes, plan, limit, clock, timeZone, third].compactMap { $0 } }

    private var kind: String { isApplication ? "application" : "webhook" }

    private var credential: PortalFinding {
        let topic = "credential"
        if visit.isInstalled == false {
            return PortalFinding(
                .problem, topic, "the application is not installed completely",
                advice: "finish its installation in Bitrix24; until then only its installer may call")
        }
        guard let id = visit.userID else {
            return PortalFinding(.warning, topic, "the \(kind) works, but the portal doesn't say whose it is")
        }
        let name = visit.userName.map { "\($0) (user \(id))" } ?? "user \(id)"
        guard visit.isAdmin == false else {
            let rights = visit.isAdmin == true ? ", an administrator" : ""
            return PortalFinding(.ok, topic, "\(kind) of \(name)\(rights)")
        }
        return PortalFinding(
            .warning, topic, "\(kind) of \(name), who is not an administrator",
            advice: "scripts see only what this user may see")
    }

    private var scopes: PortalFinding {
        guard let scopes = visit.scopes, !scopes.isEmpty else {
            return PortalFinding(
                .problem, "scopes", "the \(kind) has no rights", advice: "give it rights such as crm in Bitrix24")
        }
        return PortalFinding(.ok, "scopes", scopes.sorted().joined(separator: ", "))
    }

    private var plan: PortalFinding? {
        if visit.isPaymentOver {
            return PortalFinding(
                .problem, "plan", "the application's paid time is over", advice: "prolong it in Bitrix24")
        }
        return visit.license.map { PortalFinding(.ok, "plan", $0) }
    }

    private var limit: PortalFinding {
        let rate = limits.rate.map { "\(Self.number($0)) requests a second, \(Self.number(limits.capacity)) at once" }
        let seen = visit.operating.flatMap { $0 < 0.01 ? nil : $0 }.map {
            "; \(Self.number(($0 * 100).rounded() / 100)) s of a method's working time seen"
        }
        let text = (rate ?? "none by the settings") + (seen ?? "")
        let isEnterprise = visit.license.map { $0.contains("ent") } ?? false
        guard !isEnterprise || limits != .standard else {
            return PortalFinding(
                .warning, "limits", text, advice: "the plan allows more: write `limits: enterprise` for this portal")
        }
        return PortalFinding(.ok, "limits", text)
    }

    private var clock: PortalFinding {
        guard let clock = visit.clock else {
            return PortalFinding(.warning, "clock", "the portal tells no time")
        }
        let seconds = abs(clock.ahead)
        let way = clock.ahead > 0 ? "ahead of" : "behind"
        guard seconds - clock.uncertainty > Self.mostDifference else {
            let isSame = seconds <= max(clock.uncertainty, 1)
            return PortalFinding(
                .ok, "clock", isSame ? "the same as ours" : "\(Int(seconds.rounded())) s \(way) ours")
        }
        return PortalFinding(
            .warning, "clock", "\(Int(seconds.rounded())) s \(way) ours",
            advice: "let this machine set its clock by NTP; periods begin at the wrong moment otherwise")
    }

    private var timeZone: PortalFinding {
        let ours = zone.offset(at: now)
        let days = "days are counted in \(zone.identifier) (\(Self.utc(ours)))"
        let theirs: (name: String, offset: Int)?
        if let name = visit.userZone, let zone = try? Zone(identifier: name) {
            theirs = ("the user's zone is \(name)", zone.offset(at: now))
        } else {
            theirs = visit.offset.map { ("the portal's clock", $0) }
        }
        guard let theirs, theirs.offset != ours else { return PortalFinding(.ok, "zone", days) }
        return PortalFinding(
            .warning, "zone", "\(days), \(theirs.name) is at \(Self.utc(theirs.offset))",
            advice: "set zone in lunokhod.yaml to the one that people of this portal live by")
    }

    private var third: PortalFinding {
        guard let count = visit.thirdMethods else {
            return PortalFinding(
                .warning, "REST 3.0", "not there", advice: "use the methods below b24, not those below b24.v3")
        }
        return PortalFinding(.ok, "REST 3.0", "\(count) methods")
    }

    private static func utc(_ seconds: Int) -> String {
        let minutes = abs(seconds) / 60 % 60
        return "UTC\(seconds < 0 ? "-" : "+")\(abs(seconds) / 3_600)" + (minutes == 0 ? "" : ":\(minutes)")
    }

    private static func number(_ value: Double) -> String { Int(exactly: value).map { "\($0)" } ?? "\(value)" }
}
