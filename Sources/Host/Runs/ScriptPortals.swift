import Scripting
import Spelling

/// The portals that scripts can work with, by the names that scripts and the ledger have for them.
public struct ScriptPortals: Hashable, Sendable {
    /// Their names, sorted.
    public let names: [String]
    /// The one of scripts that name none.
    public var home: String
    /// The file that they are written in.
    let file: String

    /// The portal that a script works with by itself: its own one, else the usual one.
    ///
    /// - Throws: if there is none of that name; a sentence with the nearest name.
    func own(of definition: Definition) throws(HostFailure) -> String {
        guard let name = definition.portal else { return home }
        return try named(name)
    }

    /// A portal of that name.
    ///
    /// - Parameter exit: how a command ends that was given the name.
    /// - Throws: if there is none; a sentence with the nearest name.
    public func named(_ name: String, exit: HostFailure.Exit = .failed) throws(HostFailure) -> String {
        guard names.contains(name) else {
            let hint = NearestName(among: names).hint(for: name)
            let there = "; there \(names.count == 1 ? "is" : "are") \(names.joined(separator: ", "))"
            throw HostFailure("there is no portal \(name.quoted) in \(file)\(hint.isEmpty ? there : hint)", exit: exit)
        }
        return name
    }

    /// All portals that it has jobs on. A handler that names none is for the events of each.
    ///
    /// - Throws: as for one that it names.
    public func all(of definition: Definition) throws(HostFailure) -> [String] {
        definition.kind == .handler && definition.portal == nil ? names : [try own(of: definition)]
    }
}

extension Settings {
    /// The portals that scripts can name: those of the settings, and `main` where `LUNOKHOD_WEBHOOK` names one.
    public func scriptPortals(environment: [String: String]) -> ScriptPortals {
        var names = Set(portals.keys)
        if portals.isEmpty || Self.hasWebhook(environment) { names.insert(portalKey(nil, environment: environment)) }
        return ScriptPortals(
            names: names.sorted(), home: portalKey(nil, environment: environment), file: path ?? Self.fileName)
    }

    /// A portal by the name that scripts have for it, as settings choose it: nil for the one of `LUNOKHOD_WEBHOOK`.
    func choice(of name: String, environment: [String: String]) -> String? {
        let isUnnamed = portals.isEmpty || Self.hasWebhook(environment)
        return isUnnamed && name == portalKey(nil, environment: environment) ? nil : name
    }

    /// Whether `LUNOKHOD_WEBHOOK` names a portal.
    static func hasWebhook(_ environment: [String: String]) -> Bool {
        environment["LUNOKHOD_WEBHOOK"].map { !$0.isEmpty } ?? false
    }
}
