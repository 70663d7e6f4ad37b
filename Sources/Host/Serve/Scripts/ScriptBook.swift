import Scripting

/// The scripts that `serve` runs. A script that was changed for the worse goes on as it was.
struct ScriptBook: Sendable {
    /// What a look at a script's file gave.
    enum Look: Sendable {
        /// It defines something.
        case served(ServedScript)
        /// It defines nothing, so it is for `lunokhod run` only.
        case plain(digest: String)
        /// It can't be loaded.
        case broken(digest: String, LoadFailure)
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
        /// A script defines nothing, so nothing runs it by itself; whether it was served before.
        case passedOver(String, wasServed: Bool)
        /// A script is served, and something of it is strange; a sentence.
        case remarked(String, String)
    }

    /// The scripts by name.
    private(set) var scripts: [String: ServedScript] = [:]
    /// Why scripts can't be loaded, by name.
    private(set) var broken: [String: String] = [:]
    private var refusedDigests: [String: String] = [:]
    /// When those of them are looked at again that may pass, by name.
    private var again: [String: Double] = [:]
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
            let mended: [Change] = wasBroken ? [.mended(name)] : []
            guard known?.digest != script.digest else { return mended }
            let remarks = script.remarks.map { Change.remarked(name, $0) }
            return [known == nil ? .added(name) : .replaced(name)] + mended + remarks
        case .plain(let digest):
            settle(name)
            plain[name] = digest
            let wasServed = scripts.removeValue(forKey: name) != nil
            return (wasBroken ? [.mended(name)] : []) + [.passedOver(name, wasServed: wasServed)]
        case .broken(let digest, let failure):
            // What may go well with the same text is looked at again.
            refusedDigests[name] = failure.again == nil ? digest : nil
            let isOther = broken.updateValue(failure.reason, forKey: name) != failure.reason
            // A portal that is away shows it in one way and another.
            let isSameTrouble = failure.again != nil && again[name] == failure.again
            again[name] = failure.again
            return isOther && !isSameTrouble
                ? [.refused(name, reason: failure.reason, goesOn: scripts[name] != nil)] : []
        }
    }

    /// Takes notice of the files that are there: scripts of others are gone.
    mutating func keep(only names: Set<String>) -> [Change] {
        let gone = Set(scripts.keys).union(broken.keys).union(plain.keys).subtracting(names).sorted()
        return gone.flatMap { name -> [Change] in
            let wasWanted = scripts.removeValue(forKey: name) != nil || broken[name] != nil
            settle(name)
            return wasWanted ? [.removed(name)] : []
        }
    }

    private mutating func settle(_ name: String) {
        broken[name] = nil
        refusedDigests[name] = nil
        again[name] = nil
        plain[name] = nil
    }

    /// All events of a portal that handlers are for, in capital letters.
    func events(of portal: String) -> Set<String> {
        let its = scripts.values.filter { $0.works(with: portal) }
        return Set(its.flatMap(\.definition.events).map { $0.uppercased() })
    }
}
