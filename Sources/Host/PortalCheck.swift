import Bitrix24
import Scripting
import Timetable

/// Checks whether a portal, its credential and the workspace's scripts fit together.
public struct PortalCheck: Sendable {
    let settings: Settings
    let environment: [String: String]
    let sandbox: Sandbox
    let now: Moment
    let unixTime: @Sendable () -> Double

    /// A check at a time.
    ///
    /// - Parameter unixTime: the machine's time in seconds since 1970, with fractions.
    public init(
        settings: Settings, environment: [String: String], sandbox: Sandbox, now: Moment,
        unixTime: @escaping @Sendable () -> Double
    ) {
        self.settings = settings
        self.environment = environment
        self.sandbox = sandbox
        self.now = now
        self.unixTime = unixTime
    }

    /// What a check has found.
    public struct Result: Sendable {
        /// The portal's address, without a secret.
        public let portal: String
        /// What was found, the portal first.
        public let findings: [PortalFinding]

        /// Whether scripts can be run on it.
        public var isUsable: Bool { !findings.contains { $0.mark == .problem } }
    }

    /// Checks a portal.
    ///
    /// - Parameter progress: is told how many of the scripts are loaded.
    /// - Throws: if the settings are wrong; what is wrong with the portal is a finding.
    public func run(
        portal name: String?, progress: @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) async throws(HostFailure) -> Result {
        let zone = try settings.runZone
        let credential = try settings.credential(portal: name, environment: environment)
        let limits = try settings.portalSettings(name, environment: environment).limits
        let portal = try settings.connect(portal: name, environment: environment) { _ in }
        let findings: [PortalFinding]
        do throws(PortalError) {
            let visit = try await PortalVisit(to: portal, by: portal.caller(.interactive), unixTime: unixTime)
            let isApplication = credential.isApplication
            findings =
                VisitFindings(visit: visit, isApplication: isApplication, limits: limits, zone: zone, now: now).all
                + (await self.findings(
                    on: loading(portal: portal, name: name, zone: zone),
                    judge: ScriptFindings(visit: visit, isApplication: isApplication), progress: progress))
        } catch {
            findings = [PortalFinding(.problem, "access", error.description)]
        }
        await portal.shutdown()
        return Result(portal: portal.address, findings: findings)
    }

    private func loading(portal: Portal, name: String?, zone: Zone) -> ScriptLoading {
        var portals = settings.scriptPortals(environment: environment)
        // What scripts need is seen on this portal, unless they name another.
        portals.home = settings.portalKey(name, environment: environment)
        let titles = [portals.home: DescriptionRoom(asked: zone.iso8601(now)) { portal }]
        return ScriptLoading(
            settings: settings, sandbox: sandbox, now: now, zone: zone, portals: portals, titles: titles)
    }

    private func findings(
        on loading: ScriptLoading, judge: ScriptFindings, progress: (_ done: Int, _ total: Int) -> Void
    ) async -> [PortalFinding] {
        var findings: [PortalFinding] = []
        let files = settings.scriptFiles
        for (done, file) in files.enumerated() {
            progress(done, files.count)
            switch await loading.load(file) {
            case .definition(let definition):
                findings += self.findings(on: definition, of: file, judge: judge, portals: loading.portals)
            case .plain:
                findings.append(PortalFinding(.ok, file, "a plain script: what it needs shows when it runs"))
            case .broken(let failure):
                findings.append(PortalFinding(.problem, file, "can't be loaded: \(failure.reason)"))
            }
        }
        return findings
    }

    private func findings(
        on definition: Definition, of file: String, judge: ScriptFindings, portals: ScriptPortals
    ) -> [PortalFinding] {
        do throws(HostFailure) {
            let portal = try portals.own(of: definition)
            guard portal == portals.home else {
                let text = "is for another portal; check it there with --portal \(portal)"
                return [PortalFinding(.ok, file, text)]
            }
        } catch {
            return [PortalFinding(.problem, file, "can't be loaded: \(error)")]
        }
        return judge.findings(
            on: ScriptNeeds(
                script: file, scopes: definition.scopes ?? [], writes: definition.writes ?? [],
                events: definition.kind == .handler ? definition.events : []))
    }
}

extension Credential {
    fileprivate var isApplication: Bool { if case .application = self { true } else { false } }
}
