import Bitrix24
import JSON
import Ledger
import Scripting
import Synchronization
import Timetable

/// Runs one job of the ledger, from its cause to its outcome.
struct JobRunner: Sendable {
    let settings: Settings
    let environment: [String: String]
    let sandbox: Sandbox
    let ledger: Ledger
    let own: OwnWrites
    let clock: ServeClock
    /// The zone that days are counted in: reading it for each job would be a file each time.
    let zone: Zone

    /// Runs it. When the task is cancelled the run is ended, and handed back if it had done nothing.
    func run(_ claim: Claim, of script: ServedScript, on portal: ServedPortal) async -> JobOutcome {
        let memory = LedgerMemory(
            ledger.memory(portal: portal.name, script: script.name), holder: "job \(claim.job.id)", clock: clock)
        let writes = LedgerWrites(ledger, of: claim, own: own, clock: clock) { await memory.keep() }
        let log = RunLog()
        let requests = Mutex(0)
        let result: Result<RunResult, any Error>
        do {
            var runner = runner(claim, of: script, on: portal, memory, writes, log)
            runner.place.requests = { count in requests.withLock { $0 = count } }
            result = .success(try await runner.run(await request(claim, script, portal)))
        } catch {
            result = .failure(error)
        }
        await writes.settle()
        var outcome = await outcome(result, of: claim, script, writes.changes)
        // What was used up by a change stays so, also one whose answer never came.
        var isUsed = writes.changes.count > 0
        if case .done = outcome.ending { isUsed = true }
        if isUsed { await memory.keep() } else { await memory.giveBack() }
        if case .success(let result) = result { await record(result, of: claim, log) }
        let lines = log.take()
        if !lines.isEmpty { try? await ledger.note(run: claim.run, lines: lines) }
        outcome.requests = requests.withLock { $0 }
        outcome.hasAnswer = hasAnswer(result, writes.changes, outcome.requests > 0)
        outcome.line = (result.error as? ScriptFailure)?.line
        return outcome
    }

    private func runner(
        _ claim: Claim, of script: ServedScript, on portal: ServedPortal, _ memory: LedgerMemory,
        _ writes: LedgerWrites, _ log: RunLog
    ) -> ScriptRunner {
        var now = clock.now().moment
        // A report of last week is about that week, however late it is made.
        if case .slot(let due) = claim.job.cause { now = due.moment }
        var runner = ScriptRunner(
            settings: settings, environment: environment, sandbox: sandbox, now: now,
            output: ScriptRunner.Output(
                print: { [clock] in log.add("print", String(decoding: $0, as: UTF8.self), at: clock.now()) },
                log: { [clock] in log.add($0, $1, at: clock.now()) }))
        runner.place.portal = portal.portal
        runner.place.script = script.script
        runner.place.zone = zone
        runner.place.memory = memory
        runner.place.writes = writes
        runner.place.deadline = RunDeadline(seconds: script.deadline, sleep: clock.sleep)
        runner.place.priority = claim.event == nil ? .schedule : .handler
        return runner
    }

    private func request(_ claim: Claim, _ script: ServedScript, _ portal: ServedPortal) async -> RunRequest {
        var request = RunRequest(script: script.name)
        request.shelf = await shelf(of: script)
        request.portal = portal.choice
        request.arrived = claim.event.map { EventArgument(event: $0, merged: claim.merged.count).json }
        return request
    }

    /// What keeps the report of a script apart from those of others that have its name and go to the same folder.
    private func shelf(of script: ServedScript) async -> String? {
        // Looking through the folder of scripts is only for who writes files.
        guard script.definition.kind == .report else { return nil }
        let own = ReportName(script: script.name)
        let equal = settings.scriptFiles.filter { $0 != script.name && ReportName(script: $0).text == own.text }
        guard !equal.isEmpty else { return nil }
        let told = (try? await ledger.definitions()) ?? [:]
        let others = equal.filter { name in
            let other = told[name].flatMap { try? JSONValue(parsing: $0.body) }.flatMap { Definition($0) }
            return other?.kind == .report && other?.folder == script.definition.folder
        }
        return own.shelf(beside: others.map { ReportName(script: $0) })
    }

    private func outcome(
        _ result: Result<RunResult, any Error>, of claim: Claim, _ script: ServedScript, _ changes: RetryPlan.Changes
    ) async -> JobOutcome {
        guard let error = result.error else { return JobOutcome(.done) }
        if Task.isCancelled {
            if let reason = await cancelReason(of: claim) {
                return JobOutcome(.cancelled(reason: changes.count > 0 ? "\(reason); \(changes.sentence)" : reason))
            }
            guard changes.count > 0, !script.retry.isIdempotent else {
                return JobOutcome(.handedBack(reason: "the program was stopped while it ran"))
            }
            return JobOutcome(script.retry.verdict(onCrashAt: claim.attempt, changes: changes), now: clock.now())
        }
        let failure = RunFailure(error)
        let verdict = script.retry.verdict(
            on: failure, attempt: claim.attempt, changes: changes, random: Double.random(in: 0..<1))
        var outcome = JobOutcome(verdict, now: clock.now())
        outcome.isOwnFailure = true
        outcome.hasDeadCredential = failure.kind == .credential
        outcome.isUnanswered = failure.isUnanswered
        return outcome
    }

    /// Whether the portal has answered. What a run has only read is not known if it failed for something else.
    private func hasAnswer(
        _ result: Result<RunResult, any Error>, _ changes: RetryPlan.Changes, _ hasAsked: Bool
    ) -> Bool {
        // A run that asks nothing can end well though nobody is let in.
        guard let error = result.error else { return hasAsked }
        return changes.count > changes.unknown || RunFailure(error).isAnswered
    }

    /// Why the job was asked to end; nil if it wasn't, so that it was the program that was stopped.
    private func cancelReason(of claim: Claim) async -> String? {
        (try? await ledger.cancelRequests(owner: claim.owner))?[claim.job.id]
    }

    /// Keeps what was delivered where.
    private func record(_ result: RunResult, of claim: Claim, _ log: RunLog) async {
        for warning in result.warnings { log.add("warn", warning, at: clock.now()) }
        for file in result.files {
            let digest = (try? LocalFile(path: file).read()).map { ScriptDigest.text(of: $0) } ?? ""
            try? await ledger.addDelivery(run: claim.run, kind: "file", target: file, digest: digest, now: clock.now())
        }
    }
}

extension Result {
    fileprivate var error: (any Error)? { if case .failure(let error) = self { error } else { nil } }
}
