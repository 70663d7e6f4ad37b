import DemoPortal
import JSON
import Testing

/// `lunokhod types` and the titles that scripts write instead of codes, by the real program over real HTTP.
@Suite struct DescriptionTests {
    private func serve(
        _ body: @escaping @Sendable (DemoPortal, Program) async throws -> Void
    ) async throws {
        var options = DemoPortalOptions()
        options.deals = 20
        let portal = DemoPortal(options: options)
        let workspace = try Workspace()
        try await portal.serve { address in
            try await body(portal, Program(workspace: workspace, environment: ["LUNOKHOD_WEBHOOK": address.webhook]))
        }
    }

    private func description(_ name: String, in program: Program) throws -> JSONValue {
        try JSONValue(parsing: program.workspace.read(".lunokhod/portals/\(name).json") ?? [])
    }

    @Test("types tells and stores what the embedded demo portal has, in a few requests")
    func embedded() async throws {
        let program = Program(workspace: try Workspace())
        let result = try await program.run("types", "--portal", "demo", "--json")
        #expect(result.code == 0, "\(result.everything)")
        let told = try JSONValue(parsing: Array(result.output.utf8))
        #expect(told["ok"] == true)
        #expect(told["file"] == ".lunokhod/portals/demo.json")
        #expect(told["smart_processes"]?.array?.isEmpty == false)
        #expect((told["requests"]?.integer ?? 99) < 10)
        let stored = try description("demo", in: program)
        #expect(stored["version"] == 1)
        #expect(stored["entities"]?.array?.contains { $0["key"] == "crm.deal" } == true)
        // What the portal says it has is known.
        let methods = Set(stored["methods"]?.array?.compactMap(\.string) ?? [])
        let keys = Set(stored["entities"]?.array?.compactMap { $0["key"]?.string } ?? [])
        for entity in ["crm.deal", "crm.lead", "crm.contact", "crm.company", "crm.quote", "user"]
        where methods.contains("\(entity).fields") {
            #expect(keys.contains(entity))
        }
    }

    @Test("a summary for people has a line for each thing, and the place of the file")
    func summary() async throws {
        try await serve { _, program in
            let result = try await program.run("types")
            #expect(result.code == 0, "\(result.errors)")
            for word in ["portal ", "scopes ", "methods ", "own fields ", "smart processes ", "stages "] {
                #expect(result.output.contains("\n\(word)") || result.output.hasPrefix(word), "\(result.output)")
            }
            #expect(result.output.contains("\n→ .lunokhod/portals/127.0.0.1_"), "\(result.output)")
            #expect(result.output.hasSuffix("→ .lunokhod/types\n→ .luarc.json\n"), "\(result.output)")
        }
    }

    @Test("titles lead to codes without a stored description, each part asked for once")
    func unstored() async throws {
        try await serve { portal, program in
            try program.workspace.write(
                "s.lua",
                """
                print(b24.fields.deal["ответственный"], b24.fields.item.deal["Ответственный"])
                print(b24.fields.deal["Ответственный"], b24.stage.deal["Продажи/Новая"])
                """)
            let result = try await program.run("run", "s.lua")
            #expect(result.code == 0, "\(result.errors)")
            #expect(result.output == "ASSIGNED_BY_ID\tassignedById\nASSIGNED_BY_ID\tNEW\n")
            // A request for each part, and one more where a list has a second page.
            #expect((3...4).contains(portal.statistics.requests))
            #expect(program.workspace.names() == ["s.lua"])
        }
    }

    @Test("with a stored description nothing is asked, and an unknown title asks once and names the nearest")
    func stored() async throws {
        try await serve { portal, program in
            #expect(try await program.run("types").code == 0)
            let before = portal.statistics.requests
            try program.workspace.write("s.lua", "print(b24.fields.deal['Ответственный'])")
            #expect(try await program.run("run", "s.lua").output == "ASSIGNED_BY_ID\n")
            #expect(portal.statistics.requests == before)
            try program.workspace.write(
                "wrong.lua",
                """
                pcall(function() return b24.fields.deal["Ответственны"] end)
                print(b24.fields.deal["Ответственны"])
                """)
            let result = try await program.run("run", "wrong.lua")
            #expect(result.code == 1)
            #expect(result.errors.contains("wrong.lua:2: deals have no field titled 'Ответственны'; did you mean"))
            #expect(result.errors.contains("'Ответственный'?") && result.errors.contains("`lunokhod types`"))
            #expect(portal.statistics.requests == before + 1)
        }
    }

    @Test("a report may look its codes up while it loads")
    func loading() async throws {
        try await serve { _, program in
            try program.workspace.write(
                "s.lua",
                """
                local OWNER = b24.fields.deal["Ответственный"]
                return report { title = "T", run = function() return { report.text(OWNER) } end }
                """)
            let result = try await program.run("run", "s.lua")
            #expect(result.code == 0 && result.output.contains("ASSIGNED_BY_ID"), "\(result.everything)")
        }
    }

    @Test("a damaged description is told and not used")
    func damaged() async throws {
        try await serve { _, program in
            let types = try JSONValue(parsing: Array(try await program.run("types", "--json").output.utf8))
            try program.workspace.write(try #require(types["file"]?.string), "{")
            try program.workspace.write("s.lua", "print(b24.fields.deal['Ответственный'])")
            let result = try await program.run("run", "s.lua")
            #expect(result.output == "ASSIGNED_BY_ID\n")
            #expect(result.errors.contains("is of no use") && result.errors.contains("lunokhod types"))
        }
    }
}
