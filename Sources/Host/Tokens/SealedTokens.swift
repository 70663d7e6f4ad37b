import Bitrix24
import Glibc
import JSON
import Ledger

/// Keeps an application's tokens in the ledger, sealed with a key that is not on its disk.
///
/// An administrator puts the first ones, and new ones after the access has ended, into a file. They are taken over from
/// there, and the file is removed, so that what opens the portal is nowhere in the clear.
struct SealedTokens: TokenStore {
    /// The portal's name in the ledger.
    let portal: String
    /// Where an administrator puts tokens.
    let file: TokenFile
    /// Where the ledger is.
    let ledgerPath: String
    let sealing: SealingKey

    func token() async throws -> ApplicationToken? {
        guard file.exists else { return try await visit { try await kept(in: $0)?.token } }
        return try await locked { ledger in
            try await takeOver(into: ledger)
            return try await kept(in: ledger)?.token
        }
    }

    func replace(
        _ renew: @Sendable (ApplicationToken?) async throws -> ApplicationToken
    ) async throws -> ApplicationToken {
        try await locked { ledger in
            try await takeOver(into: ledger)
            let old = try await kept(in: ledger)
            let new = try await renew(old?.token)
            if new != old?.token { try await keep(Kept(token: new, given: old?.given ?? ""), in: ledger) }
            return new
        }
    }

    // MARK: What is kept

    /// Tokens, and which they began with: a file that couldn't be removed is not taken over a second time, as its
    /// tokens are worth nothing any more.
    private struct Kept {
        let token: ApplicationToken
        let given: String
    }

    private func takeOver(into ledger: Ledger) async throws {
        guard let token = try await file.token() else { return }
        if try await kept(in: ledger)?.given != token.refresh {
            try await keep(Kept(token: token, given: token.refresh), in: ledger)
        }
        file.remove()
    }

    private func kept(in ledger: Ledger) async throws -> Kept? {
        guard let bytes = try await ledger.token(portal: portal) else { return nil }
        guard let json = try? JSONValue(parsing: bytes), let token = ApplicationToken(json: json) else {
            throw TokenFailure("the ledger holds no tokens of the portal \(portal); put new ones into \(file.path)")
        }
        return Kept(token: token, given: json["given"]?.string ?? "")
    }

    private func keep(_ kept: Kept, in ledger: Ledger) async throws {
        var json = kept.token.json
        json["given"] = .string(kept.given)
        try await ledger.setToken(portal: portal, JSONValue.object(json).bytes)
    }

    // MARK: The ledger

    /// Several programs use the tokens, and a refresh token works once: whoever changes them has the lock for so long.
    private func locked<Value: Sendable>(_ body: (Ledger) async throws -> Value) async throws -> Value {
        try await visit { ledger in
            let lock = try await FileLock(path: "\(ledgerPath).tokens")
            defer { lock.end() }
            return try await body(ledger)
        }
    }

    /// Tokens are asked for once an hour, so nobody keeps the ledger open for them.
    private func visit<Value: Sendable>(_ body: (Ledger) async throws -> Value) async throws -> Value {
        let ledger = try Ledger(path: ledgerPath, role: .beside, options: LedgerOptions(sealing: sealing))
        defer { ledger.close() }
        return try await body(ledger)
    }
}
