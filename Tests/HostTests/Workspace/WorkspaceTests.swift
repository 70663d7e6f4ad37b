import Testing
import Timetable
import Trials

@testable import Host

@Suite struct WorkspaceTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func begin(_ kind: ScriptKind = .job, _ name: String = "x") throws -> Workspace.Beginning {
        var settings = Settings()
        settings.path = "\(folder.path)/lunokhod.yaml"
        let script = try NewScript(
            kind, named: try ScriptName(name), wishes: .init(), now: Moment(unixSeconds: 1_800_000_000))
        return try Workspace(settings: settings, environment: [:]).begin(script)
    }

    private func text(_ name: String) throws -> String {
        String(decoding: try LocalFile(path: "\(folder.path)/\(name)").read(), as: UTF8.self)
    }

    @Test("the first script makes the workspace, the second only itself")
    func twice() throws {
        let first = try begin()
        #expect(
            first.files.map { $0.dropFirst(folder.path.utf8.count + 1) }
                == ["scripts/jobs/x.lua", ".gitignore", ".lunokhod/types", ".luarc.json"])
        #expect(first.warnings.isEmpty)
        #expect(folder.names(in: ".lunokhod/types").contains("portal.lua"))
        #expect(try begin(.report).files == ["\(folder.path)/scripts/reports/x.lua"])
    }

    @Test("a script that exists stays, and nothing else is made")
    func taken() throws {
        try folder.makeFolder("scripts")
        try folder.write("mine", to: "scripts/x.lua")
        let failure = #expect(throws: HostFailure.self) { try begin(.script) }
        #expect(failure?.exit == .failed)
        #expect(failure?.description.contains("scripts/x.lua exists already") == true)
        #expect(try text("scripts/x.lua") == "mine")
        #expect(folder.names() == ["scripts"])
    }

    @Test("files that exist are kept")
    func kept() throws {
        try folder.write("mine", to: ".gitignore")
        #expect(try !begin().files.contains("\(folder.path)/.gitignore"))
        #expect(try text(".gitignore") == "mine")
    }

    @Test("an editor's file that can't be read is a warning, and the types are there")
    func damagedEditorFile() throws {
        try folder.write("{", to: ".luarc.json")
        let beginning = try begin()
        #expect(beginning.warnings.count == 1 && beginning.warnings[0].contains(".luarc.json stays as it is"))
        #expect(beginning.files.last == "\(folder.path)/.lunokhod/types")
        #expect(try text(".luarc.json") == "{")
    }

    @Test("a damaged description of the portal is a warning")
    func damagedDescription() throws {
        try folder.makeFolder(".lunokhod")
        try folder.makeFolder(".lunokhod/portals")
        try folder.write("{", to: ".lunokhod/portals/portal.json")
        #expect(try begin().warnings.first?.contains("lunokhod types") == true)
    }

    @Test("a file where the folder must be is told, and nothing is made")
    func blocked() throws {
        try folder.write("", to: "scripts")
        let failure = #expect(throws: HostFailure.self) { try begin() }
        #expect(failure?.description.contains("can't be written") == true)
        #expect(folder.names() == ["scripts"])
    }

    @Test("the command names what a handler and other settings need")
    func command() throws {
        #expect(
            try begin(.handler).command
                == "lunokhod run \(folder.path)/scripts/handlers/x.lua --id 1 --settings \(folder.path)/lunokhod.yaml")
    }
}
