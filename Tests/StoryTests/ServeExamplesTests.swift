import DemoPortal
import Foundation
import JSON
import Ledger
import Testing

/// The scripts that come along, by the real `lunokhod serve`.
@Suite struct ServeExamplesTests {
    private func script(_ name: String) throws -> String {
        try String(contentsOfFile: "\(WeeklyReportTests.repository)/scripts/\(name)", encoding: .utf8)
    }

    private func portal(sending events: [String], to port: Int) -> DemoPortal {
        var options = DemoPortalOptions()
        options.deals = 100
        options.outgoingWebhooks = [
            OutgoingWebhook(
                events: events, handler: "http://127.0.0.1:\(port)/events/main",
                applicationToken: ServedWorkspace.token)
        ]
        return DemoPortal(options: options)
    }

    private func ask(_ portal: DemoPortal, _ method: String, _ parameters: JSONValue) throws -> JSONValue {
        let reply = portal.answer(method, parameters)
        #expect(reply.status == 200, "\(String(decoding: reply.body, as: UTF8.self))")
        return try #require(try JSONValue(parsing: reply.body)["result"])
    }

    /// The tasks whose title begins so.
    private func tasks(_ portal: DemoPortal, _ title: String) throws -> [JSONValue] {
        let result = try ask(portal, "tasks.task.list", ["filter": ["%TITLE": .string(title)]])
        return result["tasks"]?.array ?? []
    }

    @Test func `a big deal is told to the head of sales, and a small one isn't`() async throws {
        let port = LoopbackPort.free()
        let portal = portal(sending: ["ONCRMDEALADD"], to: port)
        try await portal.serve { address in
            let served = try ServedWorkspace.make(
                ["handlers/big_deal.lua": try script("handlers/big_deal.lua")], address)
            let ending = try await served.serve(listen: port) { _ in
                for (title, amount) in [("Слон", 1_500_000), ("Мышь", 999_999)] {
                    _ = try ask(
                        portal, "crm.deal.add",
                        ["fields": ["TITLE": .string(title), "OPPORTUNITY": .integer(amount), "CURRENCY_ID": "RUB"]])
                }
                try await ServedWorkspace.soon { try await served.jobs([.done]).count == 2 }
            }
            #expect(ending.isClean, "\(ending.log)")
            let message = try #require(portal.messages.first)
            #expect(portal.messages.count == 1)
            #expect(message.kind == .personalNotice && message.dialog == "1")
            #expect(message.text.hasPrefix("Новая сделка «Слон» на 1"))
        }
    }

    @Test func `a deal that is won gets one task, however often it is changed then`() async throws {
        let port = LoopbackPort.free()
        let portal = portal(sending: ["ONCRMDEALUPDATE"], to: port)
        try await portal.serve { address in
            let served = try ServedWorkspace.make(
                ["handlers/won_deal_task.lua": try script("handlers/won_deal_task.lua")], address)
            let id = try #require(try ask(portal, "crm.deal.add", ["fields": ["TITLE": "Слон"]]).integer)
            let ending = try await served.serve(listen: port) { _ in
                let changes: [JSONValue] = [["STAGE_ID": "WON"], ["OPPORTUNITY": 5]]
                for (round, fields) in changes.enumerated() {
                    _ = try ask(portal, "crm.deal.update", ["id": .integer(id), "fields": fields])
                    try await ServedWorkspace.soon { try await served.jobs([.done]).count == round + 1 }
                }
            }
            #expect(ending.isClean, "\(ending.log)")
            let tasks = try tasks(portal, "Выставить счёт: Слон")
            #expect(tasks.count == 1)
        }
    }

    @Test func `overdue deals become a task for each who has some, and stale leads are logged`() async throws {
        let portal = DemoPortal(options: .init())
        try await portal.serve { address in
            // They are due at once, on any day.
            let overdue = try script("jobs/overdue_deals.lua")
                .replacingOccurrences(
                    of: "schedule = \"30 7 * * *\",\n  days = \"working days\",", with: "schedule = \"* * * * * *\",")
            let stale = try script("jobs/stale_leads.lua")
                .replacingOccurrences(of: "schedule = \"0 8 * * MON-FRI\"", with: "schedule = \"* * * * * *\"")
            let served = try ServedWorkspace.make(
                ["jobs/overdue_deals.lua": overdue, "jobs/stale_leads.lua": stale], address)
            let ending = try await served.serve { _ in
                try await ServedWorkspace.soon {
                    Set(try await served.jobs([.done]).map(\.script)).count == 2
                }
            }
            #expect(ending.isClean, "\(ending.log)")
            let log = try await served.logged()
            let counts = log.count { $0.hasSuffix("без внимания 14 дней и дольше") }
            #expect(counts >= 1)
            let owners = try tasks(portal, "Просрочено").compactMap { $0["responsibleId"]?.string }
            let given = log.count { $0.hasPrefix("gave a task") }
            #expect(given == owners.count && Set(owners).count > 1)
        }
    }
}
