import Bitrix24
import Ledger
import Testing
import Trials

@testable import Host

/// What every place for tokens keeps.
@Suite struct TokenStoreTests {
    enum Place: CaseIterable {
        case file
        case ledger
    }

    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func store(_ place: Place) throws -> any TokenStore {
        let file = TokenFile(path: "\(folder.path)/tokens.json")
        switch place {
        case .file: return file
        case .ledger:
            return SealedTokens(
                portal: "main", file: file, ledgerPath: "\(folder.path)/ledger.sqlite",
                sealing: try #require(SealingKey(bytes: [UInt8](repeating: 7, count: 32))))
        }
    }

    private static func token(_ number: Int) -> ApplicationToken {
        ApplicationToken(
            access: "access\(number)", refresh: "refresh\(number)", endpoint: "https://demo.bitrix24.ru/rest/",
            memberID: "m")
    }

    private func begin(_ store: any TokenStore) async throws {
        _ = try await store.replace { _ in Self.token(1) }
    }

    @Test("there are none before somebody brings some", arguments: Place.allCases)
    func empty(place: Place) async throws {
        let store = try store(place)
        #expect(try await store.token() == nil)
        _ = try await store.replace { old in
            #expect(old == nil)
            return Self.token(1)
        }
        #expect(try await store.token() == Self.token(1))
    }

    @Test("new tokens take the place of the old ones, and another program reads them", arguments: Place.allCases)
    func replaced(place: Place) async throws {
        let one = try store(place)
        try await begin(one)
        let new = try await one.replace { old in
            #expect(old == Self.token(1))
            return Self.token(2)
        }
        #expect(new == Self.token(2))
        #expect(try await store(place).token() == Self.token(2))
    }

    @Test("tokens that an administrator puts into the file count", arguments: Place.allCases)
    func given(place: Place) async throws {
        let store = try store(place)
        try await begin(store)
        _ = try await TokenFile(path: "\(folder.path)/tokens.json").replace { _ in Self.token(5) }
        #expect(try await store.token() == Self.token(5))
        _ = try await store.replace { old in
            #expect(old == Self.token(5))
            return Self.token(6)
        }
        #expect(try await store.token() == Self.token(6))
    }

    @Test("a renewal that fails leaves the tokens as they were, and the lock free", arguments: Place.allCases)
    func failedRenewal(place: Place) async throws {
        let store = try store(place)
        try await begin(store)
        await #expect(throws: TokenFailure("no")) { _ = try await store.replace { _ in throw TokenFailure("no") } }
        #expect(try await store.token() == Self.token(1))
        _ = try await store.replace { _ in Self.token(2) }
    }

    @Test("of several who renew at once one does it, and the others get what it got", arguments: Place.allCases)
    func several(place: Place) async throws {
        try await begin(try store(place))
        let results = try await withThrowingTaskGroup(of: ApplicationToken.self) { group in
            for number in 2...6 {
                // As a program of its own does that has read the old tokens.
                let store = try store(place)
                group.addTask {
                    try await store.replace { kept in
                        if let kept, kept != Self.token(1) { return kept }
                        await Task.yield()
                        return Self.token(number)
                    }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(Set(results).count == 1)
        #expect(try await store(place).token() == results.first)
    }
}
