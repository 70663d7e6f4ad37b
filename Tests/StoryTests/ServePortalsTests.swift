import DemoPortal
import Foundation
import JSON
import Ledger
import Testing

/// One `lunokhod serve` with two portals, by the real program over real HTTP.
@Suite struct ServePortalsTests {
    /// Two portals that can be told apart by how many deals they have.
    private struct Two: Sendable {
        let moscow: DemoPortal
        let perm: DemoPortal
        let workspace: Workspace

        var environment: [String: String] { ["PATH": "/usr/bin:/bin", "USER": "anna"] }
        var served: ServedWorkspace { ServedWorkspace(workspace: workspace, environment: environment) }

        func run(_ arguments: String..., webhook: String? = nil) async throws -> Program.Result {
            var environment = environment
            environment["LUNOKHOD_WEBHOOK"] = webhook
            return try await Program(workspace: workspace, environment: environment).run(arguments)
        }

        func script(_ name: String, _ text: String) throws { try workspace.write("scripts/\(name)", text) }
    }

    private func serve(_ body: @escaping @Sendable (Two) async throws -> Void) async throws {
        var options = DemoPortalOptions()
        options.deals = 10
        let moscow = DemoPortal(options: options)
        options.deals = 13
        let perm = DemoPortal(options: options)
        let workspace = try Workspace()
        try FileManager.default.createDirectory(atPath: "\(workspace.path)/scripts", withIntermediateDirectories: true)
        try workspace.write("token", ServedWorkspace.token, mode: 0o600)
        var settings = "portal: moscow\nzone: UTC\nportals:\n"
        for name in ["moscow", "perm"] {
            settings += "  \(name): { webhook_file: \(name).webhook, events: { token_file: token } }\n"
        }
        try workspace.write("lunokhod.yaml", settings)
        try await moscow.serve { first in
            try await perm.serve { second in
                try workspace.write("moscow.webhook", first.webhook, mode: 0o600)
                try workspace.write("perm.webhook", second.webhook, mode: 0o600)
                try await body(Two(moscow: moscow, perm: perm, workspace: workspace))
            }
        }
    }

    private func counting(_ members: String) -> String {
        """
        return job { \(members) scopes = { "crm" }, run = function()
          log.info("deals: " .. rows(b24.crm.deal.list { select = { "ID" } }):count())
        end }
        """
    }

    private func handler(_ members: String) -> String {
        """
        return handler { \(members) on = { "ONCRMDEALADD" }, run = function(event) log.info("saw " .. event.id) end }
        """
    }

    private func soon(
        _ isSo: () async throws -> Bool, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let isReached = try await ServedWorkspace.until(isSo)
        #expect(isReached, sourceLocation: sourceLocation)
    }

    /// What the good runs of a script have logged, with their portals.
    private func log(of script: String, _ ledger: Ledger) async throws -> Set<String> {
        var found: Set<String> = []
        for job in try await ledger.jobs(JobFilter(script: "scripts/\(script)", states: [.done]), most: 100) {
            guard let run = job.run else { continue }
            for line in try await ledger.run(run)?.log ?? [] { found.insert("\(job.portal) \(line.text)") }
        }
        return found
    }

