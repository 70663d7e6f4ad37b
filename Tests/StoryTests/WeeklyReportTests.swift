import DemoPortal
import JSON
import Testing
import Timetable

/// The main job from end to end: the real programs, the real script, a portal over real HTTP.
@Suite struct WeeklyReportTests {
    static let repository = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
        .joined(separator: "/")
    static let script = repository + "/scripts/reports/weekly_sales.lua"

    @Test("the weekly report is written as Markdown and CSV, with the deals that the portal has")
    func weekly() async throws {
        let workspace = try Workspace()
        try await DemoPortal().serve { address in
            let program = Program(
                workspace: workspace,
                environment: ["LUNOKHOD_WEBHOOK": address.webhook, "LUNOKHOD_ZONE": "Europe/Moscow"])
            let result = try await program.run("run", Self.script)
            #expect(result.code == 0, "\(result.errors)")
            let names = workspace.names(in: "out")
            #expect(names.count == 2)
            let markdown = String(decoding: workspace.read("out/" + (names.last ?? "")) ?? [], as: UTF8.self)
            #expect(markdown.hasPrefix("# Выигранные сделки недели\n"))
            #expect(markdown.contains("| **Итого**"))
            #expect(result.output.contains(markdown))
            #expect(result.output.contains("out/\(names[0])"))
            let csv = workspace.read("out/" + names[0]) ?? []
            #expect(csv.starts(with: [0xEF, 0xBB, 0xBF]))
            #expect(String(decoding: csv, as: UTF8.self).contains("Менеджер;Сделок;Сумма\r\n"))
        }
    }

    @Test("a report on a past week counts what the portal counts")
    func counted() async throws {
        let workspace = try Workspace()
        try workspace.write(
            "count.lua",
            """
            return report {
              title = "Count", period = "2026-W40", formats = { "csv" }, deliver = { folder = "out" },
              run = function(period)
                local n = 0
                local list = b24.crm.deal.list { filter = { [">=DATE_CREATE"] = period.from, ["<DATE_CREATE"] = period.to } }
                for _ in list do n = n + 1 end
                return { report.table { rows = { { n = n, counted = list:count() } }, columns = { "n", "counted" } } }
              end,
            }
            """)
        try await DemoPortal().serve { address in
            let program = Program(workspace: workspace, environment: ["LUNOKHOD_WEBHOOK": address.webhook])
            let result = try await program.run("run", "count.lua", "--json")
            let told = try JSONValue(parsing: result.output.utf8)
            #expect(told["ok"] == true)
            #expect(told["files"] == ["out/count-2026-W40.csv"])
            let csv = String(decoding: workspace.read("out/count-2026-W40.csv") ?? [], as: UTF8.self)
            let cells = csv.split(whereSeparator: \.isNewline).last?.split(separator: ",") ?? []
            #expect(cells.count == 2 && cells[0] == cells[1] && cells[0] != "0", "\(csv)")
        }
    }

    @Test("a plain script prints, and a handler and a job run")
    func kinds() async throws {
        let workspace = try Workspace()
        try workspace.write("plain.lua", "print(b24.user.current {}.NAME, #b24.crm.deal.list { }:all())")
        try workspace.write(
            "handler.lua",
            "return handler { on = { 'ONCRMDEALADD' }, run = function(e) print(e.name, b24.crm.deal.get { id = e.id }.ID) end }"
        )
        try workspace.write("job.lua", "return job { run = function(slot) print(slot.at) end }")
        try await DemoPortal().serve { address in
            let program = Program(workspace: workspace, environment: ["LUNOKHOD_WEBHOOK": address.webhook])
            let plain = try await program.run("run", "plain.lua")
            #expect(plain.code == 0)
            #expect(plain.output.hasSuffix("\t3000\n"), "\(plain.output)")
            #expect(try await program.run("run", "handler.lua", "--id", "7").output == "ONCRMDEALADD\t7\n")
            #expect(try await program.run("run", "handler.lua").code == 2)
            #expect(try await program.run("run", "job.lua").output.hasPrefix("20"))
        }
    }

    @Test("lunokhod demo does the whole job by itself")
    func demo() async throws {
        let workspace = try Workspace()
        let result = try await Program(workspace: workspace).run("demo", Self.script)
        #expect(result.code == 0, "\(result.errors)")
        #expect(workspace.names(in: "out").count == 2)
    }
}
