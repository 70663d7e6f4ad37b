import CSV
import Glibc
import Testing
import Trials

@testable import Host

@Suite struct ExportFileTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func export(_ text: String, to path: String, isComplete: Bool = true) throws {
        var file = try ExportFile(path: path)
        var output = OutputBytes()
        output.append(text)
        try file.write(&output)
        #expect(output.count == 0 && file.written == text.utf8.count)
        if isComplete { try file.finish() }
    }

    private func text(_ name: String) throws -> String {
        String(decoding: try LocalFile(path: "\(folder.path)/\(name)").read(), as: UTF8.self)
    }

    @Test("a complete file stands in its place with nothing beside it, an older one is replaced")
    func complete() throws {
        for text in ["a longer first one", "short"] {
            try export(text, to: "\(folder.path)/deals.csv")
            #expect(try self.text("deals.csv") == text)
            #expect(folder.names() == ["deals.csv"])
        }
    }

    @Test("an incomplete one leaves nothing, and the older one as it was")
    func incomplete() throws {
        try export("half", to: "\(folder.path)/deals.csv", isComplete: false)
        #expect(folder.names() == [])
        try folder.write("old", to: "deals.csv")
        try export("half", to: "\(folder.path)/deals.csv", isComplete: false)
        #expect(folder.names() == ["deals.csv"])
        #expect(try text("deals.csv") == "old")
    }

    @Test("what only its owner could read stays so")
    func rights() throws {
        let path = try folder.write("old", to: "deals.csv", mode: 0o600)
        try export("new", to: path)
        #expect(FileFacts(path: path)?.rights == 0o600)
    }

    @Test("a symbolic link stays one, and its file is replaced")
    func link() throws {
        try folder.makeFolder("data")
        try folder.write("old", to: "data/deals.csv")
        #expect(symlink("data/deals.csv", "\(folder.path)/link") == 0)
        try export("new", to: "\(folder.path)/link")
        #expect(SymbolicLink(path: "\(folder.path)/link").target == "data/deals.csv")
        #expect(try text("data/deals.csv") == "new")
        #expect(folder.names(in: "data") == ["deals.csv"])
    }

    @Test("a device is written where it is and stays one")
    func device() throws {
        try export("anything", to: "/dev/null")
        #expect(FileFacts(path: "/dev/null")?.isDevice == true)
        let failure = try #require(throws: HostFailure.self) { try export("anything", to: "/dev/full") }
        #expect(
            failure.description
                == "the file /dev/full can't be written: no space left on device; choose another one with --out")
    }

    @Test("a place where no file can be is told before anything is read")
    func unwritable() throws {
        try folder.write("", to: "file")
        for (path, reason) in [
            ("", "is a directory"), ("/no/x.csv", "no such file or directory"), ("/file/x.csv", "not a directory"),
        ] {
            let failure = try #require(throws: HostFailure.self) { try export("x", to: folder.path + path) }
            #expect(failure.description.contains(": \(reason); choose another one with --out"), "\(failure)")
            #expect(failure.exit == .failed)
        }
        #expect(folder.names() == ["file"])
    }

    @Test("an address is no file's name and is not shown")
    func address() throws {
        let failure = try #require(throws: HostFailure.self) { try export("x", to: "https://x.y/rest/1/s3cret/") }
        #expect(failure.exit == .usage && !failure.description.contains("s3cret"))
    }
}
