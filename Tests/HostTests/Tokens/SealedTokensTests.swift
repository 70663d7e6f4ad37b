import Bitrix24
import Glibc
import Ledger
import Testing
import Trials

@testable import Host

@Suite struct SealedTokensTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private static let text =
        #"{"access_token":"a1acc3ss","refresh_token":"r1fr3sh","#
        + #""client_endpoint":"https://demo.bitrix24.ru/rest/","member_id":"m","expires_in":3600}"#

    private static let first = ApplicationToken(
        access: "a1acc3ss", refresh: "r1fr3sh", endpoint: "https://demo.bitrix24.ru/rest/", memberID: "m")
    private static let second = ApplicationToken(
        access: "a2acc3ss", refresh: "r2fr3sh", endpoint: "https://demo.bitrix24.ru/rest/", memberID: "m")

    private func store(_ portal: String = "main", key: UInt8 = 7, folder name: String = "") throws -> SealedTokens {
        SealedTokens(
            portal: portal, file: TokenFile(path: "\(folder.path)/\(name)tokens.json"),
            ledgerPath: "\(folder.path)/ledger.sqlite",
            sealing: try #require(SealingKey(bytes: [UInt8](repeating: key, count: 32))))
    }

    @Test func `the file's tokens are taken over, and are nowhere in the clear after that`() async throws {
        try folder.write(Self.text, to: "tokens.json")
        #expect(try await store().token() == Self.first)
        _ = try await store().replace { _ in Self.second }
        let names = folder.names()
        #expect(!names.contains("tokens.json"))
        for name in names {
            let text = String(decoding: try LocalFile(path: "\(folder.path)/\(name)").read(), as: UTF8.self)
            for secret in ["a1acc3ss", "r1fr3sh", "a2acc3ss", "r2fr3sh"] {
                #expect(!text.contains(secret), "\(name) shows \(secret)")
            }
        }
    }

    @Test func `a file that couldn't be removed is taken over once`() async throws {
        try folder.write(Self.text, to: "tokens.json")
        #expect(try await store().token() == Self.first)
        _ = try await store().replace { _ in Self.second }
        try folder.write(Self.text, to: "tokens.json")
        #expect(try await store().token() == Self.second)
        #expect(!folder.names().contains("tokens.json"))
    }

    @Test func `a damaged file, or one that others can read, is told, and what was kept stays`() async throws {
        try folder.write(Self.text, to: "tokens.json")
        _ = try await store().token()
        try folder.write("{", to: "tokens.json")
        await #expect(throws: TokenFailure("\(folder.path)/tokens.json holds no tokens")) {
            _ = try await store().token()
        }
        try folder.write(Self.text, to: "tokens.json", mode: 0o644)
        await #expect(throws: TokenFailure.self) { _ = try await store().token() }
        unlink("\(folder.path)/tokens.json")
        #expect(try await store().token() == Self.first)
    }

    @Test func `another key is told with what to do`() async throws {
        try folder.write(Self.text, to: "tokens.json")
        _ = try await store().token()
        await #expect {
            _ = try await store(key: 8).token()
        } throws: { error in
            "\(error)".contains("was sealed with another key")
        }
    }

    @Test func `each portal has its own`() async throws {
        try folder.write(Self.text, to: "tokens.json")
        _ = try await store().token()
        #expect(try await store("other").token() == nil)
    }
}
