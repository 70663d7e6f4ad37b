import Logging
import Testing
import Trials

@testable import Host
@testable import Ledger

@Suite("The log of a ledger that can't be written")
struct LedgerTroubleLogTests {
    @Test func `it tells what isn't done, why and how often, and in the end how long it lasted`() {
        let (book, time) = (KeptLog(), HandClock())
        let log = LedgerTroubleLog(clock: time.clock, logger: book.logger)
        for _ in 0..<61 {
            log.failed(.outcomes, .io("the disk is odd"), ["run": "7"])
            time.advance(by: 1)
        }
        log.succeeded(.outcomes)
        log.succeeded(.outcomes)
        let (what, why) = ("the outcome of a run can't be recorded yet", LedgerError.io("the disk is odd").description)
        #expect(
            book.wholeLines == [
                "error: \(what) reason=\(why) run=7", "error: \(what) reason=\(why) run=7 times=60",
                "notice: the ledger can be written again lasted=61 s",
            ])
    }

    @Test(arguments: [(0.4, "0 s"), (119, "119 s"), (120, "2 min"), (3_600, "60 min"), (9_000, "2 h 30 min")])
    func `durations are told as people say them`(seconds: Double, text: String) {
        #expect(LedgerTroubleLog.text(seconds) == text)
    }

    @Test func `a crew that can't record an outcome for a while writes no line for each try`() async throws {
        let book = KeptLog()
        let trial = try CrewTrial(logger: book.logger)
        try await trial.work {
            let job = try await trial.add()
            #expect(await trial.runner.next() == job)
            try await trial.ledger.write { db in
                try db.run("CREATE TRIGGER broken BEFORE UPDATE ON run BEGIN SELECT RAISE(ABORT, 'odd'); END")
            }
            trial.runner.release(job)
            for _ in 0..<5 {
                await trial.time.sleeper(of: JobCrew.pause)
                trial.time.advance(by: JobCrew.pause)
            }
            await trial.time.sleeper(of: JobCrew.pause)
            try await trial.ledger.write { db in try db.run("DROP TRIGGER broken") }
            trial.time.advance(by: JobCrew.pause)
            #expect(await trial.office.report()?.job == job)
        }
        let lines = book.wholeLines
        #expect(lines.count == 2)
        #expect(lines.first?.hasPrefix("error: the outcome of a run can't be recorded yet") == true)
        #expect(lines.last == "notice: the ledger can be written again lasted=6 s")
    }
}
