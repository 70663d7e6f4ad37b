import JSON
import Testing

/// `lunokhod methods` tells what the portal's API has, without a portal.
@Suite struct MethodsTests {
    private func run(_ arguments: String..., locale: String? = nil) async throws -> Program.Result {
        var program = Program(workspace: try Workspace())
        program.environment["LUNOKHOD_LOCALE"] = locale
        return try await program.run(["methods"] + arguments)
    }

    @Test("without words there are the scopes, with titles in both languages and how to go on")
    func scopes() async throws {
        let result = try await run()
        #expect(result.code == 0)
        #expect(result.output.contains("users / пользователи"))
        #expect(result.errors.contains("lunokhod methods crm.deal.list"))
        let russian = try await run(locale: "ru")
        #expect(russian.output.contains("пользователи / users"))
    }

    @Test("words in Russian find methods, a line each")
    func words() async throws {
        let result = try await run("сделка", "список")
        #expect(result.code == 0)
        let first = try #require(result.output.split(separator: "\n").first)
        #expect(first.hasPrefix("crm.deal.list †") && first.contains("deals: list / сделки: список"))
        #expect(result.errors.contains("† deprecated"))
        #expect(!result.everything.contains("\u{1B}"))
    }

    @Test("a limit says how many more there are")
    func limit() async throws {
        let result = try await run("--scope", "crm", "--writes", "--limit", "3")
        #expect(result.code == 0 && result.output.split(separator: "\n").count == 3)
        #expect(result.errors.contains("more: --limit"))
    }

    @Test(
        "a name shows its method however it is typed",
        arguments: [["crm.deal.get"], ["B24.CRM.DEAL.GET"], ["crm.deal.get", "--all"], ["crm.deal.get@2"]])
    func page(_ arguments: [String]) async throws {
        let result = try await Program(workspace: try Workspace()).run(["methods"] + arguments)
        #expect(result.code == 0)
        for part in [
            "crm.deal.get\n", "required", "local deal = b24.crm.deal.get { id = 1 }", "https://", "ONCRMDEALADD",
        ] {
            #expect(result.output.contains(part), "\(part): \(result.output)")
        }
    }

    @Test(
        "a method of both REST APIs names its other self",
        arguments: [["v3", "tasks.task.get"], ["tasks.task.get", "--v3"]])
    func third(_ arguments: [String]) async throws {
        let second = try await run("tasks.task.get")
        #expect(second.output.contains("lunokhod methods tasks.task.get@3"))
        let third = try await Program(workspace: try Workspace()).run(["methods"] + arguments)
        #expect(third.output.contains("b24.v3.tasks.task.get { id = 1 }"))
    }

    @Test("programs get the scopes, the methods found and one method as JSON")
    func json() async throws {
        let scopes = try JSONValue(parsing: try await run("--json").output.utf8)
        #expect(scopes.array?.contains { $0["scope"] == "crm" } == true)
        let found = try JSONValue(parsing: try await run("contact", "add", "--json").output.utf8)
        #expect(found[0]?["method"] == "crm.contact.add" && found[0]?["title"]?["ru"] == "контакты: добавить")
        let method = try JSONValue(parsing: try await run("crm.deal.list", "--json").output.utf8)
        #expect(method["list"]?["walk"] == "id" && method["callable"]?.isNull == true)
        let nothing = try await run("qqqqzzzz", "--json")
        #expect(nothing.code == 1)
        #expect(try JSONValue(parsing: nothing.output.utf8)["ok"] == false)
    }

    @Test("a slip is told with what was looked for instead, and nothing found is one sentence")
    func wrong() async throws {
        let near = try await run("зделка")
        #expect(near.code == 0 && near.errors.contains("'зделка'"))
        let nothing = try await run("qqqqzzzz")
        #expect(nothing.code == 1 && nothing.output.isEmpty)
        #expect(nothing.errors.hasPrefix("lunokhod: no method has 'qqqqzzzz'"), "\(nothing.errors)")
        #expect(nothing.errors.split(separator: "\n").count == 1)
        let scope = try await run("--scope", "cmr")
        #expect(scope.code == 2 && scope.errors.contains("did you mean 'crm'?"))
        #expect(try await run("--reads", "--writes").code == 2)
    }

    @Test("settings that can't be read don't stop it")
    func settings() async throws {
        let workspace = try Workspace()
        try workspace.write("lunokhod.yaml", "portals: [")
        #expect(try await Program(workspace: workspace).run("methods", "crm.deal.get").code == 0)
    }

    @Test("a shell completes the names of methods")
    func completion() async throws {
        let script = try await Program(workspace: try Workspace()).run("--generate-completion-script", "bash")
        #expect(script.output.contains("methods"))
    }
}
