import Testing
import Trials

@testable import Host

@Suite struct ScriptShelfTests {
    @Test("the Lua files of a folder and of those in it are found, hidden and other ones are not")
    func files() throws {
        let folder = try TemporaryFolder()
        for name in ["deep", "deep/deeper", ".git"] { try folder.makeFolder(name) }
        for name in ["b.lua", "a.lua", "c.txt", "deep/deeper/d.lua", ".git/e.lua", ".f.lua"] {
            try folder.write("", to: name)
        }
        let names = ["a.lua", "b.lua", "deep/deeper/d.lua"]
        #expect(ScriptShelf(folder: folder.path).files == names.map { "\(folder.path)/\($0)" })
    }

    @Test("a folder that isn't there has none")
    func missing() {
        #expect(ScriptShelf(folder: "/nowhere/at/all").files.isEmpty)
    }
}
