import Scripting

/// The scripts that `serve` runs. A script that was changed for the worse goes on as it was.
struct ScriptBook: Sendable {
    /// What a look at a script's file gave.
    enum Look: Sendable {
        /// It defines something.
        case served(ServedScript)
        /// It defines nothing, so it is for `lunokhod run` only.
        case plain(digest: String)
        /// It can't be loaded; why.
        case broken(digest: String, reason: String)
    }

    /// What a look has changed, for the log and for whoever plans by the scripts.
    enum Change: Hashable, Sendable {
        /// A script is new.
        case added(String)
        /// A script has a new text.
        case replaced(String)
        /// A script's file is gone.
        case removed(String)
        /// A script can't be loaded; an older text of it goes on, if there is one.
        case refused(String, reason: String, goesOn: Bool)
        /// A script that was refused is right again.
        case mended(String)
    }

    /// The scripts by name.
    private(set) var scripts: [String: ServedScript] = [:]
    /// Why scripts can't be loaded, by name.
    private(set) var broken: [String: String] = [:]
    private var refusedDigests: [String: String] = [:]
    private var plain: [String: String] = [:]

    /// Whether this text of a script was looked at already.
    func knows(_ name: String, digest: String) -> Bool {
        scripts[name]?.digest == digest && broken[name] == nil || refusedDigests[name] == digest
            || plain[name] == digest
    }

    /// Takes what was found in a file.
    mutating func take(_ look: Look, of name: String) -> [Change] {
        let wasBroken = broken[name] != nil
        switch look {
        case .served(let script):
            let known = scripts.updateValue(script, forKey: name)
            settle(name)
            let change: [Change] =
                known.map { $0.digest == script.digest ? [] : [.replaced(name)] } ?? [.added(name)]
            return change + (wasBroken ? [.mended(name)] : [])
        case .plain(let digest):
            settle(name)
            plain[name] = digest
            return (scripts.removeValue(forKey: name) == nil ? [] : [.removed(name)])
                + (wasBroken ? [.mended(name)] : [])
        case .broken(let digest, let reason):
            broken[name] = reason
            refusedDigests[name] = digest
            return [.refused(name, reason: reason, goesOn: scripts[name] != nil)]
        }
    }

    /// Takes notice of the files that are there: scripts of others are gone.
    mutating func keep(only names: Set<String>) -> [Change] {
        let gone = Set(scripts.keys).union(broken.keys).union(plain.keys).subtracting(names).sorted()
        return gone.flatMap { name -> [Change] in
            let changes: [Change] =
                (broken[name] == nil ? [] : [.mended(name)])
                + (scripts.removeValue(forKey: name) == nil ? [] : [.removed(name)])
            settle(name)
            return changes
        }
    }

    private mutating func settle(_ name: String) {
        broken[name] = nil
        refusedDigests[name] = nil
        plain[name] = nil
    }

    /// All events of a portal that handlers are for, in capital letters.
    func events(of portal: String) -> Set<String> {
        let its = scripts.values.filter { $0.works(with: portal) }
        return Set(its.flatMap(\.definition.events).map { $0.uppercased() })
    }
}
