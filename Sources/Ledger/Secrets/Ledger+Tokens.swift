import FoundationEssentials
import GRDB

extension Ledger {
    /// The token of a portal as it was handed in; nil if there is none. `LedgerError.sealed` says that there is no key,
    /// or another one than it was sealed with.
    public func token(portal: String) async throws(LedgerError) -> [UInt8]? {
        let sealed = try await read { db in
            try db.row("SELECT sealed FROM token WHERE portal = ?", [portal]).map { $0["sealed"] as Data }
        }
        guard let sealed else { return nil }
        let key = try sealingKey(portal)
        do {
            return try key.open(sealed, portal: portal)
        } catch {
            throw .sealed(
                "The token of the portal \(portal) was sealed with another key; name that key, or authorize again.")
        }
    }

    /// Keeps the token of a portal, sealed, in place of an earlier one.
    public func setToken(portal: String, _ token: [UInt8]) async throws(LedgerError) {
        let key = try sealingKey(portal)
        try await write { db in
            try db.run(
                "INSERT INTO token VALUES (?, ?) ON CONFLICT DO UPDATE SET sealed = excluded.sealed",
                [portal, key.seal(token, portal: portal)])
        }
    }

    private func sealingKey(_ portal: String) throws(LedgerError) -> SealingKey {
        guard let key = options.sealing else {
            throw .sealed(
                "Without a sealing key the token of the portal \(portal) can't be kept; name one in the settings.")
        }
        return key
    }
}
