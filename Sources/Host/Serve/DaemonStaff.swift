import Alerts
import Bitrix24
import Ledger
import Logging
import Scripting
import Timetable

/// What the parts of the daemon need to know of each other: the scripts that are served, what people are told, what is
/// in the way of work.
actor DaemonStaff: CrewSurroundings {
    private let desk: AlertDesk
    private let ledger: Ledger
    private nonisolated let portals: [String: ServedPortal]
    private let clock: ServeClock
    private let logger: Logger
    private var book = ScriptBook()
    /// Asked for at each look for jobs, so it isn't put together anew.
    private var mostAtOnce = JobLimits(standard: 1)
    /// What is in the way of work, by its cause.
    private var obstacles: [String: String] = [:]
    private(set) var tally = DaemonTally()

    init(desk: AlertDesk, ledger: Ledger, portals: [String: ServedPortal], clock: ServeClock, logger: Logger) {
        (self.desk, self.ledger, self.portals, self.clock, self.logger) = (desk, ledger, portals, clock, logger)
    }

    /// Goes on with these scripts.
    func use(_ book: ScriptBook) {
        self.book = book
        mostAtOnce = JobLimits(concurrency: book.scripts.mapValues(\.concurrency), standard: 1)
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
        obstacles["ledger"] = nil
        log(claim, outcome)
        let (portal, script) = (claim.job.portal, claim.job.script)
        await credential(of: portal, reason: outcome.hasDeadCredential ? outcome.ending.reason : nil, outcome)
        switch outcome.ending {
        case .done:
            await desk.recovered(AlertKind.endedByGoodRun, portal: portal, subject: script)
            await desk.recovered([.disk], portal: "", subject: "ledger")
        case .dead(let reason): await failed(.failed, claim, reason)
        case .interrupted(let reason): await failed(.interrupted, claim, reason)
        case .retry, .snoozed, .cancelled, .handedBack: break
        }
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

    private func failed(_ kind: AlertKind, _ claim: Claim, _ reason: String) async {
        let (portal, script) = (claim.job.portal, claim.job.script)
        let details = ["lunokhod runs \(claim.job.id) shows it; lunokhod retry \(claim.job.id) tries it again"]
        await desk.happened(kind, portal: portal, subject: script, reason, details: details)
        guard let most = book.scripts[script]?.definition.pauseAfter,
            let failures = try? await ledger.failures(portal: portal, script: script), failures >= most
        else { return }
        let why = "it failed \(failures) times one after the other; the last time: \(reason)"
        let isNew = try? await ledger.pause(portal: portal, script: script, reason: why, by: "serve", now: clock.now())
        guard isNew == true else { return }
        await desk.happened(
            .paused, portal: portal, subject: script, "\(script) was paused: \(why)",
            details: ["put it right, then: lunokhod resume \(script)"])
    }

    // MARK: Portals

    /// A portal was asked for events.
    func asked(_ portal: String, _ error: PortalError?) async {
        guard let error else { return await alive(portal) }
        if RunFailure.isCredential(code: error.code) { await dead(portal, "\(error)") }
    }

    private func credential(of portal: String, reason: String?, _ outcome: JobOutcome) async {
        if let reason { return await dead(portal, reason) }
        if case .done = outcome.ending { await alive(portal) }
    }

    private func dead(_ portal: String, _ reason: String) async {
        obstacles["credential \(portal)"] = "the portal '\(portal)' refuses the credential: \(reason)"
        await desk.happened(
            .credential, portal: portal, subject: portal, reason,
            details: ["renew the webhook or the application of '\(portal)'; jobs wait meanwhile"])
    }

    private func alive(_ portal: String) async {
        obstacles["credential \(portal)"] = nil
        await desk.recovered([.credential], portal: portal, subject: portal)
    }

    // MARK: News

    /// What people should know of slots.
    func heard(_ news: SlotNews) async {
        switch news {
        case .missed(let script, let count, let last):
            let slots = count == 1 ? "A slot was" : "\(count) slots were"
            await desk.happened(
                .missed, portal: "", subject: script,
                "\(slots) not run at the time and will not be: \(last.reason ?? "it was missed")",
                details: ["the last one was due at \(Zone.utc.iso8601(last.due))"])
        case .late(let script, let due, let now):
            let late = now.unixSeconds - due.unixSeconds
            logger.warning("a slot is run \(late) s late", metadata: ["script": "\(script)"])
            await desk.happened(
                .late, portal: "", subject: script,
                "The slot of \(Zone.utc.iso8601(due)) is run \(late) s late; the program or the machine was stopped")
        case .unrecorded(let error): await disturbed(error)
        }
    }

    /// What people should know of events.
    nonisolated func heard(_ news: EventNews) {
        Task {
            switch news {
            case .stopped(let script, let portal, let reason):
                logger.error("\(reason)", metadata: ["script": "\(script)"])
                await desk.happened(.loop, portal: portal, subject: script, reason)
            case .unrecorded(let error): await disturbed(error)
            }
        }
    }

    func disturbed(_ error: LedgerError) async {
        guard error != .busy else { return }
        obstacles["ledger"] = "the ledger can't be written: \(error)"
        await desk.happened(.disk, portal: "", subject: "ledger", "\(error)")
    }

    /// The ledger can be written.
    func undisturbed() async {
        guard obstacles["ledger"] != nil else { return }
        obstacles["ledger"] = nil
        await desk.recovered([.disk], portal: "", subject: "ledger")
    }

    /// What a look at the scripts has changed.
    func heard(_ changes: [ScriptBook.Change]) {
        for change in changes {
            switch change {
            case .added(let name): logger.info("the script is served", metadata: ["script": "\(name)"])
            case .replaced(let name): logger.info("the script was changed", metadata: ["script": "\(name)"])
            case .removed(let name): logger.warning("the script is gone", metadata: ["script": "\(name)"])
            case .mended(let name): logger.info("the script is right again", metadata: ["script": "\(name)"])
            case .refused(let name, let reason, let goesOn):
                logger.error(
                    "the script can't be loaded\(goesOn ? ", so it goes on as it was" : ""): \(reason)",
                    metadata: ["script": "\(name)"])
            }
        }
    }
}
