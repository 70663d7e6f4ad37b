import DemoPortal
import JSON
import Testing

/// A code that no output may show.
private let markedSecret = "s3cretMARK"

/// Everything that can be wrong is one sentence with its place, an exit code, no half-written file – and no secret.
@Suite struct BadInputTests {
    /// A way to fail: what lies in the workspace, how the program is called, and what it must say.
    struct Failing: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var files: [String: String] = [:]
        var mode: UInt32 = 0o600
        var arguments = ["run", "s.lua"]
        var webhook: String? = "http://127.0.0.1:1/rest/1/\(markedSecret)/"
        let code: Int
        let says: [String]
    }

    static let plain = ["s.lua": "print(b24.user.current {}.NAME)"]
    static let report = ["s.lua": "return report { title = 'T', run = function() return { report.text 'x' } end }"]

    static let ways: [Failing] = [
        Failing(
            testDescription: "an unreachable portal", files: plain, code: 1,
            says: ["s.lua:1:", "can't be reached", "refuses"]),
        Failing(
            testDescription: "no portal set up", files: plain, webhook: nil, code: 1,
            says: ["LUNOKHOD_WEBHOOK", "lunokhod.yaml"]),
        Failing(
            testDescription: "a malformed webhook", files: plain, webhook: "https://x.bitrix24.ru/\(markedSecret)",
            code: 1,
            says: ["LUNOKHOD_WEBHOOK", "/rest/USER/CODE/"]),
        Failing(
            testDescription: "malformed settings",
            files: plain.merging(["lunokhod.yaml": "portals:\n  main\n   : webhook: \(markedSecret)\n"]) { $1 },
            code: 2,
            says: ["lunokhod.yaml:3:", "not YAML"]),
        Failing(
            testDescription: "an unknown setting",
            files: plain.merging(["lunokhod.yaml": "portals:\n  main:\n    webhok: \(markedSecret)\n"]) { $1 }, code: 2,
            says: ["lunokhod.yaml:3:", "did you mean 'webhook'?"]),
        Failing(
            testDescription: "a webhook in settings that others can read",
            files: plain.merging([
                "lunokhod.yaml": "portals:\n  main:\n    webhook: https://x.y/rest/1/\(markedSecret)/\n"
            ]) {
                $1
            },
            mode: 0o644, webhook: nil, code: 1, says: ["lunokhod.yaml:3:", "chmod 600"]),
        Failing(
            testDescription: "a missing settings file", files: plain,
            arguments: ["run", "s.lua", "--settings", "no.yaml"],
            code: 2, says: ["no.yaml", "no such file"]),
        Failing(testDescription: "a missing script", code: 2, says: ["s.lua", "no such file"]),
        Failing(
            testDescription: "a syntax error", files: ["s.lua": "local x = 1\nfor for"], code: 1,
            says: ["s.lua:2:", "expected near 'for'"]),
        Failing(
            testDescription: "an error in the script", files: ["s.lua": "local t = {}\nprint(t.a.b)"], code: 1,
            says: ["s.lua:2:", "field 'a'"]),
        Failing(
            testDescription: "an unknown key", files: ["s.lua": "return report {\n  titel = 'x',\n  run = print,\n}"],
            code: 1, says: ["s.lua:2:", "titel", "did you mean \"title\"?"]),
        Failing(
            testDescription: "a key of the wrong type",
            files: ["s.lua": "return report {\n  title = 'x',\n  period = 5,\n  run = print,\n}"], code: 1,
            says: ["s.lua:3:", "period must be text", "got 5"]),
        Failing(
            testDescription: "a definition without run", files: ["s.lua": "\nreturn job { title = 'x' }"], code: 1,
            says: ["s.lua:2:", "run = function(slot)"]),
        Failing(
            testDescription: "a report without blocks",
            files: ["s.lua": "return report {\n  title = 'x',\n  run = function() end,\n}"], code: 1,
            says: ["s.lua:3:", "no blocks"]),
        Failing(
            testDescription: "blocks that are none",
            files: ["s.lua": "return report {\n  title = 'x',\n  run = function() return { 'text' } end,\n}"], code: 1,
            says: ["s.lua:3:", "block 1"]),
        Failing(
            testDescription: "a definition that isn't returned",
            files: ["s.lua": "local r = report { title = 'x', run = print }"], code: 1, says: ["return report"]),
        Failing(
            testDescription: "calls while loading",
            files: ["s.lua": "pcall(b24.call, 'user.current')\nreturn job { run = print }"], code: 1,
            says: ["while it loads"]),
        Failing(
            testDescription: "a write outside of the limits",
            files: [
                "s.lua":
                    "return job { writes = {}, run = function()\n  b24.crm.deal.delete { id = 1 }\nend }"
            ], code: 1, says: ["s.lua:2:", "crm.deal.delete", "`writes`"]),
        Failing(
            testDescription: "an unwritable folder", files: report.merging(["file": ""]) { $1 },
            arguments: ["run", "s.lua", "--out", "file/out"], code: 1, says: ["file/out", "--out"]),
        Failing(
            testDescription: "a script that wants another folder of the machine",
            files: [
                "s.lua":
                    "return report { title = 'T', deliver = { folder = '../x' }, run = function() return { report.text 'x' } end }"
            ], code: 1, says: ["deliver.folder"]),
        Failing(
            testDescription: "an unknown format", files: report, arguments: ["run", "s.lua", "--format", "cvs"],
            code: 2,
            says: ["cvs", "csv"]),
        Failing(
            testDescription: "an unknown period", files: report, arguments: ["run", "s.lua", "--period", "lst week"],
            code: 2, says: ["--period", "last week"]),
        Failing(
            testDescription: "an unknown portal",
            files: plain.merging(["lunokhod.yaml": "portals:\n  main:\n    webhook_file: w\n", "w": markedSecret]) {
                $1
            },
            arguments: ["run", "s.lua", "--portal", "mian"], code: 1, says: ["mian", "did you mean 'main'?"]),
        Failing(
            testDescription: "a malformed webhook file",
            files: plain.merging([
                "lunokhod.yaml": "portals:\n  main:\n    webhook_file: w\n", "w": "x \(markedSecret)",
            ]) {
                $1
            },
            webhook: nil, code: 1, says: ["the webhook in w"]),
        Failing(testDescription: "an unknown command", arguments: ["rn"], code: 2, says: ["rn"]),
        Failing(
            testDescription: "an unknown flag", files: plain, arguments: ["run", "s.lua", "--perod", "x"], code: 2,
            says: ["--perod"]),
    ]

    @Test("what is wrong is told with its place and without the secret", arguments: ways)
    func fails(_ failing: Failing) async throws {
        let workspace = try Workspace()
        for (name, text) in failing.files { try workspace.write(name, text, mode: failing.mode) }
        var program = Program(workspace: workspace)
        if let webhook = failing.webhook { program.environment["LUNOKHOD_WEBHOOK"] = webhook }
        let before = workspace.names()
        for extra in [[], ["--json"]] where extra.isEmpty || failing.arguments.first == "run" {
            let result = try await program.run(failing.arguments + extra)
            #expect(result.code == failing.code, "\(result.everything)")
            for part in failing.says where extra.isEmpty { #expect(result.errors.contains(part), "\(result.errors)") }
            #expect(!result.everything.contains(markedSecret), "\(result.everything)")
            #expect(workspace.names() == before)
            if extra.isEmpty && failing.code == 1 {
                #expect(
                    result.errors.split(separator: "\n").filter { !$0.hasPrefix("  ") }.count == 1, "\(result.errors)")
            }
        }
    }

    @Test("a wrong webhook is told with what to check, and not shown")
    func wrongWebhook() async throws {
        let workspace = try Workspace()
        try workspace.write("s.lua", Self.plain["s.lua"] ?? "")
        try await DemoPortal().serve { address in
            let webhook = "http://127.0.0.1:\(address.port)/rest/1/\(markedSecret)/"
            let program = Program(workspace: workspace, environment: ["LUNOKHOD_WEBHOOK": webhook])
            let result = try await program.run("run", "s.lua")
            #expect(result.code == 1)
            #expect(
                result.errors.contains("s.lua:1:") && result.errors.contains("check the webhook"), "\(result.errors)")
            #expect(!result.everything.contains(markedSecret))
        }
    }

    @Test("a script can't see the webhook, whatever it looks at")
    func unseen() async throws {
        let workspace = try Workspace()
        try workspace.write(
            "s.lua",
            """
            local seen = {}
            local function show(value, depth)
              if type(value) ~= "table" or seen[value] or depth > 6 then print(tostring(value)) return end
              seen[value] = true
              for key, item in pairs(value) do print(tostring(key)) show(item, depth + 1) end
              local meta = getmetatable(value)
              if type(meta) == "table" then show(meta, depth + 1) end
            end
            show(_G, 0)
            local _, failure = pcall(b24.call, "no.such.method")
            show(failure, 0)
            """)
        try await DemoPortal().serve { address in
            let program = Program(workspace: workspace, environment: ["LUNOKHOD_WEBHOOK": address.webhook])
            let result = try await program.run("run", "s.lua")
            #expect(result.code == 0, "\(result.errors)")
            #expect(result.output.contains("ERROR_METHOD_NOT_FOUND"))
            let code = address.webhook.split(separator: "/").last.map(String.init) ?? ""
            #expect(!code.isEmpty && !result.everything.contains(code))
        }
    }
}
