import DemoPortal
import Glibc
import JSON
import Testing

/// Lists of the portal, exported by the real program over real HTTP.
@Suite struct ExportTests {
    /// Runs a test with a portal and the program that knows its webhook.
    private func serve(
        deals: Int = 3_000, _ body: @escaping @Sendable (DemoPortal, Program) async throws -> Void
    ) async throws {
        var options = DemoPortalOptions()
        options.deals = deals
        let portal = DemoPortal(options: options)
        let workspace = try Workspace()
        try await portal.serve { address in
            try await body(portal, Program(workspace: workspace, environment: ["LUNOKHOD_WEBHOOK": address.webhook]))
        }
    }

    private func text(_ name: String, in program: Program) -> String {
        String(decoding: program.workspace.read(name) ?? [], as: UTF8.self)
    }

    private func lines(_ text: String) -> [Substring] { text.split(whereSeparator: \.isNewline) }

    @Test("all deals of the portal arrive in a CSV file, with the sum that the portal has")
    func everything() async throws {
        try await serve { portal, program in
            let result = try await program.run(
                "export", "crm.deal.list", "--select", "ID,OPPORTUNITY,TITLE", "--out", "deals.csv")
            #expect(result.code == 0, "\(result.errors)")
            #expect(result.output.isEmpty)
            #expect(result.errors.hasPrefix("→ deals.csv (items: 3000, bytes: "), "\(result.errors)")
            let lines = lines(text("deals.csv", in: program))
            #expect(lines.first == "ID,OPPORTUNITY,TITLE")
            let cells = lines.dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false) }
            #expect(Set(cells.map { $0[0] }).count == 3_000)
            var sum = 0.0
            for start in stride(from: 0, to: 3_000, by: 50) {
                let answer = portal.answer("crm.deal.list", ["start": .integer(start), "select": ["OPPORTUNITY"]])
                for deal in try JSONValue(parsing: answer.body)["result"]?.array ?? [] {
                    sum += Double(deal["OPPORTUNITY"]?.string ?? "") ?? 0
                }
            }
            #expect(sum > 0 && abs(cells.reduce(0) { $0 + (Double($1[1]) ?? 0) } - sum) < 0.01)
            #expect(program.workspace.names() == ["deals.csv"])
        }
    }

    @Test("conditions choose what the portal counts for them")
    func filtered() async throws {
        try await serve { portal, program in
            let filter: JSONValue = [
                ">=CLOSEDATE": "2020-01-01", "@STAGE_ID": ["WON", "LOSE"], "!ASSIGNED_BY_ID": "9",
            ]
            let total = try JSONValue(parsing: portal.answer("crm.deal.list", ["filter": filter]).body)["total"]?
                .integer
            let result = try await program.run(
                "export", "crm.deal.list", "--filter", ">=CLOSEDATE=2020-01-01", "--filter", "@STAGE_ID=WON,LOSE",
                "--filter", "!ASSIGNED_BY_ID=9", "--out", "some.jsonl", "--json")
            #expect(result.code == 0 && result.errors.isEmpty, "\(result.errors)")
            let told = try JSONValue(parsing: result.output.utf8)
            #expect(told["ok"] == true && told["file"] == "some.jsonl" && told["method"] == "crm.deal.list")
            let items = try lines(text("some.jsonl", in: program)).map { try JSONValue(parsing: $0.utf8) }
            #expect(items.count == total && told["items"]?.integer == total && items.count > 100)
            #expect(told["requests"]?.integer ?? 0 > 0)
            #expect(told["bytes"]?.integer == program.workspace.read("some.jsonl")?.count)
            #expect(items.allSatisfy { ["WON", "LOSE"].contains($0["STAGE_ID"]?.string) })
            #expect(items.allSatisfy { $0["ASSIGNED_BY_ID"]?.string != "9" })
        }
    }

    @Test("a list under a key, with a parameter and other spellings of its fields, goes to standard output")
    func items() async throws {
        try await serve(deals: 60) { _, program in
            let result = try await program.run(
                "export", "crm.item.list", "--param", "entityTypeId=2", "--select", "id,opportunity", "--limit", "55")
            #expect(result.code == 0, "\(result.errors)")
            #expect(lines(result.output).first == "id,opportunity")
            #expect(lines(result.output).count == 56)
            #expect(result.errors.contains("→ standard output (items: 55, "))
            let tasks = try await program.run(
                "export", "tasks.task.list", "--select", "ID,RESPONSIBLE_ID", "--out", "-", "--limit", "1")
            #expect(tasks.output.hasPrefix("ID,RESPONSIBLE_ID\r\n1,"), "\(tasks.output)")
            #expect(!tasks.errors.contains("warning"), "\(tasks.errors)")
        }
    }

    @Test("the settings say how CSV is written")
    func settings() async throws {
        try await serve(deals: 2) { _, program in
            try program.workspace.write("lunokhod.yaml", "locale: ru\ncsv: { line_ending: lf }\n")
            let result = try await program.run("export", "crm.deal.list", "--select", "ID,STAGE_ID")
            #expect(result.output.hasPrefix("\u{FEFF}ID;STAGE_ID\n1;"), "\(result.output)")
            #expect(!result.output.contains("\r"))
        }
    }

    @Test("a wanted field that doesn't exist is told")
    func missingField() async throws {
        try await serve(deals: 2) { _, program in
            let result = try await program.run("export", "crm.deal.list", "--select", "ID,SHADE,STAGE_ID")
            #expect(result.code == 0)
            #expect(result.errors.contains("warning: no item has the field 'SHADE'"), "\(result.errors)")
            #expect(result.errors.contains("no documented field"), "\(result.errors)")
        }
    }

    @Test("a field with a slip in its name is told before anything is sent")
    func misspeltField() async throws {
        try await serve(deals: 2) { demo, program in
            let result = try await program.run("export", "crm.deal.list", "--select", "ID,STAGE_IDD")
            #expect(result.code == 1)
            #expect(result.errors.contains("did you mean 'STAGE_ID'?"), "\(result.errors)")
            #expect(result.output.isEmpty)
        }
    }

    /// A way to fail, its exit code, and what is said.
    static let failing: [(arguments: [String], code: Int, says: String)] = [
        (["crm.deal.lst"], 2, "did you mean 'crm.deal.list'?"),
        (["crm.deal.get"], 2, "lists nothing"),
        (["crm.lead.list", "--filter", "ID"], 2, "has no value"),
        (["crm.deal.list", "--filter", "ID>=5"], 2, "comparison behind the field"),
        (["crm.deal.list", "--param", "x"], 2, "NAME=VALUE"),
        (["crm.deal.list", "--format", "cvs"], 2, "did you mean 'csv'?"),
        (["crm.deal.list", "--portal", "main"], 2, "no portal is set up"),
        (["crm.deal.list", "--out", "no/deals.csv"], 1, "no such file or directory"),
        (["crm.deal.list", "--out", "/dev/full"], 1, "no space left on device"),
        (["crm.item.list", "--out", "old.csv"], 1, "entityTypeId"),
        (["crm.item.list", "--param", "entityTypeId=99999", "--out", "old.csv"], 1, "crm.item.list"),
    ]

    @Test("what is wrong is one sentence with its exit code, and no file is touched", arguments: failing)
    func fails(arguments: [String], code: Int, says: String) async throws {
        try await serve(deals: 10) { _, program in
            try program.workspace.write("old.csv", "old")
            let result = try await program.run(["export"] + arguments)
            #expect(result.code == code)
            #expect(result.errors.hasPrefix("lunokhod: ") && result.errors.contains(says), "\(result.errors)")
            #expect(lines(result.errors).count == 1)
            #expect(program.workspace.names() == ["old.csv"])
            #expect(text("old.csv", in: program) == "old")
            let secret = program.environment["LUNOKHOD_WEBHOOK"]?.split(separator: "/").last ?? ""
            #expect(!secret.isEmpty && !result.everything.contains(secret))
        }
    }

    @Test("a failure is told as JSON where that is wanted")
    func json() async throws {
        let program = Program(workspace: try Workspace())
        let result = try await program.run("export", "crm.deal.list", "--out", "deals.csv", "--json")
        #expect(result.code == 2)
        let told = try JSONValue(parsing: result.output.utf8)
        #expect(told["ok"] == false)
        #expect(told["error"]?["message"]?.string?.contains("LUNOKHOD_WEBHOOK") == true)
        #expect(program.workspace.names() == [])
        #expect(try await program.run("export", "crm.deal.list", "--json").code == 2)
        #expect(try await program.run("export", "crm.deal.list", "--limit", "0").code == 2)
    }

    @Test("a wrong webhook and an unreachable portal are told without the secret, and leave no file")
    func unreachable() async throws {
        try await serve(deals: 1) { _, program in
            var program = program
            let port = program.environment["LUNOKHOD_WEBHOOK"]?.split(separator: "/")[1] ?? ""
            for webhook in ["http://\(port)/rest/1/s3cretMARK/", "http://127.0.0.1:1/rest/1/s3cretMARK/"] {
                program.environment["LUNOKHOD_WEBHOOK"] = webhook
                let result = try await program.run("export", "crm.deal.list", "--out", "deals.csv")
                #expect(result.code == 1)
                #expect(result.errors.hasPrefix("lunokhod: crm.deal.list: "), "\(result.errors)")
                #expect(!result.everything.contains("s3cretMARK"))
                #expect(program.workspace.names() == [])
            }
        }
    }
}
