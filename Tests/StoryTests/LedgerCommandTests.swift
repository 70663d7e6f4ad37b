import FoundationEssentials
import JSON
import Ledger
import Testing

/// The commands around `lunokhod serve`, by the real program on a ledger that was made here.
@Suite struct LedgerCommandTests {
    private let workspace: Workspace
    private let ledger: Ledger
    private let start = Stamp(milliseconds: 1_790_000_000_000)

    init() throws {
        workspace = try Workspace()
        ledger = try Ledger(path: "\(workspace.path)/.lunokhod/ledger.sqlite", role: .beside)
        try FileManager.default.createDirectory(
            atPath: "\(workspace.path)/scripts", withIntermediateDirectories: true)
        let job = "return job { title = 't', schedule = '0 8 * * *', run = function() end }"
        for name in ["weekly", "cleaner"] { try workspace.write("scripts/\(name).lua", job) }
    }

    private func run(_ arguments: String...) async throws -> Program.Result {
        let environment = ["LUNOKHOD_ZONE": "Europe/Moscow", "USER": "anna", "LANG": "C.UTF-8"]
        return try await Program(workspace: workspace, environment: environment).run(arguments)
    }

    private func json(_ arguments: String...) async throws -> (JSONValue, Int) {
        let environment = ["LUNOKHOD_ZONE": "Europe/Moscow", "USER": "anna"]
        let result = try await Program(workspace: workspace, environment: environment).run(arguments + ["--json"])
        return (try JSONValue(parsing: Array(result.output.utf8)), result.code)
    }

    /// A job whose only run has made a change and ended so.
    private func job(_ script: String = "scripts/weekly.lua", ending: Ending, writes: Bool = true) async throws -> Int {
        let id = try await ledger.addJob(portal: "main", script: script, by: "ivan", now: start)
        let claims = try await ledger.claim(
            most: 1, limits: JobLimits(), now: start,
            lease: start.adding(seconds: 60), owner: "test")
        let claim = try #require(claims.first)
        try await ledger.note(run: claim.run, lines: [LogLine(at: start, level: "info", text: "counting deals")])
        if writes {
            let write = try await ledger.noteWrite(
                run: claim.run, method: "crm.deal.update", entity: "crm.deal:5", now: start)
            try await ledger.settleWrite(write, .answered, now: start)
        }
        _ = try await ledger.finish(claim, ending, now: start.adding(seconds: 2))
        return id
    }

    @Test("where nothing was served, a command says so and what to do")
    func nothing() async throws {
        let empty = Program(workspace: try Workspace())
        let result = try await empty.run("runs")
        #expect(result.code == 1 && result.output.isEmpty)
        #expect(result.errors.contains("nothing has been served here yet"))
        #expect(result.errors.contains("start `lunokhod serve`"))
        #expect(try Workspace().names().isEmpty)
    }

    @Test("jobs are listed with their outcomes, and by state")
    func list() async throws {
        let dead = try await job(ending: .dead(reason: "the portal said no"))
        _ = try await job("scripts/cleaner.lua", ending: .done)
        let all = try await run("runs")
        #expect(all.code == 0 && all.output.contains("done after 2.0 s"))
        #expect(all.output.contains("the portal said no"))
        let (told, code) = try await json("runs", "--state", "dead", "--script", "weekly")
        #expect(code == 0)
        #expect(told["jobs"]?.array?.compactMap { $0["id"]?.integer } == [dead])
        #expect(told["jobs"]?[0]?["created"]?.string?.hasSuffix("+03:00") == true)
        let wrong = try await run("runs", "--script", "weakly")
        #expect(wrong.code == 2 && wrong.errors.contains("did you mean 'weekly'?"))
        let state = try await run("runs", "--state", "ded")
        #expect(state.code == 2 && state.errors.contains("did you mean 'dead'?"))
    }

