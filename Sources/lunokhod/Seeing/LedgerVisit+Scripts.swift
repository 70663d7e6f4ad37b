import Host
import Ledger

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

    /// The portal that rows of the ledger have where none is named.
    func portalKey(_ name: String?) -> String { settings.portalKey(name, environment: environment) }
}
