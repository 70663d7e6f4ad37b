import Ledger
import Logging

/// Takes jobs from the ledger and has them run, so many at a time; records what came of each.
///
/// A job is this crew's by a lease that is renewed while it runs. A lease runs out of a job that was taken without the
/// crew's knowing, such as by a transaction whose answer was an error: that job is handed back. What a crew had that
/// ended with its program is found at the next start by its owner, whatever the lease.
actor JobCrew {
    /// How long a job is this crew's without a renewal, in seconds.
    static let lease = 60.0
    /// How often leases are renewed and requests of other programs are looked for, in seconds.
    static let beat = 0.5
    /// After so many seconds jobs are looked for, whatever was expected.
    static let longestSleep = 30.0
    /// How long is waited before an outcome is recorded that couldn't be, in seconds.
    static let pause = 1.0

    private let ledger: Ledger
    private let runner: any CrewRunner
    private let clock: ServeClock
    private let logger: Logger
    private let troubles: LedgerTroubleLog
    private let workers: Int
    /// Tells this start of the program from others.
    private let owner: String
    /// What the crew needs to know and whom it tells.
    private let surroundings: any CrewSurroundings

    private var running: [Int: (claim: Claim, task: Task<Void, Never>)] = [:]
    /// Runs that are over and not told of yet; their workers are free.
    private var telling: [Int: Task<Void, Never>] = [:]
    private var isStopping = false
    /// The time that a stop leaves is over.
    private var isOver = false
    /// The look for jobs that is under way, or was the last.
    private var taking: Task<Void, Never>?
    private var alarm: Task<Void, Never>?
    /// When jobs were looked for that only the ledger knows to be this crew's.
    private var soughtLost = Stamp(milliseconds: 0)
    private let bell: AsyncStream<Void>.Continuation
    private let rings: AsyncStream<Void>

    init(
        ledger: Ledger, runner: any CrewRunner, clock: ServeClock, logger: Logger, workers: Int, owner: String,
        surroundings: any CrewSurroundings, troubles: LedgerTroubleLog? = nil
    ) {
        (self.ledger, self.runner, self.clock, self.logger) = (ledger, runner, clock, logger)
        self.troubles = troubles ?? LedgerTroubleLog(clock: clock, logger: logger)
        (self.workers, self.owner, self.surroundings) = (workers, owner, surroundings)
        (rings, bell) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    }

    /// How many jobs run.
    var count: Int { running.count }

    /// Takes and runs jobs until the crew is stopped or the task is cancelled.
    func run() async {
        ring()
        await withTaskGroup(of: Void.self) { group in
            group.addTask { [ledger, bell] in for await _ in ledger.changes() { bell.yield() } }
            group.addTask { await self.keepLeases() }
            for await _ in rings {
                await heed()
                let look = Task {
                    await takeBack()
                    await take()
                }
                taking = look
                await look.value
            }
            group.cancelAll()
        }
    }

    /// Looks for jobs at once.
    func ring() { bell.yield() }

    /// Takes no more jobs, waits so many seconds for those that run, then has them end. Returns when all of them are told
    /// of.
    func stop(within seconds: Double) async {
        isStopping = true
        alarm?.cancel()
        let patience = Task { [clock] in
            try await clock.sleep(seconds)
            self.endAll()
        }
        // What it takes yet is handed back.
        await taking?.value
        while let task = running.first?.value.task ?? telling.first?.value { await task.value }
        patience.cancel()
        bell.finish()
    }

    private func endAll() {
        isOver = true
        for entry in running.values { entry.task.cancel() }
    }

    // MARK: Taking

    private func take() async {
        while !isStopping, running.count < workers {
            let now = clock.now()
            let claims: [Claim]
            do {
                claims = try await ledger.claim(
                    most: workers - running.count, limits: await surroundings.limits(), now: now,
                    lease: now.adding(seconds: Self.lease), owner: owner)
                troubles.succeeded(.taking)
            } catch {
                troubles.failed(.taking, error)
                await surroundings.disturbed(error)
                return wake(in: 5)
            }
            guard !claims.isEmpty else { return await wakeForNext(after: now) }
            for claim in claims {
                if isStopping { await handBack(claim) } else { start(claim) }
            }
        }
    }

    /// The next start of the program takes it, also if that can't be recorded now.
    private func handBack(_ claim: Claim) async {
        let ending = Ending.handedBack(reason: "the program was stopped before it began")
        _ = try? await ledger.finish(claim, ending, now: clock.now())
    }

    /// - Parameter moment: when the last look was: what got ready after it was not seen, however long the look took.
    private func wakeForNext(after moment: Stamp) async {
        let next = try? await ledger.nextReady(after: moment)
        wake(in: max(0.01, next.map { $0.seconds - clock.now().seconds } ?? Self.longestSleep))
    }

    private func wake(in seconds: Double) {
        alarm?.cancel()
        guard !isStopping else { return }
        // A clock that is set ahead must not keep a job waiting.
        alarm = Task { [clock, bell] in
            try? await clock.sleep(min(seconds, Self.longestSleep))
            if !Task.isCancelled { bell.yield() }
        }
    }

    private func start(_ claim: Claim) {
        let task = Task {
            let outcome = await self.runner.outcome(of: claim, in: self.surroundings)
            // Also what came of a run that was cancelled is recorded in peace.
            await Task { await self.finish(claim, outcome) }.value
        }
        running[claim.run] = (claim, task)
    }

    // MARK: Ending

    private func finish(_ claim: Claim, _ outcome: JobOutcome) async {
        // What isn't recorded would be done again after a restart, and others of its lane would wait for ever: so this
        // waits for the disk, or for whoever mends the ledger.
        while true {
            do {
                let recorded = try await ledger.finish(
                    claim, outcome.ending, line: outcome.line, requests: outcome.requests,
                    isOwnFailure: outcome.isOwnFailure, now: clock.now())
                troubles.succeeded(.outcomes)
                telling[claim.run] = running.removeValue(forKey: claim.run)?.task
                ring()
                if let recorded { await surroundings.ended(claim, outcome.ended(recorded)) }
                telling[claim.run] = nil
                return
            } catch {
                troubles.failed(.outcomes, error, ["run": "\(claim.run)", "script": "\(claim.job.script)"])
                await surroundings.disturbed(error)
                guard error != .closed, !isOver else {
                    running[claim.run] = nil
                    return
                }
                try? await clock.sleep(Self.pause)
            }
        }
    }

    // MARK: Leases

    private func keepLeases() async {
        var version = 0
        var renewed = clock.now()
        while !Task.isCancelled {
            guard (try? await clock.sleep(Self.beat)) != nil else { return }
            let now = clock.now()
            // A clock that was set leaves leases that are too long or over.
            if abs(now.seconds - renewed.seconds) >= Self.lease / 3, !running.isEmpty {
                renewed = now
                _ = try? await ledger.renew(
                    Array(running.keys), owner: owner, until: now.adding(seconds: Self.lease))
            }
            // Another program has changed the ledger: jobs may wait again.
            if let found = try? await ledger.dataVersion(), found != version {
                version = found
                ring()
                await surroundings.ledgerChanged()
            }
            await heed()
        }
    }

    /// Hands back what is this crew's in the ledger and nowhere else: nobody would ever end it, and others of its lane
    /// would wait. Nothing is taken meanwhile, so that all that was taken is known.
    private func takeBack() async {
        let now = clock.now()
        guard !isStopping, abs(now.seconds - soughtLost.seconds) >= Self.lease else { return }
        soughtLost = now
        for job in (try? await ledger.abandoned(now: now, owner: owner)) ?? [] {
            guard let run = job.run, running[run] == nil else { continue }
            logger.warning("a job was taken and never begun; it waits again", metadata: ["job": "\(job.id)"])
            let ending = Ending.handedBack(reason: "it was taken and never begun")
            _ = try? await ledger.finish(run: run, owner: owner, ending: ending, now: now)
        }
    }

    /// Has the runs end that are wanted no more: by another program, or by this one, whose own changes the version of
    /// the data doesn't show.
    private func heed() async {
        guard !running.isEmpty, let wanted = try? await ledger.cancelRequests(owner: owner) else { return }
        for entry in running.values where wanted[entry.claim.job.id] != nil { entry.task.cancel() }
    }
}
