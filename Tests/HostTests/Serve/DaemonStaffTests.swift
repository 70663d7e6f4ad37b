import Alerts
import Bitrix24
import Ingress
import JSON
import Ledger
import Testing
import Timetable
import Trials

@testable import Host

@Suite("What the daemon tells of its work")
struct DaemonStaffTests {
    private let place: TellingPlace

    init() throws { place = try TellingPlace() }

    /// Does something with a staff that serves a portal `main`, and `a.lua`, which pauses after two failures.
    private func withStaff(
        _ scripts: [String] = ["a.lua"], _ deed: (DaemonStaff, AlertDesk) async throws -> Void
    ) async throws {
        let desk = try await place.desk([(.mail, KeptChannel())])
        let portal = try Portal(credential: .webhook(try Webhook("https://demo.bitrix24.ru/rest/1/s3cr3tc0de/")))
        let served = ServedPortal(
            name: "main", choice: "main", portal: portal, events: EventSettings(), isApplication: false,
            door: PortalDoor(applicationTokens: [], memberID: nil))
        let staff = DaemonStaff(
            desk: desk, ledger: place.ledger, portals: ["main": served], clock: place.clock, logger: place.logger)
        var book = ScriptBook()
        for name in scripts {
            let script = try SampleScript.served(["kind": "job", "pause_after": 2], name: name)
            _ = book.take(.served(script), of: name)
        }
        await staff.use(book)
        let outcome: Result<Void, any Error>
        do {
            try await deed(staff, desk)
            outcome = .success(())
        } catch {
            outcome = .failure(error)
        }
        await portal.shutdown()
        try outcome.get()
    }

    private func claim(_ script: String = "a.lua", owner: String = "me") async throws -> Claim {
        _ = try await place.ledger.addJob(portal: "main", script: script, by: "anna", now: place.now)
        let claims = try await place.ledger.claim(
            most: 1, limits: JobLimits(standard: 9), now: place.now, lease: place.now.adding(seconds: 60), owner: owner)
        return try #require(claims.first)
    }

    private func outcome(_ ending: Ending, answered: Bool = false, dead: Bool = false) -> JobOutcome {
        var outcome = JobOutcome(ending)
        (outcome.hasAnswer, outcome.hasDeadCredential) = (answered, dead)
        return outcome
    }

    /// Records the end of a job, and says so unless the program ends in between.
    private func end(_ ending: Ending, telling staff: DaemonStaff?) async throws {
        let claim = try await claim()
        _ = try await place.ledger.finish(claim, ending, now: place.now)
        await staff?.ended(claim, outcome(ending))
    }

    private func kinds(_ desk: AlertDesk) async -> Set<AlertKind> { Set(await desk.open.map(\.kind)) }

    // MARK: Scripts that are gone

