import Bitrix24
import Spelling

extension Settings {
    /// The webhook of a portal: from `LUNOKHOD_WEBHOOK` if that is set and no portal is named, else as the settings
    /// say. No sentence shows any part of the secret.
    public func webhook(portal name: String?, environment: [String: String]) throws(HostFailure) -> Webhook {
        if name == nil, let text = environment["LUNOKHOD_WEBHOOK"], !text.isEmpty {
            return try Self.webhook(text, from: "LUNOKHOD_WEBHOOK")
        }
        let (name, place) = try choose(portal: name)
        let file = path ?? Self.fileName
        switch place {
        case .inline(let text, let line):
            guard LocalFile(path: file).isOwnersAlone else {
                throw HostFailure(
                    "\(file):\(line): the webhook of portal '\(name)' can be read by others; run `chmod 600 \(file)` "
                        + "or move it into a webhook_file", exit: .usage)
            }
            return try Self.webhook(text, from: "\(file):\(line): the webhook of portal '\(name)'")
        case .file(let secret, let line):
            return try Self.webhook(inFile: secret, from: "\(file):\(line)", relativeTo: file)
        }
    }

    private func choose(portal name: String?) throws(HostFailure) -> (String, WebhookPlace) {
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

    private static func webhook(
        inFile secret: String, from place: String, relativeTo settings: String
    ) throws(HostFailure) -> Webhook {
        let folder = settings.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        let path = secret.hasPrefix("/") || folder.isEmpty ? secret : "\(folder)/\(secret)"
        let bytes: [UInt8]
        do throws(LocalFile.Failure) {
            bytes = try LocalFile(path: path).read()
        } catch {
            throw HostFailure(
                "\(place): the webhook file \(path) can't be read: \(error.reason); put the webhook's address into it",
                exit: .usage)
        }
        guard LocalFile(path: path).isOwnersAlone else {
            throw HostFailure(
                "\(place): the webhook file \(path) can be read by others; run `chmod 600 \(path)`", exit: .usage)
        }
        return try webhook(String(decoding: bytes, as: UTF8.self), from: "the webhook in \(path)")
    }

    private static func webhook(_ text: String, from place: String) throws(HostFailure) -> Webhook {
        do throws(Webhook.Mistake) {
            return try Webhook(text)
        } catch {
            throw HostFailure("\(place) \(error.reason)", exit: .usage)
        }
    }
}
