import DemoPortal
import FoundationEssentials
import JSON
import Testing

/// `lunokhod portal check`, by the real program over real HTTP.
@Suite struct PortalCheckTests {
    private static let code = "s3cretMARK0000"

    private func check(
        scopes: [String] = DemoPortal.scopes, files: [String: String] = [:], _ arguments: String...
    ) async throws -> Program.Result {
        var options = DemoPortalOptions()
        options.deals = 5
        options.scopes = scopes
        options.webhookCode = Self.code
        let workspace = try Workspace()
        try FileManager.default.createDirectory(
            atPath: "\(workspace.path)/scripts/deep", withIntermediateDirectories: true)
        for (name, text) in files { try workspace.write("scripts/\(name)", text) }
        return try await DemoPortal(options: options).serve { address in
            let environment = ["LUNOKHOD_WEBHOOK": address.webhook, "LUNOKHOD_ZONE": "Europe/Moscow"]
            let result = try await Program(workspace: workspace, environment: environment)
                .run(["portal", "check"] + arguments)
            #expect(!result.everything.contains(Self.code))
            return result
        }
    }

    private static let fitting =
        "return job { title = 't', schedule = '0 8 * * *', scopes = { 'crm' }, run = function() end }"

    @Test("a portal that scripts can use ends with 0 and a line for each thing")
    func usable() async throws {
        let result = try await check(files: ["deep/a.lua": Self.fitting])
        #expect(result.code == 0, "\(result.everything)")
        for word in ["credential", "scopes", "limits", "clock", "zone", "REST 3.0", "scripts/deep/a.lua"] {
            #expect(result.output.contains("\n✓ \(word) "), "\(word) in \(result.output)")
        }
    }

    @Test("what a script needs and the webhook doesn't have is a problem that ends with 1")
    func needs() async throws {
        let script =
            "return handler { title = 't', on = { 'ONCRMDEALADD' }, scopes = { 'telephony' }, run = function() end }"
        let result = try await check(files: ["h.lua": script], "--json")
        #expect(result.code == 1, "\(result.everything)")
        let told = try JSONValue(parsing: Array(result.output.utf8))
        #expect(told["ok"] == false)
        let finding = try #require(told["findings"]?.array?.first { $0["topic"] == "scripts/h.lua" })
        #expect(finding["mark"] == "problem")
        #expect(finding["advice"]?.string?.contains("add 'telephony'") == true)
    }

    @Test("a plain script is not run against the portal, and a broken one is a problem with its line")
    func others() async throws {
        let files = ["plain.lua": "print(b24.crm.deal.add { fields = {} })", "broken.lua": "local x = 1\nfor for"]
        let result = try await check(files: files)
        #expect(result.code == 1)
        #expect(result.output.contains("✓ scripts/plain.lua   a plain script"))
        #expect(result.output.contains("✗ scripts/broken.lua  can't be loaded: line 2: "))
    }

    @Test("a script that looks titles up while it loads is loaded")
    func titles() async throws {
        let script = """
            local FIELD = b24.fields.deal["Ответственный"]
            \(Self.fitting)
            """
        let result = try await check(files: ["t.lua": script])
        #expect(result.code == 0, "\(result.everything)")
    }

    @Test("a webhook that is not the portal's is a problem, and its secret is not shown")
    func dead() async throws {
        let workspace = try Workspace()
        try await DemoPortal(options: DemoPortalOptions()).serve { address in
            let webhook = "http://127.0.0.1:\(address.port)/rest/1/\(Self.code)/"
            let program = Program(workspace: workspace, environment: ["LUNOKHOD_WEBHOOK": webhook])
            let result = try await program.run("portal", "check")
            #expect(result.code == 1)
            #expect(result.output.contains("✗ access") && result.output.contains("check the webhook in Bitrix24"))
            #expect(!result.everything.contains(Self.code))
        }
    }
}
