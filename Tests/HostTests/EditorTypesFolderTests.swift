import EditorTypes
import Glibc
import Testing
import Trials

@testable import Host

@Suite struct EditorTypesFolderTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private var types: EditorTypesFolder { EditorTypesFolder(path: "\(folder.path)/.lunokhod/types") }
    private func file(_ name: String, _ text: String = "---@meta _\n\(EditorFile.mark)\n") -> EditorFile {
        EditorFile(name: name, text: text)
    }
    private func text(_ name: String) throws -> String {
        let bytes = try LocalFile(path: "\(folder.path)/.lunokhod/types/\(name)").read()
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test("the folder is made, and every file is there under its name")
    func fresh() throws {
        #expect(try types.write([file("b24.lua", "---@meta b24\n"), file("rows.lua")]) == 2)
        #expect(folder.names(in: ".lunokhod/types") == ["b24.lua", "rows.lua"])
        #expect(try text("b24.lua") == "---@meta b24\n")
    }

    @Test("a file that is no longer made is removed, and one that somebody else put there stays")
    func stale() throws {
        try types.write([file("b24_old.lua"), file("b24.lua")])
        try folder.write("return 1\n", to: ".lunokhod/types/mine.lua")
        try folder.write("---@meta _\n\(EditorFile.mark)\n", to: ".lunokhod/types/notes.txt")
        try folder.write("---@meta _\n\n---@class own\n", to: ".lunokhod/types/declared.lua")
        #expect(try types.write([file("b24.lua")]) == 1)
        #expect(folder.names(in: ".lunokhod/types") == ["b24.lua", "declared.lua", "mine.lua", "notes.txt"])
    }

    @Test("a file that is right already isn't written again")
    func unchanged() throws {
        try types.write([file("b24.lua"), file("rows.lua")])
        #expect(try types.write([file("b24.lua"), file("rows.lua", "---@meta rows\n")]) == 1)
        #expect(try text("rows.lua") == "---@meta rows\n")
        #expect(folder.names(in: ".lunokhod/types") == ["b24.lua", "rows.lua"])
    }

    @Test("a path that is a file is told in one sentence, and nothing is left behind")
    func blocked() throws {
        try folder.write("", to: ".lunokhod")
        let failure = #expect(throws: HostFailure.self) { try types.write([file("b24.lua")]) }
        #expect(failure?.description.contains(".lunokhod/types: ") == true)
        #expect(folder.names() == [".lunokhod"])
    }
}
