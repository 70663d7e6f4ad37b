import DemoPortal
import FoundationEssentials
import JSON
import Testing

/// `lunokhod new`, by the real program.
@Suite struct NewTests {
    private static let kinds = ["report", "handler", "job", "script"]

    private func serve(_ body: @escaping @Sendable (Program) async throws -> Void) async throws {
        var options = DemoPortalOptions()
        options.deals = 200
        let workspace = try Workspace()
        try await DemoPortal(options: options).serve { address in
            let environment = ["LUNOKHOD_WEBHOOK": address.webhook, "LUNOKHOD_ZONE": "Europe/Moscow"]
            try await body(Program(workspace: workspace, environment: environment))
        }
    }

    @Test("a script that was begun runs on a portal by the command that it was told with", arguments: kinds)
    func runs(_ kind: String) async throws {
        try await serve { program in
            let made = try await program.run("new", kind, "first_one", "--json")
            #expect(made.code == 0 && made.errors.isEmpty, "\(made.everything)")
            let told = try JSONValue(parsing: Array(made.output.utf8))
            let script = try #require(told["script"]?.string)
            #expect(program.workspace.read(script) != nil)
            let command = try #require(told["command"]?.string).split(separator: " ").map(String.init)
            #expect(command.prefix(3) == ["lunokhod", "run", script])
            let result = try await program.run(Array(command.dropFirst()))
            #expect(result.code == 0, "\(result.everything)")
            #expect(!result.errors.contains("warning: "), "\(result.errors)")
            #expect(!result.everything.isEmpty)
        }
    }

    @Test("the check of a portal has nothing against scripts that were begun")
    func checked() async throws {
        try await serve { program in
            for kind in Self.kinds { #expect(try await program.run("new", kind, "my_\(kind)").code == 0) }
            let handlers = ["ONCRMLEADADD", "ONCRMCONTACTUPDATE", "ONTASKADD"]
            for event in handlers {
                #expect(try await program.run("new", "handler", "on_\(event)", "--on", event).code == 0)
            }
            let result = try await program.run("portal", "check", "--json")
            #expect(result.code == 0, "\(result.everything)")
            let findings = try JSONValue(parsing: Array(result.output.utf8))["findings"]?.array ?? []
            let ours = findings.filter { $0["topic"]?.string?.hasPrefix("scripts/") == true }
            #expect(ours.count == Self.kinds.count + handlers.count)
            #expect(ours.allSatisfy { $0["mark"] == "ok" }, "\(ours)")
            for event in handlers {
                let run = try await program.run("run", "scripts/handlers/on_\(event).lua", "--id", "1")
                #expect(run.code == 0, "\(run.everything)")
            }
        }
    }

    @Test("an empty folder becomes a workspace, each file told on a line, and then scripts only are added")
    func workspace() async throws {
        let program = Program(workspace: try Workspace())
        let first = try await program.run("new", "report", "weekly_sales", "--title", "Week \"47\"")
        #expect(first.code == 0 && first.errors.isEmpty, "\(first.everything)")
        #expect(
            first.output.split(separator: "\n").map(String.init) == [
                "→ scripts/reports/weekly_sales.lua", "→ lunokhod.yaml", "→ .gitignore", "→ .lunokhod/types",
                "→ .luarc.json",
                "Put the portal's webhook into LUNOKHOD_WEBHOOK or lunokhod.yaml and run it: "
                    + "lunokhod run scripts/reports/weekly_sales.lua",
            ])
        #expect(program.workspace.names() == [".gitignore", ".luarc.json", ".lunokhod", "lunokhod.yaml", "scripts"])
        let second = try await program.run("new", "job", "nightly.lua", "--schedule", "0 3 * * *")
        #expect(second.output.hasPrefix("→ scripts/jobs/nightly.lua\n"), "\(second.everything)")
        #expect(second.output.split(separator: "\n").count == 2)
        let demo = try await program.run("demo", "scripts/reports/weekly_sales.lua")
        #expect(demo.code == 0 && demo.output.contains("# Week \"47\""), "\(demo.everything)")
    }

    @Test("a script that exists is not overwritten, and nothing else is made")
    func taken() async throws {
        let program = Program(workspace: try Workspace())
        try FileManager.default.createDirectory(
            atPath: "\(program.workspace.path)/scripts", withIntermediateDirectories: true)
        try program.workspace.write("scripts/x.lua", "print(1)")
        let result = try await program.run("new", "script", "x")
        #expect(result.code == 1 && result.errors.contains("scripts/x.lua exists already"), "\(result.everything)")
        #expect(program.workspace.read("scripts/x.lua") == Array("print(1)".utf8))
        #expect(program.workspace.names() == ["scripts"])
    }

    @Test("the settings that are named tell where the workspace is")
    func elsewhere() async throws {
        let program = Program(workspace: try Workspace())
        try FileManager.default.createDirectory(
            atPath: "\(program.workspace.path)/my office", withIntermediateDirectories: true)
        try program.workspace.write("my office/o.yaml", "locale: ru\n")
        let result = try await program.run("new", "script", "x", "--settings", "my office/o.yaml")
        #expect(result.output.contains("run 'my office/scripts/x.lua' --settings 'my office/o.yaml'\n"))
        #expect(program.workspace.names() == ["my office"])
        #expect(
            program.workspace.names(in: "my office") == [".gitignore", ".luarc.json", ".lunokhod", "o.yaml", "scripts"])
    }

    @Test(
        "what is wished for wrongly ends with 2 and makes nothing",
        arguments: [
            (["report", "../x"], "a folder in it"), (["report", "a b"], "weekly_sales"),
            (["handler", "x", "--on", "ONCRMDEALUPDTE"], "did you mean 'ONCRMDEALUPDATE'?"),
            (["job", "x", "--period", "today"], "--period goes with a report"),
            (["report", "x", "--period", "lst week"], "last week"),
            (["report", "x", "--schedule", "soon"], "day of the week"),
            (["repot", "x"], "report"), (["report", "x", "--settings", "no.yaml"], "no.yaml"),
        ])
    func wrong(_ arguments: [String], _ part: String) async throws {
        let program = Program(workspace: try Workspace())
        let result = try await program.run(["new"] + arguments)
        #expect(result.code == 2 && result.errors.contains(part), "\(result.everything)")
        #expect(program.workspace.names().isEmpty)
    }

    @Test("a failure is told as JSON when that is asked for")
    func json() async throws {
        let result = try await Program(workspace: try Workspace()).run("new", "report", "a b", "--json")
        #expect(result.code == 2 && result.errors.isEmpty)
        #expect(try JSONValue(parsing: Array(result.output.utf8))["ok"] == false)
    }

    @Test("a shell completes the kinds and the events", arguments: ["bash", "zsh", "fish"])
    func completion(_ shell: String) async throws {
        let result = try await Program(workspace: try Workspace()).run("--generate-completion-script", shell)
        for word in Self.kinds + ["ONCRMDEALUPDATE"] { #expect(result.output.contains(word), "\(word)") }
    }
}
