import DemoPortal
import Foundation
import JSON
import Ledger
import Testing

/// The real `lunokhod serve` is told to read everything again.
@Suite struct ServeReloadTests {
    private let seen = """
        return handler {
          on = { "ONCRMDEALADD" },
          run = function(event)
            log.info("saw " .. b24.crm.deal.get { id = event.id }.TITLE)
          end,
        }
        """

    private func portal(_ title: String) -> DemoPortal {
        var options = DemoPortalOptions()
        options.deals = 1
        let portal = DemoPortal(options: options)
        _ = portal.answer("crm.deal.update", ["id": 1, "fields": ["TITLE": .string(title)]])
        return portal
    }

    private static let main = "portals:\n  main: { webhook_file: main.webhook, events: { token_file: token } }\n"

    private func served(_ scripts: [String: String], _ address: DemoPortalAddress) throws -> ServedWorkspace {
        let workspace = try Workspace()
        try FileManager.default.createDirectory(
            atPath: "\(workspace.path)/scripts", withIntermediateDirectories: true)
        for (name, text) in scripts { try workspace.write("scripts/\(name)", text) }
        try workspace.write("main.webhook", address.webhook, mode: 0o600)
        try workspace.write("token", ServedWorkspace.token, mode: 0o600)
        try workspace.write("lunokhod.yaml", Self.main)
        return ServedWorkspace(
            workspace: workspace, environment: ["PATH": "/usr/bin:/bin", "HOME": workspace.path])
    }

    private func soon(
        _ isSo: () async throws -> Bool, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let isReached = try await ServedWorkspace.until(isSo)
        #expect(isReached, sourceLocation: sourceLocation)
    }

    /// The lines of the log so far that have a text.
    private func lines(_ text: String, of served: ServedWorkspace) -> [Substring] {
        String(decoding: served.workspace.read(ServedWorkspace.log) ?? [], as: UTF8.self).split(separator: "\n")
            .filter { $0.contains(text) }
    }

    private func reload(
        _ start: ServedWorkspace.Start, until text: String, of served: ServedWorkspace, count: Int = 1
    ) async throws {
        let before = lines(text, of: served).count
        start.reload()
        try await soon { lines(text, of: served).count >= before + count }
    }

    private func logged(_ served: ServedWorkspace) async throws -> [String] {
        let ledger = try served.ledger()
        defer { ledger.close() }
        var lines: [String] = []
        for run in try await ledger.runs(most: 1_000) { lines += try await ledger.run(run.id)?.log.map(\.text) ?? [] }
        return lines
    }

    private func post(_ id: Int, at time: Int, to start: ServedWorkspace.Start, portal: String = "main") async throws
        -> Int
    {
        try await ServedWorkspace.post("ONCRMDEALADD", id: id, at: time, to: start.port, portal: portal)
    }

    private static let serving = "\"serving\""

    @Test func `a new webhook, a new portal and a new way to tell people are used without a restart`() async throws {
        let (first, second) = (portal("Слон"), portal("Жираф"))
        try await first.serve { one in
            try await second.serve { two in
                let served = try served(["seen.lua": seen], one)
                let ending = try await served.serve { start in
                    #expect(try await post(1, at: 1, to: start) == 200)
                    try await soon { try await logged(served) == ["saw Слон"] }
                    #expect(try await post(1, at: 2, to: start, portal: "other") == 404)

                    try served.workspace.write("main.webhook", two.webhook, mode: 0o600)
                    try await reload(start, until: Self.serving, of: served)
                    #expect(try await post(1, at: 3, to: start) == 200)
                    try await soon { try await logged(served).contains("saw Жираф") }

                    try served.workspace.write("other.webhook", one.webhook, mode: 0o600)
                    try served.workspace.write(
                        "tell.sh", "#!/bin/sh\necho \"$LUNOKHOD_ALERT_KIND\" >> told.txt\n", mode: 0o700)
                    try served.workspace.write(
                        "lunokhod.yaml",
                        Self.main + "  other: { webhook_file: other.webhook, events: { token_file: token } }\n"
                            + "portal: main\nalerts: { command: [./tell.sh] }\n")
                    try await reload(start, until: Self.serving, of: served)
                    #expect(try await post(1, at: 4, to: start, portal: "other") == 200)
                    try await soon { try await logged(served).count { $0 == "saw Слон" } == 2 }
                    #expect(try await post(999, at: 5, to: start) == 200)
                    try await soon {
                        String(decoding: served.workspace.read("told.txt") ?? [], as: UTF8.self).contains("failed")
                    }
                    let metrics = try await ServedWorkspace.get("/metrics", port: start.operations).text
                    #expect(metrics.contains("lunokhod_runs_started 4"), "what was done before is counted, too")
                }
                #expect(ending.isClean, "\(ending.log)")
                for secret in [one.webhook, two.webhook, ServedWorkspace.token] {
                    #expect(!ending.log.contains(secret))
                }
            }
        }
    }