    @Test("one job is shown with its log, its changes and its reason")
    func page() async throws {
        let id = try await job(ending: .interrupted(reason: "the host ended"))
        let page = try await run("runs", "\(id)")
        #expect(page.code == 0)
        for text in ["job \(id)", "by ivan", "counting deals", "✓ crm.deal.update crm.deal:5: done", "the host ended"] {
            #expect(page.output.contains(text), "\(text) in \(page.everything)")
        }
        let (told, _) = try await json("runs", "\(id)")
        #expect(told["runs"]?[0]?["writes"]?[0]?["state"] == "answered")
        #expect(try await run("runs", "99").code == 1)
    }

    @Test("a dead job is retried, and one that is done is not")
    func retry() async throws {
        let dead = try await job(ending: .dead(reason: "no"), writes: false)
        let done = try await job(ending: .done)
        let result = try await run("retry", "\(dead)", "\(done)", "99")
        #expect(result.code == 1)
        #expect(result.output.contains("✓ job \(dead) waits again"))
        #expect(result.output.contains("✗ job \(done) is done"))
        #expect(result.output.contains("✗ job 99 does not exist"))
        #expect(try await ledger.job(dead)?.state == .waiting)
    }

    @Test("all dead jobs of a script are retried, and no other's")
    func allDead() async throws {
        let first = try await job(ending: .dead(reason: "no"), writes: false)
        let second = try await job("scripts/cleaner.lua", ending: .dead(reason: "no"))
        let (told, code) = try await json("runs", "retry", "--all-dead", "--script", "weekly")
        #expect(code == 0 && told["ok"] == true)
        #expect(try await ledger.job(first)?.state == .waiting)
        #expect(try await ledger.job(second)?.state == .dead)
    }