    @Test func `a handler has the events of its portal, a job the deals and the slots of its portal`() async throws {
        try await serve { two in
            try two.script("each.lua", handler(""))
            try two.script("bound.lua", handler(#"portal = "perm","#))
            try two.script("usual.lua", counting(#"schedule = "* * * * * *","#))
            try two.script("perm.lua", counting(#"portal = "perm", schedule = "* * * * * *","#))
            let ending = try await two.served.serve { start in
                let ledger = try two.served.ledger()
                defer { ledger.close() }
                for (id, portal) in [(5, "moscow"), (6, "perm")] {
                    let status = try await ServedWorkspace.post(
                        "ONCRMDEALADD", id: id, at: id, to: start.port, portal: portal)
                    #expect(status == 200)
                }
                for (script, logged) in [
                    "each.lua": ["moscow saw 5", "perm saw 6"], "bound.lua": ["perm saw 6"],
                    "usual.lua": ["moscow deals: 10"], "perm.lua": ["perm deals: 13"],
                ] {
                    try await soon { try await log(of: script, ledger) == Set(logged) }
                }
                let jobs = try await ledger.jobs(JobFilter(script: "scripts/bound.lua"), most: 10)
                #expect(jobs.map(\.portal) == ["perm"])
                #expect(try await ledger.slots(portal: "moscow", script: "scripts/perm.lua", most: 1).isEmpty)
            }
            #expect(ending.isClean, "\(ending.log)")
        }
    }

    @Test func `a job that gets another portal goes on there, and an old job of it doesn't run any more`() async throws
    {
        try await serve { two in
            try two.script("count.lua", counting(#"schedule = "* * * * * *","#))
            try await two.served.serve { _ in
                let ledger = try two.served.ledger()
                defer { ledger.close() }
                try await soon { try await log(of: "count.lua", ledger) == ["moscow deals: 10"] }
                try two.script("count.lua", counting(#"portal = "perm", schedule = "* * * * * *","#))
                try await soon { try await log(of: "count.lua", ledger).contains("perm deals: 13") }
                #expect(try await ledger.plans().mapValues { Array($0.keys) } == ["perm": ["scripts/count.lua"]])
                let old = try await ledger.addJob(
                    portal: "moscow", script: "scripts/count.lua", by: "anna", now: Stamp(milliseconds: 0))
                try await soon { try await ledger.job(old)?.state == .cancelled }
                let reason = try await ledger.job(old)?.reason
                #expect(reason == "scripts/count.lua is for the portal 'perm' now")
            }
        }
    }

    @Test func `only a portal whose scripts count working days is asked for them`() async throws {
        try await serve { two in
            try two.script("usual.lua", counting(#"schedule = "0 9 * * *","#))
            try two.script("perm.lua", counting(#"portal = "perm", schedule = "0 9 * * *", days = "working days","#))
            try await two.served.serve { _ in
                let ledger = try two.served.ledger()
                defer { ledger.close() }
                try await soon { try await ledger.cursor(portal: "perm", name: "calendar") != nil }
                #expect(try await ledger.cursor(portal: "moscow", name: "calendar") == nil)
            }
        }
    }

    @Test func `a portal that isn't there breaks the script, and the nearest one is named`() async throws {
        try await serve { two in
            try two.script("wrong.lua", counting(#"portal = "prem", schedule = "0 9 * * *","#))
            let sentence = "there is no portal 'prem' in lunokhod.yaml; did you mean 'perm'?"
            let ending = try await two.served.serve { start in
                let metrics = try await ServedWorkspace.get("/metrics", port: start.operations).text
                #expect(metrics.contains("lunokhod_scripts_broken 1"))
            }
            #expect(ending.log.contains(sentence), "\(ending.log)")
            let schedule = try await two.run("schedule")
            #expect(schedule.code == 1)
            #expect(schedule.output.contains("scripts/wrong.lua can't be loaded: \(sentence)"), "\(schedule.output)")
            let run = try await two.run("run", "scripts/wrong.lua")
            #expect(run.code == 1 && run.errors.contains("scripts/wrong.lua: \(sentence)"), "\(run.everything)")
            let check = try await two.run("portal", "check")
            #expect(check.code == 1 && check.output.contains(sentence), "\(check.everything)")
        }
    }

    @Test func `a run by hand is on the script's portal, unless another is asked for`() async throws {
        try await serve { two in
            try two.script("count.lua", counting(#"portal = "perm","#))
            try two.script("plain.lua", "print(rows(b24.crm.deal.list { select = { 'ID' } }):count())")
            let own = try await two.run("run", "scripts/count.lua")
            #expect(own.code == 0 && own.errors.contains("deals: 13"), "\(own.everything)")
            let asked = try await two.run("run", "scripts/count.lua", "--portal", "moscow")
            #expect(asked.code == 0 && asked.errors.contains("deals: 10"), "\(asked.everything)")
            #expect(try await two.run("run", "scripts/plain.lua").output == "10\n")
            let check = try await two.run("portal", "check").output
            #expect(check.contains("is for another portal; check it there with --portal perm"), "\(check)")
            #expect(try await !two.run("portal", "check", "--portal", "perm").output.contains("is for another"))
            let webhook = String(decoding: two.workspace.read("moscow.webhook") ?? [], as: UTF8.self)
            let named = try await two.run("run", "scripts/count.lua", webhook: webhook)
            #expect(named.code == 0 && named.errors.contains("deals: 10"), "\(named.everything)")
            #expect(named.errors.contains("is for the portal 'perm', but LUNOKHOD_WEBHOOK is set"), "\(named.errors)")
        }
    }

    @Test func `titles that a script names while it loads are those of its portal`() async throws {
        try await serve { two in
            _ = two.perm.answer(
                "crm.deal.userfield.add",
                [
                    "fields": [
                        "FIELD_NAME": "ELEPHANT", "USER_TYPE_ID": "string", "EDIT_FORM_LABEL": "Слон",
                        "LIST_COLUMN_LABEL": "Слон",
                    ]
                ])
            let script = """
                local code = b24.fields.deal["Слон"]
                return job { PORTAL schedule = "0 9 * * *", run = function() log.info("code " .. code) end }
                """
            try two.script("perm.lua", script.replacingOccurrences(of: "PORTAL", with: #"portal = "perm","#))
            let run = try await two.run("run", "scripts/perm.lua")
            #expect(run.code == 0 && run.errors.contains("code UF_CRM_ELEPHANT"), "\(run.everything)")
            #expect(try await two.run("schedule").code == 0)
            try two.script("usual.lua", script.replacingOccurrences(of: "PORTAL", with: ""))
            let schedule = try await two.run("schedule")
            #expect(schedule.output.contains("scripts/usual.lua can't be loaded"), "\(schedule.output)")
            #expect(!schedule.output.contains("scripts/perm.lua can't"), "\(schedule.output)")
        }
    }

    @Test func `the commands beside serve know where a script runs`() async throws {
        try await serve { two in
            try two.script("each.lua", handler(""))
            try two.script("perm.lua", counting(#"portal = "perm", schedule = "0 9 * * *","#))
            try await two.served.serve { _ in }
            let schedule = try await two.run("schedule")
            #expect(schedule.output.contains("0 9 * * * in UTC on perm"), "\(schedule.output)")
            let json = try JSONValue(parsing: Array(try await two.run("schedule", "--json").output.utf8))
            #expect(json["scripts"]?[0]?["portal"] == "perm")
            #expect(try await two.run("status").output.contains("scripts/perm.lua on perm"))

            let paused = try await two.run("pause", "perm", "each")
            #expect(paused.code == 0 && paused.output.contains("is paused on moscow"), "\(paused.everything)")
            let ledger = try two.served.ledger()
            defer { ledger.close() }
            let rows = try await ledger.paused().map { "\($0.script) on \($0.portal)" }
            #expect(
                Set(rows) == ["scripts/each.lua on moscow", "scripts/each.lua on perm", "scripts/perm.lua on perm"])
            #expect(try await two.run("status").output.contains("scripts/perm.lua is paused on perm by anna"))
            #expect(try await two.run("schedule").output.contains("paused"))
            #expect(try await two.run("resume", "each", "--portal", "perm").code == 0)
            #expect(try await ledger.paused().count == 2)
            #expect(try await two.run("resume", "--all").code == 0)
            try two.script("perm.lua", "return job {")
            #expect(try await two.run("pause", "perm").code == 0)
            #expect(try await ledger.paused().map(\.portal) == ["perm"])
            let wrong = try await two.run("pause", "each", "--portal", "prem")
            #expect(wrong.code == 2 && wrong.errors.contains("did you mean 'perm'?"), "\(wrong.everything)")

            for portal in ["moscow", "perm"] {
                _ = try await ledger.addJob(
                    portal: portal, script: "scripts/each.lua", by: "anna", now: Stamp(milliseconds: 0))
            }
            let all = try await two.run("runs").output
            #expect(all.contains("scripts/each.lua on moscow") && all.contains("scripts/each.lua on perm"), "\(all)")
            let some = try await two.run("runs", "--portal", "perm", "--json")
            #expect(try JSONValue(parsing: Array(some.output.utf8))["jobs"]?.array?.count == 1, "\(some.everything)")
        }
    }
}