    @Test func `settings that are wrong are refused in a line, and it goes on with the old ones`() async throws {
        try await portal("Слон").serve { address in
            let served = try served(["seen.lua": seen], address)
            let ending = try await served.serve { start in
                let refused = "the settings are not taken, and it goes on as before"
                for (file, text) in [
                    ("lunokhod.yaml", Self.main + "bogus: 1\n"), ("main.webhook", "rubbish"),
                    ("lunokhod.yaml", Self.main + "zone: Mars/Crater\n"),
                ] {
                    let old = served.workspace.read(file) ?? []
                    try served.workspace.write(file, text, mode: 0o600)
                    try await reload(start, until: refused, of: served)
                    try served.workspace.write(file, String(decoding: old, as: UTF8.self), mode: 0o600)
                }
                #expect(try await post(1, at: 1, to: start) == 200)
                try await soon { try await logged(served) == ["saw Слон"] }
                #expect(lines(Self.serving, of: served).count == 1)
                try await reload(start, until: "the settings are as they were", of: served)
                #expect(lines(refused, of: served).count == 3)
            }
            #expect(ending.isClean, "\(ending.log)")
            #expect(ending.log.contains("there is no 'bogus' in the settings"))
            #expect(!ending.log.contains("rubbish"))
        }
    }

    @Test func `events that come all the time are all taken, however often the settings change`() async throws {
        try await portal("Слон").serve { address in
            let slow = "return handler { on = { \"ONCRMDEALADD\" }, run = function() b24.profile {} end }"
            let served = try served(["slow.lua": slow], address)
            let ending = try await served.serve { start in
                let posters = Posters(port: start.port)
                let posted = try await withThrowingTaskGroup(of: Int.self) { group in
                    for place in 1...4 { group.addTask { try await posters.post(from: place * 100_000) } }
                    for workers in 1...5 {
                        try served.workspace.write("lunokhod.yaml", Self.main + "serve: { workers: \(workers) }\n")
                        try await reload(start, until: Self.serving, of: served)
                    }
                    posters.end()
                    return try await group.reduce(0, +)
                }
                let ledger = try served.ledger()
                defer { ledger.close() }
                #expect(posted > 5)
                #expect(try await ledger.events(most: 1_000_000).count == posted)
                let ports = lines(Self.serving, of: served).filter { $0.contains("port \(start.port)\"") }
                #expect(ports.count == 6, "the port is the same each time")
            }
            #expect(ending.isClean, "\(ending.log)")
        }
    }

    @Test func `a storm of signals ends with the last settings, and a stop in the middle of it is a stop`() async throws
    {
        try await portal("Слон").serve { address in
            let served = try served(["seen.lua": seen], address)
            let ending = try await served.serve { start in
                for workers in 1...20 {
                    try served.workspace.write("lunokhod.yaml", Self.main + "serve: { workers: \(workers) }\n")
                    start.reload()
                }
                try await soon {
                    start.reload()
                    return !lines("the settings are as they were", of: served).isEmpty
                }
                #expect(try await post(1, at: 1, to: start) == 200)
                try served.workspace.write("lunokhod.yaml", Self.main + "serve: { workers: 7 }\n")
                start.reload()
            }
            #expect(ending.isClean, "\(ending.log)")
            #expect(ending.log.contains("\"stopped\""), "\(ending.log)")
        }
    }

