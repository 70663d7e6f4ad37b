import DemoPortal
import Ledger
import Testing

/// Whom the real `lunokhod serve` tells in the portal, and whom it calls while all is well.
@Suite struct ServeAlertsTests {
    private let fails = """
        return handler { on = { "ONCRMDEALADD" }, retry = { attempts = 1 },
          run = function(event) if event.id < 9 then error("no luck with " .. event.id) end end }
        """

    @Test func `a chat and a user are told of a failure once and of its end, each by its own kind of message`()
        async throws
    {
        let portal = DemoPortal(options: .init())
        try await portal.serve { address in
            let served = try ServedWorkspace.make(
                ["handlers/fails.lua": fails], address, settings: "alerts: { chat: chat1, user: 2, portal: main }\n")
            let ending = try await served.serve { start in
                _ = try await ServedWorkspace.post("ONCRMDEALADD", id: 1, at: 1, to: start.port)
                try await ServedWorkspace.soon { portal.messages.count == 2 }
                _ = try await ServedWorkspace.post("ONCRMDEALADD", id: 9, at: 9, to: start.port)
                try await ServedWorkspace.soon { portal.messages.count == 4 }
            }
            #expect(ending.isClean, "\(ending.log)")
            for (kind, dialog) in [(DemoMessage.Kind.chat, "chat1"), (.systemNotice, "2")] {
                let messages = portal.messages.filter { $0.kind == kind && $0.dialog == dialog }.map(\.text)
                #expect(messages.count == 2, "\(portal.messages)")
                #expect(messages.first?.contains("no luck with 1") == true)
                for text in messages { #expect(text.contains("scripts/handlers/fails.lua"), "\(text)") }
            }
        }
    }

    @Test func `a watcher outside is called while all is well, and its address is in no log`()
        async throws
    {
        let portal = DemoPortal(options: .init())
        try await portal.serve { address in
            try await HeartbeatEar.listen { ear, port in
                let served = try ServedWorkspace.make(
                    [:], address, settings: "alerts: { heartbeat: { url_file: heartbeat.url, every: 10s } }\n")
                try served.workspace.write("heartbeat.url", "http://127.0.0.1:\(port)/beat/s3cr3t\n", mode: 0o600)
                let ending = try await served.serve { start in
                    try await ServedWorkspace.soon { !ear.heard.isEmpty }
                    #expect(try await ServedWorkspace.get("/readyz", port: start.operations).status == 200)
                }
                #expect(Set(ear.heard) == ["GET /beat/s3cr3t"])
                #expect(!ending.log.contains("s3cr3t"))
            }
        }
    }
}
