import Glibc
import Ledger

extension Settings {
    /// The file of everything that `serve` remembers.
    public var ledgerPath: String { besideSettings(serve.ledger) }

    /// Opens the ledger.
    ///
    /// - Parameter isMade: whether it is made where there is none; a daemon always makes it.
    /// - Returns: nil if nothing was ever served here and it isn't made.
    public func openLedger(
        role: Ledger.Role, environment: [String: String], isMade: Bool = false
    ) throws(HostFailure) -> Ledger? {
        if role == .beside, !isMade, access(ledgerPath, F_OK) != 0 { return nil }
        return try openLedger(role: role, sealing: try sealingKey(environment: environment))
    }

    /// Opens the ledger, and makes it where there is none.
    func openLedger(role: Ledger.Role, sealing: SealingKey?) throws(HostFailure) -> Ledger {
        var options = LedgerOptions()
        options.sealing = sealing
        do throws(LedgerError) {
            return try Ledger(path: ledgerPath, role: role, options: options)
        } catch {
            throw HostFailure("\(error)")
        }
    }

    /// The key that secrets in the ledger are sealed with: `LUNOKHOD_LEDGER_KEY`, or the file that the settings name.
    func sealingKey(environment: [String: String]) throws(HostFailure) -> SealingKey? {
        var place = "LUNOKHOD_LEDGER_KEY"
        var text = environment["LUNOKHOD_LEDGER_KEY"] ?? ""
        if text.isEmpty, let file = serve.keyFile {
            (place, text) = try secret(in: file, from: path ?? Self.fileName, as: "key")
        }
        guard !text.isEmpty else { return nil }
        guard let key = SealingKey(text: text) else {
            throw HostFailure(
                "\(place) holds no key: it must be 32 bytes as 64 hexadecimal digits or as base64; "
                    + "`openssl rand -hex 32` makes one", exit: .usage)
        }
        return key
    }

    /// The name that a portal has in the ledger: its name in the settings, or `main` where `LUNOKHOD_WEBHOOK` names it.
    public func portalKey(_ name: String?, environment: [String: String]) -> String {
        if let name { return name }
        if Self.hasWebhook(environment) { return "main" }
        return portal ?? (portals.count == 1 ? portals.keys.first : nil) ?? "main"
    }
}
