import DemoPortal
import Foundation
import JSON
import Ledger
import Testing

/// The real `lunokhod serve` with the demo portal over real HTTP.
@Suite struct ServeTests {
    private let seen = """
        return handler {
          on = { "ONCRMDEALADD", "ONCRMDEALUPDATE" },
          scopes = { "crm" },
          run = function(event)
            local deal = b24.crm.deal.get { id = event.id }
            log.info("saw " .. event.name .. " of " .. deal.TITLE)
          end,
        }
        """

    private func portal(_ handler: String? = nil) -> DemoPortal {
        var options = DemoPortalOptions()
        options.deals = 10
        if let handler {
            options.outgoingWebhooks = [
                OutgoingWebhook(
                    events: ["ONCRMDEALADD", "ONCRMDEALUPDATE"], handler: handler,
                    applicationToken: ServedWorkspace.token)
            ]
        }
        return DemoPortal(options: options)
    }

    private func served(_ scripts: [String: String], _ address: DemoPortalAddress) throws -> ServedWorkspace {
        let workspace = try Workspace()
        try FileManager.default.createDirectory(
            atPath: "\(workspace.path)/scripts", withIntermediateDirectories: true)
        for (name, text) in scripts { try workspace.write("scripts/\(name)", text) }
        return ServedWorkspace(
            workspace: workspace,
            environment: [
                "LUNOKHOD_WEBHOOK": address.webhook, "LUNOKHOD_EVENTS_TOKEN": ServedWorkspace.token,
                "PATH": "/usr/bin:/bin",
            ])
    }

    private func jobs(_ served: ServedWorkspace, _ states: Set<JobState> = []) async throws -> [Job] {
        let ledger = try served.ledger()
        defer { ledger.close() }
        return try await ledger.jobs(JobFilter(states: states), most: 1_000)
    }

    private func soon(
        _ isSo: () async throws -> Bool, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let isReached = try await ServedWorkspace.until(isSo)
        #expect(isReached, sourceLocation: sourceLocation)
    }

    private func log(_ served: ServedWorkspace) async throws -> [String] {
        let ledger = try served.ledger()
        defer { ledger.close() }
        var lines: [String] = []
        for run in try await ledger.runs(most: 1_000) {
            lines += try await ledger.run(run.id)?.log.map(\.text) ?? []
        }
        return lines
    }

    @Test func `a deal that is added in the portal is seen by a handler, once`() async throws {
        let port = LoopbackPort.free()
        let portal = portal("http://127.0.0.1:\(port)/events/main")
        try await portal.serve { address in
            let served = try served(["seen.lua": seen], address)
            let ending = try await served.serve(listen: port) { _ in
                _ = portal.answer("crm.deal.add", ["fields": ["TITLE": "Слон"]])
                try await soon { try await !jobs(served, [.done]).isEmpty }
            }
            #expect(ending.isClean, "\(ending.log)")
            #expect(try await log(served) == ["saw ONCRMDEALADD of Слон"])
            #expect(!ending.log.contains(ServedWorkspace.token))
            #expect(!ending.log.contains(portal.options.webhookCode))
        }
    }

    @Test func `an event that was acknowledged outlasts kill -9, and is worked on after the next start`() async throws {
        let portal = portal()
        try await portal.serve { address in
            // It waits long enough to be cut off.
            let slow = seen.replacingOccurrences(
                of: "run = function(event)", with: "coalesce = \"5s\",\n  run = function(event)")
            let served = try served(["seen.lua": slow], address)
            try await served.serve { start in
                for id in 1...5 {
                    let status = try await ServedWorkspace.post("ONCRMDEALUPDATE", id: id, at: id, to: start.port)
                    #expect(status == 200)
                }
                start.kill()
            }
            #expect(try await jobs(served).count == 5)
            try await served.serve { _ in
                try await soon { try await jobs(served, [.done]).count == 5 }
            }
            let ledger = try served.ledger()
            #expect(try await ledger.runs(RunFilter(outcome: "done"), most: 100).count == 5)
        }
    }

