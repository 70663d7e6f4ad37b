import Testing

@testable import Host
@testable import Ledger

@Suite("The crew that runs jobs", .timeLimit(.minutes(10)))
struct JobCrewTests {
    @Test func `a job that is ready is run, and what came of it is recorded before it is told`() async throws {
        let trial = try CrewTrial()
        try await trial.work {
            let job = try await trial.add()
            #expect(await trial.runner.next() == job)
            trial.runner.release(job)
            #expect(await trial.office.report() == QuietOffice.Report(job: job, ending: .done))
            #expect(try await trial.ledger.job(job)?.state == .done)
        }
    }

    @Test func `no more jobs run at once than there are workers, and the next begins when one is free`() async throws {
        let trial = try CrewTrial(workers: 2)
        var jobs: [Int] = []
        for name in ["a.lua", "b.lua", "c.lua", "d.lua"] { jobs.append(try await trial.add(name)) }
        let states = { try await trial.ledger.jobs(most: 9).sorted { $0.id < $1.id }.map(\.state) }
        try await trial.work {
            let first = [await trial.runner.next(), await trial.runner.next()]
            #expect(Set(first) == [jobs[0], jobs[1]])
            let atFirst = try await states()
            #expect(atFirst == [.running, .running, .waiting, .waiting])
            trial.runner.release(jobs[1])
            #expect(await trial.runner.next() == jobs[2])
            let later = try await states()
            #expect(later == [.running, .done, .running, .waiting])
        }
    }

    @Test func `a cancelled run is told as the ledger has it, with the reason of who cancelled it`() async throws {
        let trial = try CrewTrial()
        let outside = try Ledger(path: trial.ledger.path, role: .beside)
        try await trial.work {
            let job = try await trial.add()
            #expect(await trial.runner.next() == job)
            #expect(try await outside.cancel(job, reason: "not needed", now: trial.time.now))
            await trial.time.sleeper(of: JobCrew.beat)
            trial.time.advance(by: JobCrew.beat)
            let ending = Ending.cancelled(reason: "not needed")
            #expect(await trial.office.report() == QuietOffice.Report(job: job, ending: ending))
        }
        outside.close()
    }

    @Test func `a run whose slot a newer one replaces is ended, though this process itself asks for it`() async throws {
        let trial = try CrewTrial()
        let now = trial.time.now
        let slot = SlotSettlement(
            portal: "main", script: "a.lua", slots: [SlotEntry(due: now, ready: now, skipped: nil)],
            plan: Plan(digest: "1", through: now, next: nil))
        _ = try await trial.ledger.settle([slot], now: now)
        try await trial.work {
            let job = try #require(await trial.runner.next())
            // The first look is over, so that nothing but the request leads to another one.
            await trial.time.sleeper(of: JobCrew.beat)
            trial.time.advance(by: JobCrew.beat)
            await trial.time.sleeper(of: JobCrew.beat)
            let newer = SlotEntry(due: now.adding(seconds: 1), ready: now, replaces: "a newer slot")
            _ = try await trial.ledger.settle(
                [SlotSettlement(portal: "main", script: "a.lua", slots: [newer], plan: slot.plan)], now: now)
            let ending = Ending.cancelled(reason: "a newer slot")
            #expect(await trial.office.report() == QuietOffice.Report(job: job, ending: ending))
        }
    }

    @Test func `a job that gets ready while others are looked for is not forgotten`() async throws {
        let trial = try CrewTrial()
        let job = try await trial.add(readyIn: 1)
        trial.office.whenAsked { [time = trial.time, office = trial.office] in
            office.whenAsked {}
            time.advance(by: 2)
        }
        try await trial.work {
            await trial.time.sleeper(of: 0.01)
            trial.time.advance(by: 0.01)
            #expect(await trial.runner.next() == job)
        }
    }

    @Test func `jobs are looked for now and then though none is expected`() async throws {
        let trial = try CrewTrial()
        try await trial.work {
            await trial.time.sleeper(of: JobCrew.longestSleep)
            let asked = Sequel<Void>()
            trial.office.whenAsked { asked.add(()) }
            trial.time.advance(by: JobCrew.longestSleep)
            #expect(await asked.next() != nil)
        }
    }

    /// Lets the ledger refuse the end of each run.
    private func breakLedger(_ trial: CrewTrial) async throws {
        try await trial.ledger.write { db in
            try db.run("CREATE TRIGGER broken BEFORE UPDATE ON run BEGIN SELECT RAISE(ABORT, 'the disk is odd'); END")
        }
    }

