import DemoPortal
import JSON
import Ledger
import Testing

/// Handlers that answer their own changes, by the real `lunokhod serve`.
@Suite struct ServeLoopTests {
    /// Changes the deal whose change it is called for, each time to something else.
    private let restless = """
        return handler {
          on = { "ONCRMDEALUPDATE" },
          run = function(event)
            b24.crm.deal.update { id = event.id, fields = { OPPORTUNITY = store.increment("count") } }
          end,
        }
        """

    private func amount(of deal: Int, in portal: DemoPortal) throws -> Double? {
        let reply = portal.answer("crm.deal.get", ["id": .integer(deal)])
        let amount = try JSONValue(parsing: reply.body)["result"]?["OPPORTUNITY"]
        return amount?.double ?? amount?.string.flatMap(Double.init)
    }

    @Test func `a handler that goes on changing its own deal is stopped where the settings say, and that is told`()
        async throws
    {
        let port = LoopbackPort.free()
        var options = DemoPortalOptions()
        options.deals = 10
        options.outgoingWebhooks = [
            OutgoingWebhook(
                events: ["ONCRMDEALUPDATE"], handler: "http://127.0.0.1:\(port)/events/main",
                applicationToken: ServedWorkspace.token)
        ]
        let portal = DemoPortal(options: options)
        try await portal.serve { address in
            let served = try ServedWorkspace.make(
                ["handlers/restless.lua": restless], address, settings: "serve: { loops: { depth: 2 } }\n")
            try await served.serve(listen: port) { _ in
                let deal = 5
                // A person's change.
                _ = portal.answer("crm.deal.update", ["id": .integer(deal), "fields": ["TITLE": "Слон"]])
                try await ServedWorkspace.soon { try await !served.jobs([.stopped]).isEmpty }
                let jobs = try await served.jobs().sorted { $0.id < $1.id }
                #expect(jobs.map(\.state) == [.done, .done, .done, .stopped])
                #expect(jobs.map(\.depth) == [0, 1, 2, 3])
                #expect(try amount(of: deal, in: portal) == 3)
                let reason = try #require(jobs.last?.reason)
                for job in jobs.prefix(3) {
                    let link =
                        "crm.deal:5 was changed by scripts/handlers/restless.lua (job \(job.id), crm.deal.update)"
                    #expect(reason.contains(link), "\(reason)")
                }
                var loops: [JSONValue] = []
                try await ServedWorkspace.soon {
                    let status = try JSONValue(
                        parsing: Array(try await served.program.run("status", "--json").output.utf8))
                    loops = status["alerts"]?.array ?? []
                    return !loops.isEmpty
                }
                #expect(loops.count == 1)
                #expect(loops.first?["kind"] == "loop" && loops.first?["portal"] == "main")
                #expect(loops.first?["subject"] == "scripts/handlers/restless.lua")
                #expect(loops.first?["text"]?.string == reason)
            }
            // Nothing waited, so nothing came after it.
            #expect(try await served.jobs().count == 4)
            #expect(try amount(of: 5, in: portal) == 3)
        }
    }
}
