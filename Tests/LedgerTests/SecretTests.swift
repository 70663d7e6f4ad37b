import Testing

@testable import Ledger

@Suite struct SecretTests {
    private let hex = String(repeating: "0a", count: 32)

    @Test("a token comes back with its key alone, and lies nowhere open")
    func sealing() async throws {
        let scratch = try ScratchLedger()
        let key = try #require(SealingKey(text: hex))
        let ledger = try scratch.open(.daemon, LedgerOptions(sealing: key))
        try await ledger.setToken(portal: "a", Array("secret-token".utf8))
        #expect(try await ledger.token(portal: "a") == Array("secret-token".utf8))
        #expect(try await ledger.token(portal: "b") == nil)
        let stored = try await ledger.read { try $0.row("SELECT sealed FROM token")?.bytes("sealed") ?? [] }
        #expect(!String(decoding: stored, as: UTF8.self).contains("secret-token"))
        // Sealed for one portal, it is of no use for another.
        try await ledger.write { db in try db.run("INSERT INTO token SELECT 'b', sealed FROM token") }
        await Self.refuses(ledger, "b")
        ledger.close()
        let wrong = try scratch.open(.daemon, LedgerOptions(sealing: SealingKey(bytes: Array(repeating: 1, count: 32))))
        await Self.refuses(wrong, "a")
        wrong.close()
        let keyless = try scratch.open()
        await Self.refuses(keyless, "a")
        await #expect(throws: LedgerError.self) { try await keyless.setToken(portal: "a", [1]) }
        keyless.close()
    }

    private static func refuses(_ ledger: Ledger, _ portal: String) async {
        do {
            _ = try await ledger.token(portal: portal)
            Issue.record("the token of \(portal) was opened")
        } catch {
            guard case .sealed(let sentence) = error else {
                Issue.record(error)
                return
            }
            #expect(sentence.contains("portal \(portal)") && !sentence.contains("secret-token"))
        }
    }

    @Test("a key is read as digits, as Base64 and as bytes, and shows itself nowhere")
    func keys() throws {
        let bytes = [UInt8](repeating: 10, count: 32)
        let key = try #require(SealingKey(bytes: bytes))
        let sealed = try key.seal([1, 2], portal: "a")
        let base64 = "CgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgo="
        for other in [SealingKey(text: " \(hex)\n"), SealingKey(text: base64), SealingKey(fileContents: bytes)] {
            #expect(try other?.open(sealed, portal: "a") == [1, 2])
        }
        for text in ["", "0a", hex + "0a", String(repeating: "zz", count: 32)] {
            #expect(SealingKey(text: text) == nil)
        }
        #expect("\(key)" == "a sealing key" && String(reflecting: key) == "a sealing key")
        #expect(Mirror(reflecting: key).children.isEmpty)
    }
}
