import Bitrix24
import Glibc
import Testing
import Trials

@testable import Host

@Suite struct TokenFileTests {
    private static let old = ApplicationToken(
        access: "a1acc3ss", refresh: "r1fr3sh", endpoint: "https://demo.bitrix24.ru/rest/", memberID: "m")
    private static let text =
        #"{"access_token":"a1acc3ss","refresh_token":"r1fr3sh","#
        + #""client_endpoint":"https://demo.bitrix24.ru/rest/","member_id":"m"}"#

    let folder: TemporaryFolder
    private let file: TokenFile

    init() throws {
        folder = try TemporaryFolder()
        file = TokenFile(path: "\(folder.path)/tokens.json")
    }

    // MARK: Reading

    @Test("tokens are read from a file that only its owner can read", arguments: [0o600, 0o400] as [mode_t])
    func read(mode: mode_t) async throws {
        try folder.write(Self.text, to: "tokens.json", mode: mode)
        #expect(try await file.token() == Self.old)
    }

    @Test("a file that isn't there holds none")
    func missing() async throws {
        #expect(try await file.token() == nil)
    }

    @Test("a file that others can read is refused", arguments: [0o644, 0o640, 0o604, 0o620] as [mode_t])
    func open(mode: mode_t) async throws {
        try folder.write(Self.text, to: "tokens.json", mode: mode)
        let expected = "\(file.path) can be read by others; run `chmod 600 \(file.path)`"
        #expect(await failure { try await file.token() } == expected)
        #expect(await failure { try await file.replace { _ in Self.old } } == expected)
    }

    @Test(
        "a damaged file is told, but not what is in it",
        arguments: [
            "", "{", "[]", "null", #"{"access_token":"a1acc3ss"}"#, "a1acc3ss r1fr3sh",
            #"{"access_token":"a1acc3ss","refresh_token":1,"client_endpoint":"https://demo.bitrix24.ru/rest/"}"#,
            #"{"access_token":"","refresh_token":"r1fr3sh","client_endpoint":"https://demo.bitrix24.ru/rest/"}"#,
        ])
    func damaged(text: String) async throws {
        try folder.write(text, to: "tokens.json")
        #expect(await failure { try await file.token() } == "\(file.path) holds no tokens")
    }

    @Test("a folder in its place is told")
    func directory() async throws {
        try folder.makeFolder("tokens.json")
        #expect(await failure { try await file.token() } == "\(file.path): is a directory")
    }

    // MARK: Replacing

    @Test("new tokens are read again, from a file of the owner's alone, and nothing else is left")
    func replace() async throws {
        try folder.write(Self.text, to: "tokens.json", mode: 0o400)
        let new = try await file.replace { old in
            #expect(old == Self.old)
            return Self.token(2)
        }
        #expect(new == Self.token(2))
        #expect(try await file.token() == Self.token(2))
        #expect(mode(of: "tokens.json") == 0o600)
        #expect(folder.names() == ["tokens.json", "tokens.json.lock"])
        #expect(mode(of: "tokens.json.lock") == 0o600)
    }

    @Test("the first tokens make the file")
    func first() async throws {
        _ = try await file.replace { old in
            #expect(old == nil)
            return Self.token(1)
        }
        #expect(try await file.token() == Self.token(1))
        #expect(mode(of: "tokens.json") == 0o600)
    }

    @Test("what a killed program left beside it lends the new file neither its text nor its rights")
    func leftover() async throws {
        try folder.write(Self.text, to: "tokens.json")
        try folder.write("half of a", to: "tokens.json.\(getpid())", mode: 0o666)
        _ = try await file.replace { _ in Self.token(2) }
        #expect(try await file.token() == Self.token(2))
        #expect(mode(of: "tokens.json") == 0o600)
    }

    @Test("the file is replaced, not rewritten: who has it open reads the old tokens to their end")
    func atomic() async throws {
        let path = try folder.write(Self.text, to: "tokens.json")
        let before = number(of: path)
        _ = try await file.replace { _ in Self.token(2) }
        #expect(number(of: path) != before)
    }

    @Test("a folder that can't be written to is told")
    func noFolder() async throws {
        let file = TokenFile(path: "\(folder.path)/no/tokens.json")
        let sentence = await failure { try await file.replace { _ in Self.old } }
        #expect(sentence == "\(file.path).lock: no such file or directory")
    }

    // MARK: Files

    private static func token(_ number: Int) -> ApplicationToken {
        ApplicationToken(
            access: "access\(number)", refresh: "refresh\(number)", endpoint: "https://new.bitrix24.ru/rest/",
            memberID: "m")
    }

    /// What is told of a failure, which shows no token.
    private func failure(_ body: () async throws -> ApplicationToken?) async -> String? {
        do {
            _ = try await body()
            return nil
        } catch {
            #expect(!"\(error) \(String(reflecting: error))".contains("a1acc3ss"))
            #expect(!"\(error) \(String(reflecting: error))".contains("r1fr3sh"))
            return "\(error)"
        }
    }

    private func mode(of name: String) -> mode_t? {
        FileFacts(path: "\(folder.path)/\(name)")?.rights
    }

    private func number(of path: String) -> ino_t? {
        FileFacts(path: path)?.number
    }
}
