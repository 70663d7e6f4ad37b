import Bitrix24
import Testing
import Trials

@testable import Host

/// What every journal promises, whatever it writes to.
@Suite struct WriteJournalTests {
    enum Kind: CaseIterable, Sendable {
        case memory
        case file
    }

    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func journal(_ kind: Kind) throws -> any WriteJournal {
        switch kind {
        case .memory: MemoryJournal()
        case .file: try JournalFile(path: "\(folder.path)/journal", job: "contacts")
        }
    }

    private static let refusal = PortalError(
        code: "", message: "Не заполнено поле \"Имя\"\nили «Фамилия»", method: "crm.contact.add", status: 200,
        hint: "fill it in")
    private static let lost = PortalError(
        code: "UNKNOWN_OUTCOME", message: "it is not known", method: "crm.contact.add", execution: .unknown)
    private static let unsent = PortalError(
        code: "OVERLOAD_LIMIT", message: "blocked", method: "crm.contact.add", status: 503, execution: .notDone)

    @Test("a row that was never begun is unknown to it", arguments: Kind.allCases)
    func nothing(kind: Kind) async throws {
        let journal = try journal(kind)
        try await journal.begin(["a"])
        #expect(try await journal.outcome(of: "b") == nil)
        #expect(try await journal.outcome(of: "") == nil)
    }

    @Test("a row that was begun and has no end is told apart from one that has", arguments: Kind.allCases)
    func begun(kind: Kind) async throws {
        let journal = try journal(kind)
        try await journal.begin(["a", "b", "c"])
        try await journal.finish("b", .done(result: Array("7".utf8)))
        #expect(try await journal.outcome(of: "a") == .begun)
        #expect(try await journal.outcome(of: "b") == .done(result: Array("7".utf8)))
        #expect(try await journal.outcome(of: "c") == .begun)
    }

    @Test(
        "every end of a row comes back as it was recorded", arguments: Kind.allCases,
        [
            .begun, .left, .done(result: Array("12".utf8)),
            .done(result: Array(#"{"item":{"id":5,"title":"a\nb"}}"#.utf8)),
            .done(result: Array("null".utf8)), .failed(refusal), .failed(unsent), .unknown(lost),
        ] as [JournalEntry])
    func ends(kind: Kind, entry: JournalEntry) async throws {
        let journal = try journal(kind)
        try await journal.begin(["key"])
        try await journal.finish([("other", .left), ("key", entry), ("another", .left)])
        #expect(try await journal.outcome(of: "key") == entry)
    }

    @Test("of a row the latest counts, also when it is begun again", arguments: Kind.allCases)
    func latest(kind: Kind) async throws {
        let journal = try journal(kind)
        try await journal.begin(["key"])
        try await journal.finish("key", .failed(Self.refusal))
        try await journal.begin(["key"])
        #expect(try await journal.outcome(of: "key") == .begun)
        try await journal.finish([("key", .left), ("key", .done(result: Array("1".utf8)))])
        #expect(try await journal.outcome(of: "key") == .done(result: Array("1".utf8)))
    }

    @Test("any text is a key of its own", arguments: Kind.allCases)
    func keys(kind: Kind) async throws {
        let journal = try journal(kind)
        let keys = ["", " ", "a\nb", "a\u{0}b", "\"}", "ключ", String(repeating: "long", count: 2_000), "1", "01", "é"]
        try await journal.begin(keys)
        for (place, key) in keys.enumerated() {
            try await journal.finish(key, .done(result: Array(String(place).utf8)))
        }
        for (place, key) in keys.enumerated() {
            #expect(try await journal.outcome(of: key) == .done(result: Array(String(place).utf8)))
        }
    }

    @Test("nothing to record changes nothing", arguments: Kind.allCases)
    func empty(kind: Kind) async throws {
        let journal = try journal(kind)
        try await journal.begin(["a"])
        try await journal.begin([])
        try await journal.finish([])
        #expect(try await journal.outcome(of: "a") == .begun)
    }
}
