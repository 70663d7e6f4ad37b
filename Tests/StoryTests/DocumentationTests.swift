import DemoPortal
import Testing

/// What the documentation tells to type and to write works.
@Suite struct DocumentationTests {
    @Test("every command line of the documentation has a command and flags that its help knows")
    func commands() async throws {
        let program = Program(workspace: try Workspace())
        var helps: [String: String] = [:]
        let written = try MarkdownPage.all.flatMap(WrittenCommand.all)
        for command in written {
            let name = command.command.joined(separator: " ")
            if helps[name] == nil {
                let help = try await program.run(["help"] + command.command)
                #expect(help.code == 0 && help.output.contains("USAGE: lunokhod"), "\(command): there is no \(name)")
                helps[name] = help.output
            }
            let known = (helps[name] ?? "").split { !($0.isLetter || $0 == "-") }.map(String.init)
            for flag in command.flags where !Self.hidden.contains(flag) {
                #expect(known.contains(flag), "\(command.testDescription): there is no \(flag)")
            }
        }
        #expect(written.count > 20)
    }

    /// Flags of the argument parser itself that no help shows.
    static let hidden = ["--generate-completion-script"]

    @Test("a completion script comes for each shell and knows the commands", arguments: ["bash", "zsh", "fish"])
    func completion(_ shell: String) async throws {
        let result = try await Program(workspace: try Workspace()).run("--generate-completion-script", shell)
        #expect(result.code == 0 && result.errors.isEmpty)
        #expect(result.output.contains("lunokhod") && result.output.contains("demo"))
    }

    static let examples = ((try? MarkdownPage.all) ?? []).flatMap(\.code).filter { $0.language == "lua" }

    @Test("the documentation's Lua code is whole scripts that run, unless a comment says why not", arguments: examples)
    func runs(_ example: MarkdownPage.Code) async throws {
        if let reason = example.fragment {
            #expect(!reason.isEmpty)
            return
        }
        let workspace = try Workspace()
        try workspace.write("example.lua", example.text)
        let isHandler = example.text.contains("\nreturn handler") || example.text.hasPrefix("return handler")
        try await DemoPortal().serve { address in
            let program = Program(workspace: workspace, environment: ["LUNOKHOD_WEBHOOK": address.webhook])
            let result = try await program.run(["run", "example.lua"] + (isHandler ? ["--id", "7"] : []))
            #expect(result.code == 0, "\(result.errors)")
            #expect(!result.errors.contains("warning: "), "\(result.errors)")
        }
    }

    @Test("the documentation has reports, handlers and plain scripts as examples")
    func kinds() {
        let whole = Self.examples.filter { $0.fragment == nil }.map(\.text)
        #expect(whole.contains { $0.contains("return report") })
        #expect(whole.contains { $0.contains("return handler") })
        #expect(whole.contains { !$0.contains("return ") })
    }
}
