import Alerts
import Bitrix24
import Ledger
import Logging
import Scripting
import Timetable

/// What the parts of the daemon need to know of each other: the scripts that are served, what people are told, what is
/// in the way of work.
actor DaemonStaff: CrewSurroundings {
    let desk: AlertDesk
    let ledger: Ledger
    nonisolated let portals: [String: ServedPortal]
    let clock: ServeClock
    let logger: Logger
    private(set) var book = ScriptBook()
    /// Asked for at each look for jobs, so it isn't put together anew.
    private var mostAtOnce = JobLimits(standard: 0)
    /// What is in the way of work, by its cause.
    private var obstacles: [String: String] = [:]
    private var silence = PortalSilence()
    private(set) var tally: DaemonTally
    /// Who has paused a script that failed too often.
    private static let itself = "serve"

    /// - Parameter tally: what was done before a reload.
    init(
        desk: AlertDesk, ledger: Ledger, portals: [String: ServedPortal], tally: DaemonTally = DaemonTally(),
        clock: ServeClock, logger: Logger
    ) {
        (self.desk, self.ledger, self.portals, self.clock, self.logger) = (desk, ledger, portals, clock, logger)
        self.tally = tally
    }

    /// Goes on with these scripts.
    func use(_ book: ScriptBook) {
        self.book = book
        // Jobs of a script that can't be loaded wait until it is mended, those of one that is gone until it is back.
        mostAtOnce = JobLimits(concurrency: book.scripts.mapValues(\.concurrency), standard: 0)
    }

    /// Why no work can be taken at the moment, one sentence each.
    func readiness() -> [String] { obstacles.sorted { $0.key < $1.key }.map(\.value) }

    /// Something is in the way of work; nil if it isn't any more.
    func obstacle(_ cause: String, _ sentence: String?) { obstacles[cause] = sentence }

    /// How many scripts are served, and how many can't be.
    var scripts: (served: Int, broken: Int) { (book.scripts.count, book.broken.count) }

    // MARK: The crew

    func limits() -> JobLimits { mostAtOnce }

    func script(_ name: String) -> ServedScript? { book.scripts[name] }

    nonisolated func portal(_ name: String) -> ServedPortal? { portals[name] }

    func begins(_ claim: Claim) {
        tally.started += 1
    }

    func ended(_ claim: Claim, _ outcome: JobOutcome) async {
        tally.ended[outcome.ending.outcome, default: 0] += 1
        log(claim, outcome)
        // It is recorded, so the ledger can be written.
        await undisturbed()
        let (portal, script) = (claim.job.portal, claim.job.script)
        if outcome.hasDeadCredential {
            await dead(portal, outcome.ending.reason ?? "it is refused")
        } else if outcome.hasAnswer {
            await alive(portal)
        } else if outcome.isUnanswered {
            await silent(portal, outcome.ending.reason ?? "nothing was answered")
        }
        if case .done = outcome.ending {
            await desk.recovered(AlertKind.endedByGoodRun, portal: portal, subject: script)
        }
        if let failure = FailedRun(claim, outcome.ending) { await failed(failure) }
    }

    private func log(_ claim: Claim, _ outcome: JobOutcome) {
        let fields: Logger.Metadata = [
            "script": "\(claim.job.script)", "job": "\(claim.job.id)", "run": "\(claim.run)",
            "portal": "\(claim.job.portal)",
        ]
        let reason = outcome.ending.reason.map { ": \($0)" } ?? ""
        switch outcome.ending {
        case .dead, .interrupted: logger.error("the job failed\(reason)", metadata: fields)
        case .retry: logger.warning("the job is tried again\(reason)", metadata: fields)
        case .done: logger.debug("the job is done", metadata: fields)
        default: logger.info("the job is \(outcome.ending.outcome)\(reason)", metadata: fields)
        }
    }

    /// A job has failed so that a person is needed. The pause and the failure are told together with the ledger's note
    /// that they are.
    func failed(_ run: FailedRun) async {
        let details = ["lunokhod runs \(run.job) shows it; lunokhod retry \(run.job) tries it again"]
        var alerts = [desk.alert(run.kind, portal: run.portal, subject: run.script, run.reason, details: details)]
        do throws(LedgerError) {
            if let pause = try await pause(after: run) { alerts.append(pause) }
        } catch {
            logger.error("a script that failed again and again can't be paused", metadata: ["reason": "\(error)"])
        }
        await desk.happened(alerts, told: run.run)
    }

    private func pause(after run: FailedRun) async throws(LedgerError) -> Alert? {
        let (portal, script) = (run.portal, run.script)
        guard let most = book.scripts[script]?.definition.pauseAfter else { return nil }
        let failures = try await ledger.failures(portal: portal, script: script)
        guard failures >= most else { return nil }
        let why = "it failed \(failures) times one after the other; the last time: \(run.reason)"
        try await ledger.pause(portal: portal, script: script, reason: why, by: Self.itself, now: clock.now())
        // The program may have ended between a pause and its telling.
        let pauses = try await ledger.paused()
        guard let pause = pauses.first(where: { $0.portal == portal && $0.script == script }), pause.by == Self.itself
        else { return nil }
        return desk.alert(
            .paused, portal: portal, subject: script, "\(script) was paused: \(pause.reason)",
            details: ["put it right, then: lunokhod resume \(script)"])
    }

    // MARK: Portals

    /// A portal was asked for events.
    func asked(_ portal: String, _ error: PortalError?) async {
        guard let error else { return await alive(portal) }
        if RunFailure.isCredential(code: error.code) { await dead(portal, "\(error)") }
        if RunFailure.isUnanswered(code: error.code) { return await silent(portal, "\(error)") }
        // Also who is refused has heard of it.
        if error.execution == .answered { await heard(portal) }
    }

    private func heard(_ portal: String) async {
        silence.answered(portal)
        await desk.recovered([.unreachable], portal: portal, subject: portal)
    }

    private func silent(_ portal: String, _ reason: String) async {
        guard let since = silence.unanswered(portal, at: clock.now().seconds) else { return }
        await desk.happened(
            .unreachable, portal: portal, subject: portal,
            "nothing was answered since \(Zone.utc.iso8601(Stamp(seconds: since).moment)): \(reason)",
            details: ["jobs that need the portal are tried again; what they have done already stays"])
    }

    private func dead(_ portal: String, _ reason: String) async {
        await heard(portal)
        obstacles["credential \(portal)"] = "the portal '\(portal)' refuses the credential: \(reason)"
        await desk.happened(
            .credential, portal: portal, subject: portal, reason,
            details: ["renew the webhook or the application of '\(portal)'; jobs wait meanwhile"])
    }

    private func alive(_ portal: String) async {
        await heard(portal)
        obstacles["credential \(portal)"] = nil
        await desk.recovered([.credential], portal: portal, subject: portal)
    }
}