    @Test func `jobs of a script that is gone are counted in the log when it goes, and at a start`() async throws {
        for _ in 0..<3 {
            _ = try await place.ledger.addJob(portal: "main", script: "b.lua", by: "anna", now: place.now)
        }
        _ = try await place.ledger.addJob(portal: "main", script: "a.lua", by: "anna", now: place.now)
        try await withStaff(["a.lua"]) { staff, _ in
            await staff.catchUp()
            #expect(
                place.log.lines.filter { $0.hasPrefix("warning: ") } == [
                    "warning: 3 jobs wait for the script, which is gone: put it back, or lunokhod cancel --script b.lua"
                ])
            await staff.heard([.removed("a.lua")])
            #expect(place.log.lines.last?.hasPrefix("warning: 1 job waits for the script, which is gone") == true)
        }
    }

    @Test func `a job whose script went when it was taken waits again`() async throws {
        try await withStaff([]) { staff, _ in
            let claim = try await claim()
            let runner = JobRunner(
                settings: Settings(), environment: [:], sandbox: BuiltCell.sandbox, ledger: place.ledger,
                own: OwnWrites(rule: ChainRule()), clock: place.clock, zone: .utc)
            let outcome = await runner.outcome(of: claim, in: staff)
            #expect(try await place.ledger.finish(claim, outcome.ending, now: place.now) != nil)
            let job = try await place.ledger.job(claim.job.id)
            #expect(job?.state == .waiting && job?.attempts == 0)
            #expect(try await place.ledger.untold().isEmpty)
        }
    }

    // MARK: Readiness

    @Test func `a list that can't be asked for changes is in the way while that lasts`() async throws {
        try await withStaff { staff, _ in
            await staff.heard(.unread(["crm.deal can't be asked for changes: no", "b: no"]), of: "main")
            #expect(
                await staff.readiness()
                    == ["on the portal 'main' crm.deal can't be asked for changes: no; b: no"])
            // That the portal has answered says nothing of the list.
            await staff.heard(.asked(nil), of: "main")
            await staff.heard(.unread([]), of: "other")
            #expect(await staff.readiness().count == 1)
            await staff.heard(.unread([]), of: "main")
            #expect(await staff.readiness().isEmpty)
        }
    }

    // MARK: Jobs

    @Test func `missed and late slots are over with a good run of their portal`() async throws {
        try await withStaff { staff, desk in
            let due = Moment(unixSeconds: 0)
            let slot = SlotDecision(due: due, outcome: .skip(reason: "it was missed"))
            await staff.heard(.missed("a.lua", portal: "main", count: 1, last: slot))
            await staff.heard(.late("a.lua", portal: "main", due: due, now: Moment(unixSeconds: 90)))
            #expect(await kinds(desk) == [.missed, .late])
            try await end(.done, telling: staff)
            #expect(await desk.open.isEmpty)
        }
    }

    @Test func `a script that fails too often is paused, and both are told until it is resumed and runs well`()
        async throws
    {
        try await withStaff { staff, desk in
            try await end(.dead(reason: "it broke"), telling: staff)
            #expect(await kinds(desk) == [.failed])
            try await end(.dead(reason: "it broke"), telling: staff)
            #expect(await kinds(desk) == [.failed, .paused])
            #expect(try await place.ledger.untold().isEmpty)
            await staff.ledgerChanged()
            #expect(await kinds(desk) == [.failed, .paused])
            try await place.ledger.resume(portal: "main", script: "a.lua")
            await staff.ledgerChanged()
            #expect(await kinds(desk) == [.failed])
            try await end(.done, telling: staff)
            #expect(await desk.open.isEmpty)
        }
    }

    @Test func `a pause by a person is not told as the program's own`() async throws {
        try await withStaff { staff, desk in
            let claims = [try await claim(), try await claim()]
            try await place.ledger.pause(
                portal: "main", script: "a.lua", reason: "holidays", by: "anna", now: place.now)
            for claim in claims {
                _ = try await place.ledger.finish(claim, .dead(reason: "it broke"), now: place.now)
                await staff.ended(claim, outcome(.dead(reason: "it broke")))
            }
            #expect(await kinds(desk) == [.failed])
        }
    }

    @Test func `a failure that the program's end kept from being told is told at the next start, once`() async throws {
        try await end(.interrupted(reason: "look"), telling: nil)
        try await withStaff { staff, desk in
            await staff.catchUp()
            #expect(await kinds(desk) == [.interrupted])
            let waiting = try await place.waiting(.mail)
            #expect(waiting.count == 1)
        }
        try await withStaff { staff, _ in
            await staff.catchUp()
            let waiting = try await place.waiting(.mail)
            #expect(waiting.count == 1)
        }
    }

    @Test func `a pause that the program's end kept from being told is told at the next start`() async throws {
        for _ in 1...2 { try await end(.dead(reason: "it broke"), telling: nil) }
        try await place.ledger.pause(
            portal: "main", script: "a.lua", reason: "it failed", by: "serve", now: place.now)
        try await withStaff { staff, desk in
            await staff.catchUp()
            #expect(await kinds(desk) == [.failed, .paused])
        }
    }

    @Test func `a job that takes the program down again and again is told of`() async throws {
        _ = try await place.ledger.addJob(portal: "main", script: "a.lua", by: "anna", now: place.now)
        let lost = AbandonedJobs(ledger: place.ledger, owner: "new", clock: place.clock, logger: place.logger)
        for _ in 1...5 {
            _ = try await place.ledger.claim(
                most: 1, limits: JobLimits(standard: 1), now: place.now, lease: place.now.adding(seconds: 60),
                owner: "old")
            try await lost.settle()
        }
        #expect(try await place.ledger.jobs(most: 1).first?.state == .dead)
        try await withStaff { staff, desk in
            await staff.catchUp()
            #expect(await kinds(desk) == [.failed])
        }
    }

    // MARK: What is in the way

    @Test func `a dead credential is in the way until the portal answers, whatever came of that run`() async throws {
        try await withStaff { staff, desk in
            let claim = try await claim()
            await staff.ended(claim, outcome(.snoozed(until: place.now, reason: "refused"), dead: true))
            #expect(await staff.readiness().count == 1)
            await staff.ended(claim, outcome(.retry(at: place.now, reason: "no network")))
            #expect(await staff.readiness().count == 1)
            await staff.ended(claim, outcome(.dead(reason: "no such deal"), answered: true))
            #expect(await staff.readiness().isEmpty)
            #expect(await kinds(desk) == [.failed])
        }
    }

    @Test func `trouble with the disk is over with the first end of a run that is recorded`() async throws {
        try await withStaff { staff, desk in
            await staff.disturbed(.full(path: "l"))
            await staff.disturbed(.busy)
            #expect(await staff.readiness().count == 1)
            try await end(.retry(at: place.now, reason: "later"), telling: staff)
            #expect(await staff.readiness().isEmpty)
            #expect(await desk.open.isEmpty)
        }
    }

    @Test func `trouble with the disk that was told before a restart is over when the ledger is well`() async throws {
        try await withStaff { staff, _ in await staff.disturbed(.full(path: "l")) }
        try await withStaff { staff, desk in
            #expect(await kinds(desk) == [.disk])
            await staff.undisturbed()
            #expect(await desk.open.isEmpty)
        }
    }

    @Test func `a portal that is silent for minutes is told of until it answers, by whatever`() async throws {
        try await withStaff { staff, desk in
            let away = PortalError(code: "UNREACHABLE", message: "no route to host", method: "crm.deal.list")
            await staff.asked("main", away)
            place.pass(299)
            await staff.asked("main", away)
            #expect(await desk.open.isEmpty)
            place.pass(1)
            let claim = try await claim()
            var outcome = outcome(.retry(at: place.now, reason: "no route"))
            outcome.isUnanswered = true
            await staff.ended(claim, outcome)
            #expect(await kinds(desk) == [.unreachable])
            // Events are taken all the same.
            #expect(await staff.readiness().isEmpty)
            await staff.asked("main", nil)
            #expect(await desk.open.isEmpty)
        }
    }

    @Test func `a script that can't be loaded is told of until it can, also over a restart`() async throws {
        try await withStaff(["a.lua", "b.lua"]) { staff, desk in
            await staff.heard([
                .refused("a.lua", reason: "line 1: no", goesOn: true), .refused("b.lua", reason: "no", goesOn: false),
            ])
            #expect(await desk.open.map(\.subject) == ["a.lua", "b.lua"])
            await staff.heard([.mended("b.lua")])
            #expect(await desk.open.map(\.subject) == ["a.lua"])
        }
        try await withStaff { staff, desk in
            #expect(await kinds(desk) == [.broken])
            await staff.catchUp()
            #expect(await desk.open.isEmpty)
        }
    }

    // MARK: What is gone

    @Test func `a script that is removed is forgotten by all portals`() async throws {
        try await withStaff { staff, desk in
            for portal in ["main", "other"] {
                await desk.happened(.loop, portal: portal, subject: "a.lua", "it goes round")
            }
            await desk.happened(.failed, portal: "main", subject: "b.lua", "it broke")
            await staff.heard([.removed("a.lua")])
            #expect(await desk.open.map(\.subject) == ["b.lua"])
        }
    }

    @Test func `scripts and portals that went while the program was stopped are forgotten at its start`() async throws {
        try await withStaff(["a.lua", "gone.lua"]) { _, desk in
            for (kind, portal, subject) in [
                (.failed, "main", "gone.lua"), (.failed, "gone", "a.lua"), (.credential, "gone", "gone"),
                (.missed, "", "a.lua"), (.failed, "main", "a.lua"), (.credential, "main", "main"),
                (.disk, "", "ledger"),
            ] as [(AlertKind, String, String)] {
                await desk.happened(kind, portal: portal, subject: subject, "it broke")
            }
        }
        try await withStaff { staff, desk in
            await staff.catchUp()
            #expect(await Set(desk.open.map(\.subject)) == ["a.lua", "main", "ledger"])
            #expect(await desk.open.allSatisfy { $0.portal == "main" || $0.kind == .disk })
        }
    }
}
