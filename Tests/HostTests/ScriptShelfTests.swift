import Glibc
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
        #expect(ScriptShelf(folder: folder.path).look().files == names.map { "\(folder.path)/\($0)" })
    }

    @Test("a folder that isn't there has none")
    func missing() {
        let contents = ScriptShelf(folder: "/nowhere/at/all").look()
        #expect(contents.files.isEmpty && contents.obstacle == nil)
    }

    @Test("a folder that can't be read is told and is not taken for an empty one")
    func unreadable() throws {
        let folder = try TemporaryFolder()
        try folder.write("", to: "a.lua")
        // Not even root can follow a link that leads to itself.
        #expect(symlink("loop", "\(folder.path)/loop") == 0)
        let contents = ScriptShelf(folder: folder.path).look()
        #expect(contents.obstacle?.hasPrefix("\(folder.path)/loop: ") == true)
    }
}
