import Bitrix24
import JSON
import Reports
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
    /// - Throws: if the settings are wrong; what is wrong with the portal is a finding.
    public func run(portal name: String?) async throws(HostFailure) -> Result {
        let limits = try settings.portalSettings(name, environment: environment).limits
        var isApplication = false
        if case .application = try settings.credential(portal: name, environment: environment) { isApplication = true }
        let zone = try settings.runZone
        let shared = RunPortal { [settings, environment] () throws(HostFailure) in
            try settings.connect(portal: name, environment: environment) { _ in }
        }
        let portal = try shared.connect()
        let visit: PortalVisit
        do throws(PortalError) {
            visit = try await PortalVisit(to: portal, by: portal.caller(.interactive), unixTime: unixTime)
        } catch {
            await portal.shutdown()
            return Result(portal: portal.address, findings: [PortalFinding(.problem, "access", error.description)])
        }
        var findings = VisitFindings(
            visit: visit, isApplication: isApplication, limits: limits, zone: zone, now: now
        ).all
        let scripts = ScriptFindings(visit: visit, isApplication: isApplication)
        for file in ScriptShelf(folder: settings.besideSettings("scripts")).files {
            findings += await self.findings(on: file, scripts: scripts, zone: zone, portal: shared, name: name)
        }
        await portal.shutdown()
        return Result(portal: portal.address, findings: findings)
    }

    private func findings(
        on file: String, scripts: ScriptFindings, zone: Zone, portal: RunPortal, name: String?
    ) async -> [PortalFinding] {
        let source: [UInt8]
        do throws(LocalFile.Failure) {
            source = try LocalFile(path: file).read()
        } catch {
            return [PortalFinding(.warning, file, "can't be read: \(error.reason)")]
        }
        let runner = ScriptRunner(
            settings: settings, environment: environment, sandbox: sandbox, now: now,
            output: ScriptRunner.Output(print: { _ in }, log: { _, _ in }))
        var request = RunRequest(script: file)
        request.portal = name
        let run = ScriptRun(
            sandbox: sandbox, script: Script(name: file, source: source),
            surroundings: ScriptSurroundings(
                locale: settings.locale.rawValue, currency: settings.currency, zone: zone.identifier),
            rooms: [
                LoadingRoom(), runner.descriptionRoom(of: portal, request: request, zone: zone),
                PeriodRoom(now: now, zone: zone), LogRoom { _ in },
            ],
            print: { _ in })
        do {
            guard let definition = try await run.definition() else { return [plain(file)] }
            let needs = ScriptNeeds(
                script: file, scopes: definition.scopes ?? [], writes: definition.writes ?? [])
            return scripts.findings(on: needs)
        } catch let failure as ScriptFailure {
            if failure.error?["code"]?.string == LoadingRoom.code { return [plain(file)] }
            let line = failure.line.map { "line \($0): " } ?? ""
            return [PortalFinding(.problem, file, "can't be loaded: \(line)\(failure.message)")]
        } catch {
            return [PortalFinding(.problem, file, "can't be loaded: \(error)")]
        }
    }

    private func plain(_ file: String) -> PortalFinding {
        PortalFinding(.ok, file, "a plain script: what it needs shows when it runs")
    }
}
