import JSON
import Ledger
import Scripting

/// Reads a script's file as `serve` takes it: what it defines, found right. What the ledger knows of its text already is
/// not loaded again.
struct ScriptReading: Sendable {
    let loading: ScriptLoading

    /// What was found in a file.
    struct Found: Sendable {
        let look: ScriptBook.Look
        /// What the script told when it was loaded just now, to be kept; nil if nothing new was told.
        var told: StoredDefinition?
    }

    /// Reads a script.
    ///
    /// - Parameters:
    ///   - kept: what the script told when it was loaded last.
    ///   - isKnown: whether this text needs no look; nil is returned then.
    /// - Throws: if the file can't be read.
    func read(
        _ file: String, kept: StoredDefinition?, unless isKnown: @Sendable (_ digest: String) -> Bool = { _ in false }
    ) async throws(LocalFile.Failure) -> Found? {
        let source = try LocalFile(path: file).read()
        let digest = ScriptDigest.text(of: source)
        guard !isKnown(digest) else { return nil }
        let script = Script(name: file, source: source)
        if let kept, kept.digest == digest, let told = try? JSONValue(parsing: kept.body) {
            return Found(look: Definition(told).map { look(script, digest, $0) } ?? .plain(digest: digest))
        }
        switch await loading.load(file) {
        case .definition(let definition):
            let told = StoredDefinition(digest: digest, body: definition.json.bytes)
            return Found(look: look(script, digest, definition), told: told)
        case .plain:
            let told = StoredDefinition(digest: digest, body: JSONValue.null.bytes)
            return Found(look: .plain(digest: digest), told: told)
        case .broken(let failure): return Found(look: .broken(digest: digest, failure))
        }
    }

    private func look(_ script: Script, _ digest: String, _ definition: Definition) -> ScriptBook.Look {
        do throws(HostFailure) {
            return .served(
                try ServedScript(
                    script: script, digest: digest, definition: definition, zone: loading.zone,
                    portals: loading.portals))
        } catch {
            return .broken(digest: digest, LoadFailure("\(error)"))
        }
    }
}