    private func mendLedger(_ trial: CrewTrial) async throws {
        try await trial.ledger.write { db in try db.run("DROP TRIGGER broken") }
    }

    @Test func `an outcome that the ledger refuses is recorded when somebody has mended it`() async throws {
        let trial = try CrewTrial()
        try await trial.work {
            let job = try await trial.add()
            #expect(await trial.runner.next() == job)
            try await breakLedger(trial)
            trial.runner.release(job)
            #expect(await trial.office.trouble() == .io("the disk is odd"))
            await trial.time.sleeper(of: JobCrew.pause)
            try await mendLedger(trial)
            trial.time.advance(by: JobCrew.pause)
            #expect(await trial.office.report() == QuietOffice.Report(job: job, ending: .done))
        }
    }

    @Test func `the outcome of a run that was cancelled waits for the ledger without haste`() async throws {
        let trial = try CrewTrial()
        try await trial.work {
            let job = try await trial.add()
            #expect(await trial.runner.next() == job)
            try await breakLedger(trial)
            #expect(try await trial.ledger.cancel(job, reason: "no", now: trial.time.now))
            await trial.time.sleeper(of: JobCrew.pause)
            try await mendLedger(trial)
            trial.time.advance(by: JobCrew.pause)
            #expect(await trial.office.report()?.job == job)
            #expect(trial.office.troubles == 1)
        }
    }

    @Test func `a stop waits no longer than it may for a ledger that stays broken`() async throws {
        let trial = try CrewTrial()
        try await trial.work {
            let job = try await trial.add()
            #expect(await trial.runner.next() == job)
            try await breakLedger(trial)
            trial.runner.release(job)
            await trial.time.sleeper(of: JobCrew.pause)
            let stop = Task { await trial.crew.stop(within: 0.25) }
            await trial.time.sleeper(of: 0.25)
            while await trial.crew.count > 0, !Task.isCancelled {
                trial.time.advance(by: 0.25)
                await Task.yield()
            }
            await stop.value
            #expect(try await trial.ledger.job(job)?.state == .running)
        }
    }

    @Test func `what is taken while the crew is stopped is handed back, and the stop waits for that`() async throws {
        let trial = try CrewTrial()
        let job = try await trial.add()
        let (door, key) = AsyncStream.makeStream(of: Void.self)
        let asked = Sequel<Void>()
        trial.office.whenAsked {
            asked.add(())
            for await _ in door {}
        }
        try await trial.work {
            #expect(await asked.next() != nil)
            let stop = Task { await trial.crew.stop(within: 9) }
            await trial.time.sleeper(of: 9)
            key.finish()
            await stop.value
            let left = try #require(try await trial.ledger.job(job))
            #expect(left.state == .waiting && left.attempts == 0)
            #expect(trial.runner.count == 0)
        }
    }

    @Test func `a job that only the ledger knows to be the crew's is handed back when its lease has run out`()
        async throws
    {
        let trial = try CrewTrial()
        let job = try await trial.add()
        let now = trial.time.now
        // As after a transaction whose answer was an error, though it was written.
        _ = try await trial.ledger.claim(
            most: 1, limits: JobLimits(), now: now, lease: now.adding(seconds: JobCrew.lease), owner: "me")
        try await trial.work {
            for _ in 0..<2 {
                await trial.time.sleeper(of: JobCrew.longestSleep)
                #expect(trial.runner.count == 0)
                trial.time.advance(by: JobCrew.longestSleep)
            }
            #expect(await trial.runner.next() == job)
            let outcomes = try await trial.ledger.runs(RunFilter(job: job), most: 9).map(\.outcome)
            #expect(outcomes == ["running", "handed back"])
        }
    }

    @Test func `a job that runs for long keeps its lease`() async throws {
        let trial = try CrewTrial()
        try await trial.work {
            let job = try await trial.add()
            #expect(await trial.runner.next() == job)
            for _ in 0..<8 {
                await trial.time.sleeper(of: JobCrew.beat)
                trial.time.advance(by: JobCrew.lease / 3)
            }
            await trial.time.sleeper(of: JobCrew.beat)
            #expect(try await trial.ledger.abandoned(now: trial.time.now, owner: "me").isEmpty)
        }
    }
}