    @Test func `the same event is taken once, and events that wait for one deal become one run`() async throws {
        let portal = portal()
        try await portal.serve { address in
            // Long enough for all of them to come, however busy the machine is.
            let patient = seen.replacingOccurrences(
                of: "run = function(event)", with: "coalesce = \"15s\",\n  run = function(event)")
            let served = try served(["seen.lua": patient], address)
            try await served.serve { start in
                for time in [100, 100, 101, 102] {
                    let status = try await ServedWorkspace.post("ONCRMDEALUPDATE", id: 3, at: time, to: start.port)
                    #expect(status == 200)
                }
                try await soon { try await !jobs(served, [.done]).isEmpty }
            }
            let ledger = try served.ledger()
            #expect(try await ledger.events(most: 10).count == 3)
            let done = try await jobs(served)
            #expect(done.count == 1)
            #expect(done.first?.merged == 2)
        }
    }

    @Test func `strangers, unknown portals and nonsense leave no trace`() async throws {
        let portal = portal()
        try await portal.serve { address in
            let served = try served(["seen.lua": seen], address)
            let ending = try await served.serve { start in
                let wrong = try await ServedWorkspace.post("ONCRMDEALADD", id: 1, at: 1, to: start.port, token: "open")
                #expect(wrong == 403)
                let unknown = try await ServedWorkspace.post("ONCRMDEALADD", id: 1, at: 1, to: start.port, portal: "x")
                #expect(unknown == 404)
                let deep = "a" + String(repeating: "[b]", count: 200) + "=1"
                let status = try await ServedWorkspace.post(Array(deep.utf8), to: start.port)
                #expect(status == 400)
                #expect(try await ServedWorkspace.get("/readyz", port: start.operations).status == 200)
                let metrics = try await ServedWorkspace.get("/metrics", port: start.operations).text
                #expect(metrics.contains("lunokhod_scripts 1"))
            }
            let ledger = try served.ledger()
            #expect(try await ledger.events(most: 10).isEmpty)
            #expect(!ending.log.contains("open"))
        }
    }

    @Test func `a second daemon on the same ledger is refused, and says whose it is`() async throws {
        let portal = portal()
        try await portal.serve { address in
            let served = try served(["seen.lua": seen], address)
            try await served.serve { start in
                let program = Program(workspace: served.workspace, environment: served.environment)
                let second = try await program.run("serve", "--listen", "off", "--operations", "off")
                #expect(second.code == 1)
                #expect(second.errors.contains("\(start.process)"), "\(second.errors)")
            }
        }
    }

    @Test func `a port that is in use is told in a sentence, and the program ends`() async throws {
        let portal = portal()
        try await portal.serve { address in
            let served = try served(["seen.lua": seen], address)
            let program = Program(workspace: served.workspace, environment: served.environment)
            let result = try await program.run("serve", "--listen", "\(address.port)", "--operations", "off")
            #expect(result.code == 1)
            #expect(result.errors.contains("lunokhod: ") && result.errors.contains("in use"), "\(result.errors)")
            let unset = try await program.run("serve", "--listen", "nowhere")
            #expect(unset.code == 2)
        }
    }

    @Test func `a broken new text of a script is refused and the old one goes on`() async throws {
        let portal = portal()
        try await portal.serve { address in
            let served = try served(["seen.lua": seen], address)
            let ending = try await served.serve { start in
                try served.workspace.write("scripts/seen.lua", "return handler { on = ")
                start.reload()
                try await soon {
                    try await ServedWorkspace.get("/metrics", port: start.operations).text
                        .contains("lunokhod_scripts_broken 1")
                }
                let status = try await ServedWorkspace.post("ONCRMDEALADD", id: 2, at: 1, to: start.port)
                #expect(status == 200)
                try await soon { try await !jobs(served, [.done]).isEmpty }
                try FileManager.default.removeItem(atPath: "\(served.workspace.path)/scripts/seen.lua")
                try await soon {
                    try await ServedWorkspace.get("/metrics", port: start.operations).text
                        .contains("lunokhod_scripts 0")
                }
            }
            #expect(ending.log.contains("so it goes on as it was"))
            #expect(ending.log.contains("the script is gone"))
        }
    }

