import Glibc
import Testing
import Trials

@testable import Host

@Suite struct LocalFileTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test("a file is created where nothing is, and never over something, even a link that leads nowhere")
    func create() throws {
        let file = LocalFile(path: "\(folder.path)/a")
        try file.create([1, 2])
        #expect(try file.read() == [1, 2])
        let failure = #expect(throws: LocalFile.Failure.self) { try file.create([3]) }
        #expect(failure?.isTaken == true && failure?.isMissing == false)
        #expect(try file.read() == [1, 2])
        #expect(symlink("\(folder.path)/nowhere", "\(folder.path)/link") == 0)
        #expect(throws: LocalFile.Failure.self) { try LocalFile(path: "\(folder.path)/link").create([3]) }
        #expect(folder.names() == ["a", "link"])
    }

    @Test("a folder is made with those above it, and a file in its way is told")
    func folders() throws {
        let deep = LocalFolder(path: "\(folder.path)/a/b")
        try deep.make()
        try deep.make()
        #expect(folder.names(in: "a") == ["b"])
        try folder.write("", to: "a/b/file")
        #expect(throws: LocalFile.Failure.self) { try LocalFolder(path: "\(folder.path)/a/b/file").make() }
        #expect(throws: LocalFile.Failure.self) { try LocalFolder(path: "\(folder.path)/a/b/file/c").make() }
    }
}
