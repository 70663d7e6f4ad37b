import Host
import JSON
import Ledger
import Scripting

extension LedgerVisit.Place {
    /// The script that a word means, among those of the workspace and those that were served; nil for no word.
    func script(_ word: String?) async throws -> String? {
        guard let word else { return nil }
        // Jobs outlast their script's file.
        if try await !ledger.jobs(JobFilter(script: word), most: 1).isEmpty { return word }
        return try ScriptChoice(among: await knownScripts).find(word)
    }

    /// The scripts of the workspace and those that were served.
    var knownScripts: [String] {
        get async throws {
            try await settings.scriptFiles + ledger.definitions().keys + ledger.paused().map(\.script)
        }
    }

    /// The portals that a script has jobs on, as its file says; as it said at last if it can't be loaded.
    func portals(of script: String) async throws -> [String] {
        if let sandbox = try? Sandbox.find(environment: environment) {
            let found = try await WorkspaceScripts(
                settings: settings, environment: environment, sandbox: sandbox, ledger: ledger, now: now.moment,
                only: [script])
            if let its = found.served[script] { return its }
        }
        let portals = settings.scriptPortals(environment: environment)
        let kept = try await ledger.definitions()[script].flatMap { try? JSONValue(parsing: $0.body) }
        return kept.flatMap { Definition($0) }.flatMap { try? portals.all(of: $0) } ?? [portals.home]
    }

    /// A portal that was named on the command line; nil for none.
    ///
    /// - Throws: if there is no such portal; a sentence with the nearest name.
    func portal(_ name: String?) async throws -> String? {
        guard let name else { return nil }
        // Jobs outlast their portal's place in the settings.
        if try await !ledger.jobs(JobFilter(portal: name), most: 1).isEmpty { return name }
        return try settings.scriptPortals(environment: environment).named(name, exit: .usage)
    }
}