    @Test(
        "a job that ended after a change is run again only with --yes",
        arguments: [Ending.interrupted(reason: "the host ended"), .dead(reason: "no"), .cancelled(reason: "stop")])
    func confirmation(ending: Ending) async throws {
        let id = try await job(ending: ending)
        let asked = try await run("retry", "\(id)")
        #expect(
            asked.code == 1 && asked.output.contains("crm.deal.update crm.deal:5") && asked.output.contains("--yes"))
        #expect(try await ledger.job(id)?.state != .waiting)
        #expect(try await run("retry", "\(id)", "--yes").code == 0)
        #expect(try await ledger.job(id)?.state == .waiting)
        let harmless = try await job("scripts/cleaner.lua", ending: .interrupted(reason: "x"), writes: false)
        #expect(try await run("retry", "\(harmless)").code == 0)
    }

    @Test("a waiting job is cancelled by whoever asks, with the reason")
    func cancel() async throws {
        let id = try await ledger.addJob(portal: "main", script: "scripts/weekly.lua", by: "ivan", now: start)
        #expect(try await run("cancel", "\(id)", "--reason", "done by hand").code == 0)
        let job = try await ledger.job(id)
        #expect(job?.state == .cancelled && job?.reason == "cancelled by anna: done by hand")
        #expect(try await run("cancel", "\(id)").code == 1)
    }

    @Test("all jobs of a script that is gone are cancelled at once, and no other's")
    func cancelAll() async throws {
        let other = try await job("scripts/weekly.lua", ending: .dead(reason: "no"), writes: false)
        let dead = try await job("scripts/old.lua", ending: .dead(reason: "no"))
        let waiting = try await ledger.addJob(portal: "main", script: "scripts/old.lua", by: "ivan", now: start)
        let elsewhere = try await ledger.addJob(portal: "perm", script: "scripts/old.lua", by: "ivan", now: start)
        let (told, code) = try await json("cancel", "--script", "scripts/old.lua", "--portal", "main")
        #expect(code == 0 && told["ok"] == true && told["cancelled"] == 2 && told["script"] == "scripts/old.lua")
        #expect(try await ledger.job(elsewhere)?.state == .waiting)
        let rest = try await run("cancel", "--script", "scripts/old.lua", "--reason", "not needed")
        #expect(rest.code == 0 && rest.output == "✓ scripts/old.lua: 1 job is cancelled\n", "\(rest.everything)")
        for id in [dead, waiting, elsewhere] { #expect(try await ledger.job(id)?.state == .cancelled) }
        #expect(try await ledger.job(elsewhere)?.reason == "cancelled by anna: not needed")
        #expect(try await ledger.job(other)?.state == .dead)
        let none = try await run("cancel", "--script", "scripts/old.lua")
        #expect(none.code == 0 && none.errors.contains("no job of scripts/old.lua waits"))
        for wrong in [["cancel"], ["cancel", "1", "--script", "weekly"], ["cancel", "1", "--portal", "main"]] {
            let result = try await Program(workspace: workspace).run(wrong)
            #expect(result.code == 2, "\(wrong)")
        }
    }

    @Test("all failed jobs of a script are retried, those that had changed something only with --yes")
    func retryAll() async throws {
        let dead = try await job(ending: .dead(reason: "no"), writes: false)
        let interrupted = try await job(ending: .interrupted(reason: "the host ended"))
        let other = try await job("scripts/cleaner.lua", ending: .dead(reason: "no"), writes: false)
        #expect(try await run("retry", "--script", "weekly").code == 1)
        #expect(try await ledger.job(dead)?.state == .waiting)
        #expect(try await ledger.job(interrupted)?.state == .interrupted)
        #expect(try await run("retry", "--script", "weekly", "--yes").code == 0)
        #expect(try await ledger.job(interrupted)?.state == .waiting)
        #expect(try await ledger.job(other)?.state == .dead)
        let none = try await run("retry", "--script", "weekly")
        #expect(none.code == 0 && none.errors.contains("no job is dead or interrupted"))
    }

    @Test("events show what became of them, and one shows its body")
    func events() async throws {
        let reception = try await ledger.record(
            Arrival(
                portal: "main", name: "ONCRMDEALUPDATE", source: "online", identity: "a", lane: "crm.deal:5", at: start,
                body: Array(#"{"event":"ONCRMDEALUPDATE","data":{"FIELDS":{"ID":"5"}}}"#.utf8),
                subscriptions: [Subscription(script: "scripts/weekly.lua", coalesces: true)]))
        guard case .recorded(let event, let outcomes) = reception, case .added(let job)? = outcomes.first else {
            return #expect(Bool(false), "\(reception)")
        }
        let list = try await run("events", "--entity", "crm.deal:5", "--name", "oncrmdealupdate")
        #expect(list.output.contains("waiting (\(job))"), "\(list.everything)")
        let page = try await run("events", "\(event)")
        #expect(page.output.contains("      \"ID\": \"5\"") && page.output.contains("scripts/weekly.lua: waiting"))
        let (told, code) = try await json("events", "\(event)")
        #expect(code == 0 && told["body"]?["data"]?["FIELDS"]?["ID"] == "5")
        #expect(try await run("events", "--entity", "crm.deal:6").output.isEmpty)
    }

    @Test("a script is paused with who and why, and resumed")
    func pause() async throws {
        let wrong = try await run("pause", "weekl")
        #expect(wrong.code == 2 && wrong.errors.contains("did you mean 'weekly'?"))
        #expect(try await run("pause", "weekly", "--reason", "prices change").code == 0)
        let paused = try #require(try await ledger.paused().first)
        #expect(paused.script == "scripts/weekly.lua" && paused.portal == "main")
        #expect(paused.by == "anna" && paused.reason == "prices change")
        #expect(try await run("resume", "cleaner").code == 1)
        #expect(try await run("resume", "--all").code == 0)
        #expect(try await ledger.paused().isEmpty)
    }

    @Test("a backup is a ledger of its own, and replaces nothing")
    func backup() async throws {
        let id = try await job(ending: .done)
        let result = try await run("backup", "copy.sqlite")
        #expect(result.code == 0 && result.output.hasPrefix("→ copy.sqlite ("))
        let copy = try Ledger(path: "\(workspace.path)/copy.sqlite", role: .beside)
        #expect(try await copy.job(id)?.state == .done)
        copy.close()
        let again = try await run("backup", "copy.sqlite")
        #expect(again.code == 1 && again.errors.contains("already"))
    }

    @Test("with --json each job is told with what became of it, and the exit code is that of the page")
    func deedsOfJobs() async throws {
        let dead = try await job(ending: .dead(reason: "no"), writes: false)
        for command in ["retry", "cancel"] {
            let (told, code) = try await json(command, "\(dead)", "99")
            let jobs = try #require(told["jobs"]?.array)
            #expect(code == 1 && told["ok"] == false && jobs.count == 2, "\(told)")
            #expect(jobs.map { $0["job"] } == [.integer(dead), 99] && jobs.map { $0["done"] } == [true, false])
            #expect(jobs.allSatisfy { $0["text"]?.string?.isEmpty == false }, "\(told)")
        }
        let (told, code) = try await json("retry", "\(dead)")
        #expect(code == 0 && told["ok"] == true && told["jobs"]?[0]?["text"] == "waits again")
    }

    @Test("with --json each script that is paused or resumed is told with what became of it")
    func deedsOfScripts() async throws {
        for command in ["pause", "resume"] {
            let (told, code) = try await json(command, "weekly")
            let scripts = try #require(told["scripts"]?.array)
            #expect(code == 0 && told["ok"] == true && scripts.count == 1, "\(told)")
            #expect(scripts.first?["script"] == "scripts/weekly.lua" && scripts.first?["done"] == true)
            #expect(scripts.first?["text"]?.string?.isEmpty == false, "\(told)")
        }
        let (told, code) = try await json("resume", "--all")
        #expect(code == 0 && told == ["ok": true, "scripts": []])
    }

    @Test("with --json a backup is told with its file and its size")
    func backupAsJSON() async throws {
        let (told, code) = try await json("backup", "copy.sqlite")
        #expect(code == 0 && told["ok"] == true && told["file"] == "copy.sqlite", "\(told)")
        #expect(told["bytes"]?.integer == workspace.read("copy.sqlite")?.count)
    }

    @Test("the status ends with 1 and says what to do while something needs a person")
    func status() async throws {
        _ = try await job(ending: .dead(reason: "no"))
        try await ledger.pause(
            portal: "main", script: "scripts/cleaner.lua", reason: "too slow", by: "anna", now: start)
        let page = try await run("status")
        #expect(page.code == 1)
        for text in ["does not run", "2 served, 0 broken, 1 paused", "1 dead", "start `lunokhod serve`", "too slow"] {
            #expect(page.output.contains(text), "\(text) in \(page.everything)")
        }
        let (told, code) = try await json("status")
        #expect(code == 1 && told["ok"] == false && told["jobs"]?["dead"] == 1)
        #expect(told["next"]?.array?.compactMap { $0["script"]?.string } == ["scripts/weekly.lua"])
    }

    @Test("the status ends with 0 while a daemon holds the ledger and all is well")
    func well() async throws {
        let daemon = try Ledger(path: ledger.path, role: .daemon)
        defer { daemon.close() }
        let (told, code) = try await json("status")
        #expect(code == 0 && told["concerns"] == [], "\(told)")
        #expect(told["daemon"]?["running"] == true && told["daemon"]?["pid"]?.integer != nil)
    }

    @Test("the schedule shows the next times, broken scripts, and what became of the last times")
    func schedule() async throws {
        try workspace.write("scripts/bad.lua", "for for")
        let (told, code) = try await json("schedule", "--count", "2")
        #expect(code == 1 && told["broken"]?[0]?["script"] == "scripts/bad.lua")
        #expect(told["scripts"]?[0]?["next"]?.array?.count == 2)
        #expect(told["scripts"]?[0]?["next"]?[0]?.string?.hasSuffix("T08:00:00+03:00") == true)
        let entry = SlotEntry(due: start, ready: start, skipped: "the one before it ran still")
        _ = try await ledger.settle(
            portal: "main", script: "scripts/weekly.lua", slots: [entry],
            plan: Plan(digest: "", through: start, next: nil), now: start)
        let past = try await run("schedule", "weekly", "--past")
        #expect(past.code == 0 && past.output.contains("skipped: the one before it ran still"), "\(past.everything)")
    }
}
