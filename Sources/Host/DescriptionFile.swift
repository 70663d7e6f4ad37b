import Bitrix24
import Glibc
import JSON

/// Where the description of a portal is kept: `.lunokhod/portals/NAME.json` beside the settings.
public struct DescriptionFile: Hashable, Sendable {
    /// The file's path.
    public let path: String

    /// The file for a portal's name in the settings; what a name of a file can't hold becomes `_`.
    public init(named name: String, settings: Settings) {
        let safe = name.map { $0 == "/" || $0.unicodeScalars.contains { $0.value < 0x20 } ? "_" : $0 }
        let file = safe.first == "." ? "_" + String(safe.dropFirst()) : String(safe)
        path = settings.besideSettings(".lunokhod/portals/\(file.isEmpty ? "portal" : file).json")
    }

    /// The file for the portal that a command uses: by its name, or by its host where `LUNOKHOD_WEBHOOK` names it.
    public init(portal name: String?, settings: Settings, environment: [String: String]) {
        self.init(named: Self.name(name, settings, environment), settings: settings)
    }

    private static func name(_ name: String?, _ settings: Settings, _ environment: [String: String]) -> String {
        if name == nil, let text = environment["LUNOKHOD_WEBHOOK"], !text.isEmpty {
            // Never a part of the secret: a text that is no webhook has no host.
            let address = (try? Webhook(text))?.portal ?? ""
            let place = address.split(separator: "/").dropFirst().joined(separator: "_")
            return place.isEmpty ? "portal" : String(place.map { $0 == ":" ? "_" : $0 })
        }
        return name ?? settings.portal ?? settings.portals.keys.sorted().first ?? "portal"
    }

    /// Reads the description; nil if there is none.
    ///
    /// - Throws: if it can't be read or is something else.
    public func load() throws(HostFailure) -> PortalDescription? {
        let bytes: [UInt8]
        do throws(LocalFile.Failure) {
            bytes = try LocalFile(path: path).read()
        } catch {
            if error.isMissing { return nil }
            throw HostFailure("the portal's description \(path) can't be read: \(error.reason)")
        }
        do {
            return try PortalDescription(json: try JSONValue(parsing: bytes))
        } catch {
            throw HostFailure(
                "the portal's description \(path) is of no use: \(error); run `lunokhod types` to make it anew")
        }
    }

    /// Reads the description of the portal at an address; nil where another portal had the name.
    func load(of address: String) throws(HostFailure) -> PortalDescription? {
        let stored = try load()
        return stored?.portal == address ? stored : nil
    }

    /// Writes the description; it has its name when it is complete. Only the user can read it, as it has titles that
    /// people of the portal gave.
    public func save(_ description: PortalDescription) throws(HostFailure) {
        do throws(LocalFile.Failure) {
            let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
            try LocalFolder(path: folder.joined(separator: "/")).make()
            try LocalFile(path: path).replace(with: description.json.bytes, mode: 0o600)
        } catch {
            throw HostFailure("the portal's description \(path) can't be written: \(error.reason)")
        }
    }
}