    @Test func `another address is opened, and one that can't be is refused`() async throws {
        try await portal("Слон").serve { address in
            let served = try served(["seen.lua": seen], address)
            let (port, other) = (LoopbackPort.free(), LoopbackPort.free())
            let settings = { (place: String) in Self.main + "serve: { listen: '\(place)', operations: off }\n" }
            try served.workspace.write("lunokhod.yaml", settings("127.0.0.1:\(port)"))
            let ending = try await served.serve(isPlaced: false) { start in
                #expect(start.port == port)
                // The old address is in the way of this one.
                try served.workspace.write("lunokhod.yaml", settings("0.0.0.0:\(port)"))
                try await reload(start, until: Self.serving, of: served)
                #expect(try await post(1, at: 1, to: start) == 200)
                try served.workspace.write("lunokhod.yaml", settings("127.0.0.1:\(address.port)"))
                try await reload(start, until: "it is in use", of: served)
                #expect(try await post(1, at: 2, to: start) == 200)
                try served.workspace.write("lunokhod.yaml", settings("127.0.0.1:\(other)"))
                try await reload(start, until: Self.serving, of: served)
                let status = try await ServedWorkspace.post("ONCRMDEALADD", id: 1, at: 3, to: other)
                #expect(status == 200)
                #expect(!ServedWorkspace.isOpen(port) && ServedWorkspace.isOpen(other))
            }
            #expect(ending.isClean, "\(ending.log)")
        }
    }

    @Test func `new settings that fail at the last moment give way to the old ones`() async throws {
        try await portal("Слон").serve { address in
            let served = try served(["seen.lua": seen], address)
            let ending = try await served.serve { start in
                try served.workspace.write("file", "no folder")
                try served.workspace.write("lunokhod.yaml", Self.main + "serve: { ledger: file/ledger.sqlite }\n")
                try await reload(start, until: Self.serving, of: served)
                #expect(lines("can't be used after all, and it goes on with those from before", of: served).count == 1)
                #expect(try await post(1, at: 1, to: start) == 200)
                try await soon { try await logged(served) == ["saw Слон"] }
                try served.workspace.write("lunokhod.yaml", Self.main + "serve: { ledger: new/ledger.sqlite }\n")
                try await reload(start, until: Self.serving, of: served)
                #expect(try await post(1, at: 2, to: start) == 200)
                let ledger = try Ledger(path: "\(served.workspace.path)/new/ledger.sqlite", role: .beside)
                #expect(try await ledger.events(most: 10).count == 1)
                ledger.close()
            }
            #expect(ending.isClean, "\(ending.log)")
        }
    }

    @Test func `systemd is told when everything is read again, and when that is done`() async throws {
        try await portal("Слон").serve { address in
            var served = try served(["seen.lua": seen], address)
            let ear = try NotifySocket(path: "\(served.workspace.path)/notify")
            served.environment["NOTIFY_SOCKET"] = ear.path
            let fixed = served
            try await fixed.serve { start in
                try await reload(start, until: "the settings are as they were", of: fixed)
                try fixed.workspace.write("lunokhod.yaml", Self.main + "serve: { workers: 2 }\n")
                try await reload(start, until: Self.serving, of: fixed)
                try fixed.workspace.write("lunokhod.yaml", "bogus: 1\n")
                try await reload(start, until: "are not taken", of: fixed)
                var heard: [String] = []
                try await soon {
                    heard += ear.heard()
                    return heard.count >= 7
                }
                let names = heard.map { $0.hasPrefix("RELOADING=1\nMONOTONIC_USEC=") ? "RELOADING" : $0 }
                #expect(names == ["READY=1"] + Array(repeating: ["RELOADING", "READY=1"], count: 3).flatMap { $0 })
                let times = heard.compactMap { Int($0.split(separator: "=").last ?? "") }.filter { $0 > 1 }
                #expect(times.count == 3 && times == times.sorted())
            }
        }
    }
}
