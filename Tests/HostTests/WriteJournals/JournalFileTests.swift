import Bitrix24
import Glibc
import Testing
import Trials

@testable import Host

@Suite struct JournalFileTests {
    let folder: TemporaryFolder
    private var path: String { "\(folder.path)/contacts.journal" }

    init() throws { folder = try TemporaryFolder() }

    private func open(job: String = "contacts") throws -> JournalFile { try JournalFile(path: path, job: job) }

    private func bytes() throws -> [UInt8] { try LocalFile(path: path).read() }

    /// Writes portions of rows as an import does; returns how long the file was when each row's end was recorded.
    private func fill(rows: Int, portion: Int) async throws -> [(key: String, length: Int)] {
        let journal = try open()
        var recorded: [(String, Int)] = []
        for start in stride(from: 0, to: rows, by: portion) {
            let keys = (start..<start + portion).map { "row \($0)" }
            try await journal.begin(keys)
            try await journal.finish(keys.map { ($0, .done(result: Array("\"\($0)\"".utf8))) })
            let length = try bytes().count
            recorded += keys.map { ($0, length) }
        }
        return recorded
    }

    @Test("a journal that is opened again knows what it knew")
    func reopened() async throws {
        let recorded = try await fill(rows: 3_000, portion: 50)
        let journal = try open()
        for (key, _) in recorded {
            #expect(try await journal.outcome(of: key) == .done(result: Array("\"\(key)\"".utf8)))
        }
        #expect(try await journal.outcome(of: "row 3000") == nil)
    }

    @Test("cut anywhere, it loses no end that was recorded and invents none, and can be gone on with")
    func cut() async throws {
        let recorded = try await fill(rows: 60, portion: 5)
        let whole = try bytes()
        var random = SeededRandom(seed: 1969)
        for _ in 0..<300 {
            let length = Int.random(in: 0...whole.count, using: &random)
            try folder.write(Array(whole[..<length]), to: "contacts.journal")
            let journal = try open()
            for (key, recordedAt) in recorded {
                let entry = try await journal.outcome(of: key)
                if recordedAt <= length { #expect(entry == .done(result: Array("\"\(key)\"".utf8))) }
                if case .done(let result)? = entry { #expect(result == Array("\"\(key)\"".utf8)) }
            }
            try await journal.begin(["new"])
            try await journal.finish("new", .left)
            #expect(try await journal.outcome(of: "new") == .left)
        }
    }

    @Test("what a crash has torn is gone from the file, so that the next line is whole")
    func torn() async throws {
        _ = try await fill(rows: 10, portion: 5)
        let whole = try bytes()
        for tail in [#"{"key":"row 3","do"#, "\u{0}\u{0}\u{0}", "{\"key\":\"x\"\n\u{0}\u{0}", "\n"] {
            try folder.write(whole + Array(tail.utf8), to: "contacts.journal")
            try await open().begin(["new"])
            #expect(try bytes() == whole + Array("{\"begin\":[\"new\"]}\n".utf8))
            #expect(try await open().outcome(of: "row 9") != nil)
        }
    }

    @Test("damage in the middle is told, and nothing is changed")
    func damaged() async throws {
        _ = try await fill(rows: 10, portion: 5)
        var damaged = try bytes()
        let newline = try #require(damaged.firstIndex(of: UInt8(ascii: "\n")))
        damaged[newline + 1] = 0
        try folder.write(damaged, to: "contacts.journal")
        let failure = try #require(throws: HostFailure.self) { try open() }
        #expect(failure.description.contains("is damaged before its line 3"), "\(failure)")
        #expect(try bytes() == damaged)
    }

    @Test("another job's journal is refused with both names, and stays as it is")
    func otherJob() async throws {
        _ = try await fill(rows: 5, portion: 5)
        let before = try bytes()
        let failure = try #require(throws: HostFailure.self) { try open(job: "deals") }
        #expect(
            failure.description
                == "the journal \(path) is that of another job, \"contacts\", and this one is \"deals\"; "
                + "choose another file")
        #expect(failure.exit == .usage)
        #expect(try bytes() == before)
    }

    @Test(
        "a file that is no journal is refused and stays as it is",
        arguments: ["ID;NAME\n1;Anna\n", "{}\n", "{\n", "x", #"{"key":"a","left":true}"# + "\n"])
    func foreign(text: String) throws {
        try folder.write(text, to: "contacts.journal", mode: 0o644)
        let failure = try #require(throws: HostFailure.self) { try open() }
        #expect(failure.description == "\(path) is not a journal of writes; choose another file")
        #expect(try bytes() == Array(text.utf8))
        #expect(FileFacts(path: path)?.rights == 0o644)
    }

    @Test("a newer version's journal is refused")
    func newer() throws {
        try folder.write(#"{"journal":2,"job":"contacts"}"# + "\n", to: "contacts.journal")
        let failure = try #require(throws: HostFailure.self) { try open() }
        #expect(failure.description.contains("was written by a newer Lunokhod"))
    }

    @Test("only its owner can read it")
    func rights() throws {
        _ = try open()
        #expect(FileFacts(path: path)?.rights == 0o600)
        #expect(chmod(path, 0o644) == 0)
        _ = try open()
        #expect(FileFacts(path: path)?.rights == 0o600)
    }

    @Test("two programs don't write one journal")
    func locked() async throws {
        let first = try open()
        let failure = try #require(throws: HostFailure.self) { try open() }
        #expect(failure.description.contains("is in use by another program"))
        try await first.begin(["a"])
    }

    @Test("a place where no file can be is told")
    func unwritable() throws {
        let failure = try #require(throws: HostFailure.self) {
            try JournalFile(path: "\(folder.path)/no/journal", job: "contacts")
        }
        #expect(
            failure.description == "the journal \(folder.path)/no/journal can't be opened: no such file or directory")
    }
}
