import Bitrix24
import Spelling

extension Settings {
    /// How calls of a portal are authorized: by `LUNOKHOD_WEBHOOK` if that is set and no portal is named, else as the
    /// settings say. No sentence shows any part of a secret.
    public func credential(portal name: String?, environment: [String: String]) throws(HostFailure) -> Credential {
        if name == nil, let text = environment["LUNOKHOD_WEBHOOK"], !text.isEmpty {
            return .webhook(try Self.webhook(text, from: "LUNOKHOD_WEBHOOK"))
        }
        let (name, portal) = try choose(portal: name)
        switch portal.access {
        case .webhook(let text, let line):
            guard LocalFile(path: file).isOwnersAlone else {
                throw HostFailure(
                    "\(file):\(line): the webhook of portal '\(name)' can be read by others; run `chmod 600 \(file)` "
                        + "or move it into a webhook_file", exit: .usage)
            }
            return .webhook(try Self.webhook(text, from: "\(file):\(line): the webhook of portal '\(name)'"))
        case .webhookFile(let secret, let line):
            let (path, text) = try self.secret(in: secret, from: "\(file):\(line)", as: "webhook")
            return .webhook(try Self.webhook(text, from: "the webhook in \(path)"))
        case .application(let application, let line):
            let place = "\(file):\(line)"
            let (path, secret) = try self.secret(in: application.secretFile, from: place, as: "client secret")
            guard !secret.isEmpty else { throw HostFailure("\(place): \(path) is empty", exit: .usage) }
            return .application(
                Application(
                    clientID: application.clientID, clientSecret: secret,
                    server: application.server ?? Application.cloudServer,
                    store: try tokens(of: name, in: application.tokensFile, environment: environment)))
        }
    }

    /// Where a portal's tokens are: sealed in the ledger if there is a key for that, else in their file.
    private func tokens(
        of portal: String, in name: String, environment: [String: String]
    ) throws(HostFailure) -> any TokenStore {
        let file = TokenFile(path: besideSettings(name))
        guard let sealing = try sealingKey(environment: environment) else { return file }
        return SealedTokens(portal: portal, file: file, ledgerPath: ledgerPath, sealing: sealing)
    }

    /// What the settings say of a portal beyond its credential; the usual where `LUNOKHOD_WEBHOOK` names it.
    func portalSettings(_ name: String?, environment: [String: String]) throws(HostFailure) -> PortalSettings {
        if name == nil, Self.hasWebhook(environment) {
            return PortalSettings(access: .webhook("", line: 0))
        }
        return try choose(portal: name).1
    }

    private var file: String { path ?? Self.fileName }

    func choose(portal name: String?) throws(HostFailure) -> (String, PortalSettings) {
        guard !portals.isEmpty else {
            throw HostFailure(
                "no portal is set up: put its webhook into LUNOKHOD_WEBHOOK, or name it in \(path ?? Self.fileName) "
                    + "under portals with webhook_file", exit: .usage)
        }
        let names = portals.keys.sorted()
        guard let wanted = name ?? portal ?? (names.count == 1 ? names.first : nil) else {
            throw HostFailure(
                "\(path ?? Self.fileName) has several portals (\(names.joined(separator: ", "))); choose one with "
                    + "--portal or the setting portal", exit: .usage)
        }
        guard let place = portals[wanted] else {
            let hint = NearestName(among: names).hint(for: wanted)
            throw HostFailure(
                "there is no portal \(wanted.quoted) in \(path ?? Self.fileName)"
                    + (hint.isEmpty ? "; there are \(names.joined(separator: ", "))" : hint), exit: .usage)
        }
        return (wanted, place)
    }

    /// A secret from a file that must be its owner's alone.
    func secret(
        in name: String, from place: String, as what: String
    ) throws(HostFailure) -> (path: String, text: String) {
        let path = besideSettings(name)
        let bytes: [UInt8]
        do throws(LocalFile.Failure) {
            bytes = try LocalFile(path: path).read()
        } catch {
            let content = what == "webhook" ? "the webhook's address" : "the \(what)"
            throw HostFailure(
                "\(place): the \(what) file \(path) can't be read: \(error.reason); put \(content) into it",
                exit: .usage)
        }
        guard LocalFile(path: path).isOwnersAlone else {
            throw HostFailure(
                "\(place): the \(what) file \(path) can be read by others; run `chmod 600 \(path)`", exit: .usage)
        }
        let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
        return (path, what == "webhook" ? String(decoding: bytes, as: UTF8.self) : lines.first.map(String.init) ?? "")
    }

    /// Names of files count from the folder of the settings.
    func besideSettings(_ name: String) -> String {
        let folder = file.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        return name.hasPrefix("/") || folder.isEmpty ? name : "\(folder)/\(name)"
    }

    private static func webhook(_ text: String, from place: String) throws(HostFailure) -> Webhook {
        do throws(Webhook.Mistake) {
            return try Webhook(text)
        } catch {
            throw HostFailure("\(place) \(error.reason)", exit: .usage)
        }
    }
}