    @Test func `a script that is away for a moment is served again when it is back as it was`() async throws {
        let portal = portal()
        try await portal.serve { address in
            let served = try served(["seen.lua": seen], address)
            try await served.serve { start in
                let count = { (number: Int) in
                    try await ServedWorkspace.get("/metrics", port: start.operations).text
                        .contains("lunokhod_scripts \(number)\n")
                }
                let (file, other) = ("\(served.workspace.path)/scripts/seen.lua", "\(served.workspace.path)/seen.off")
                try FileManager.default.moveItem(atPath: file, toPath: other)
                try await soon { try await count(0) }
                try FileManager.default.moveItem(atPath: other, toPath: file)
                try await soon { try await count(1) }
            }
        }
    }

    @Test func `slots become jobs once each, whatever happens to the program`() async throws {
        let portal = portal()
        try await portal.serve { address in
            let tick = """
                return job { schedule = "* * * * * *", misfire = "all", catch_up = 1000, grace = "1s",
                  run = function(slot) store.increment(slot.at) end }
                """
            let served = try served(["tick.lua": tick], address)
            for _ in 0..<3 {
                let before = (try? await jobs(served, [.done]).count) ?? 0
                try await served.serve { start in
                    try await soon { try await jobs(served, [.done]).count >= before + 2 }
                    start.kill()
                }
            }
            let ledger = try served.ledger()
            let slots = try await ledger.slots(portal: "main", script: "scripts/tick.lua", most: 1_000).reversed()
            let dues = slots.map { $0.due.milliseconds / 1_000 }
            let first = try #require(dues.first)
            #expect(dues == Array(first..<(first + dues.count)), "a slot is missing")
            #expect(Set(try await jobs(served).map(\.cause)).count == (try await jobs(served).count))
        }
    }

    @Test func `a portal that can't send is asked for its changes`() async throws {
        let portal = portal()
        try await portal.serve { address in
            var served = try served(["seen.lua": seen], address)
            served.environment["LUNOKHOD_WEBHOOK"] = nil
            served.environment["LUNOKHOD_EVENTS_TOKEN"] = nil
            try served.workspace.write("webhook", address.webhook, mode: 0o600)
            try served.workspace.write(
                "lunokhod.yaml",
                "portals:\n  demo:\n    webhook_file: webhook\n    events:\n      pull: poll\n      every: 5\n")
            let fixed = served
            try await fixed.serve { _ in
                // The first look only tells where to begin.
                let ledger = try fixed.ledger()
                try await soon {
                    try await ledger.cursor(portal: "demo", name: "poll.crm.deal") != nil
                }
                _ = portal.answer("crm.deal.add", ["fields": ["TITLE": "Жираф"]])
                try await soon { try await !jobs(fixed, [.done]).isEmpty }
            }
            #expect(try await log(fixed).contains("saw ONCRMDEALADD of Жираф"))
        }
    }

    @Test func `people are told of a failure once, and of its end`() async throws {
        let portal = portal()
        try await portal.serve { address in
            let fails = """
                return handler { on = { "ONCRMDEALADD" }, retry = { attempts = 2, delay = 1 },
                  run = function(event) if event.id < 9 then error("no luck with " .. event.id) end end }
                """
            var served = try served(["fails.lua": fails], address)
            try served.workspace.write(
                "tell.sh", "#!/bin/sh\n{ echo \"$LUNOKHOD_ALERT_KIND $LUNOKHOD_ALERT_OCCASION\"; cat; } >> told.txt\n",
                mode: 0o700)
            try served.workspace.write("lunokhod.yaml", "alerts:\n  command: [\"./tell.sh\"]\n")
            served.environment["HOME"] = served.workspace.path
            let fixed = served
            try await fixed.serve { start in
                for id in 1...2 {
                    _ = try await ServedWorkspace.post("ONCRMDEALADD", id: id, at: id, to: start.port)
                }
                try await soon { try await jobs(fixed, [.dead]).count == 2 }
                _ = try await ServedWorkspace.post("ONCRMDEALADD", id: 9, at: 9, to: start.port)
                try await soon {
                    String(decoding: fixed.workspace.read("told.txt") ?? [], as: UTF8.self).contains("over")
                }
            }
            let told = String(decoding: fixed.workspace.read("told.txt") ?? [], as: UTF8.self)
            #expect(told.components(separatedBy: "failed began").count == 2, "\(told)")
            #expect(told.contains("no luck with"))
            #expect(told.contains("failed over"))
        }
    }
}
