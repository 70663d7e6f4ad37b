import Glibc
import Reports
import Testing
import Trials

@testable import Host

@Suite struct ReportFolderTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test("every file gets its name, its suffix and its extension")
    func names() throws {
        let paths = try ReportFolder(path: "\(folder.path)/out").put(
            [
                ReportFile(fileExtension: "md", bytes: Array("# Report".utf8)),
                ReportFile(fileExtension: "csv", bytes: Array("a,b".utf8)),
                ReportFile(suffix: "-2", fileExtension: "csv", bytes: []),
            ], name: "weekly-2026-W47")
        let names = ["weekly-2026-W47.md", "weekly-2026-W47.csv", "weekly-2026-W47-2.csv"]
        #expect(paths == names.map { "\(folder.path)/out/\($0)" })
        #expect(folder.names(in: "out") == names.sorted())
        #expect(try text(paths[0]) == "# Report")
        #expect(try text(paths[1]) == "a,b")
        #expect(try text(paths[2]) == "")
    }

    @Test("an older report is replaced, a longer one wholly")
    func replacement() throws {
        let reports = ReportFolder(path: folder.path)
        _ = try reports.put([file("a long first report")], name: "weekly")
        let paths = try reports.put([file("short")], name: "weekly")
        #expect(try text(paths[0]) == "short")
        #expect(folder.names() == ["weekly.md"])
    }

    @Test("folders are made as deep as needed", arguments: ["a", "a/b/c", "a//b/", "./a/../b"])
    func nested(path: String) throws {
        let paths = try ReportFolder(path: "\(folder.path)/\(path)").put([file("x")], name: "weekly")
        #expect(paths == ["\(folder.path)/\(path)/weekly.md"])
        #expect(try text(paths[0]) == "x")
    }

    @Test("a report of many pieces of the disk is written whole")
    func large() throws {
        let bytes = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
        let paths = try ReportFolder(path: folder.path).put(
            [ReportFile(fileExtension: "csv", bytes: bytes)], name: "large")
        #expect(try LocalFile(path: paths[0]).read() == bytes)
    }

    @Test("everybody may read a report, only its owner may change it")
    func rights() throws {
        let old = umask(0o022)
        defer { umask(old) }
        let paths = try ReportFolder(path: folder.path).put([file("x")], name: "weekly")
        #expect(FileFacts(path: paths[0])?.rights == 0o644)
    }

    @Test("a file that can't be put into its place leaves no other one behind")
    func failedRename() throws {
        try folder.makeFolder("weekly.csv")
        try folder.write("old", to: "weekly.csv/kept")
        let sentence = try #require(failure([file("x"), ReportFile(fileExtension: "csv", bytes: [])]))
        #expect(sentence.hasPrefix("reports can't be written into \(folder.path): "))
        #expect(sentence.hasSuffix("; choose another folder with --out"))
        #expect(folder.names().filter { $0.hasPrefix(".") } == [])
        #expect(folder.names(in: "weekly.csv") == ["kept"])
    }

    @Test("a file that can't be written leaves the older ones as they were and nothing beside them")
    func failedWrite() throws {
        try folder.write("old", to: "weekly.md")
        let obstacle = ".weekly.csv.mark"
        try folder.makeFolder(obstacle)
        let sentence = try #require(failure([file("new"), ReportFile(fileExtension: "csv", bytes: [])], mark: "mark"))
        #expect(sentence.contains("is a directory"))
        #expect(folder.names() == [obstacle, "weekly.md"])
        #expect(try text("\(folder.path)/weekly.md") == "old")
    }

    @Test("a folder that can't be made is told by its whole name")
    func unmakable() throws {
        let file = try folder.write("", to: "file")
        #expect(
            failure([self.file("x")], into: "\(file)/out/deep")
                == "reports can't be written into \(file)/out/deep: not a directory; choose another folder with --out")
    }

    @Test("two reports that are written at the same time by one program don't meet, whatever their names")
    func marks() {
        #expect(ReportFolder(path: "out").mark != ReportFolder(path: "out").mark)
    }

    @Test("a file in place of the folder is told so")
    func fileInPlace() throws {
        let file = try folder.write("kept", to: "file")
        #expect(
            failure([self.file("x")], into: file)
                == "reports can't be written into \(file): it is not a folder; choose another folder with --out")
        #expect(try text(file) == "kept")
    }

    private func file(_ text: String) -> ReportFile { ReportFile(fileExtension: "md", bytes: Array(text.utf8)) }

    private func text(_ path: String) throws -> String {
        String(decoding: try LocalFile(path: path).read(), as: UTF8.self)
    }

    private func failure(_ files: [ReportFile], into path: String? = nil, mark: String? = nil) -> String? {
        do throws(HostFailure) {
            _ = try ReportFolder(path: path ?? folder.path, mark: mark).put(files, name: "weekly")
            return nil
        } catch {
            return error.description
        }
    }
}
