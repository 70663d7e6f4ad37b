import Bitrix24
import Glibc
import JSON
import Ledger
import Scripting
import Timetable

/// Looks after the scripts' files: loads what is new or was changed, and keeps what is right.
actor ScriptLibrary {
    private let settings: Settings
    private let sandbox: Sandbox
    private let ledger: Ledger
    private let clock: ServeClock
    private let zone: Zone
    private let titles: DescriptionRoom
    private var looks: [String: String] = [:]
    private(set) var book = ScriptBook()
    private var isFirstLook = true

    private typealias Found = (file: String, look: ScriptBook.Look, definition: StoredDefinition?)

    /// How many scripts are loaded side by side.
    private static let together = 4

    /// - Parameter connect: finds the portal whose titles scripts may name while they load.
    init(
        settings: Settings, sandbox: Sandbox, ledger: Ledger, clock: ServeClock, zone: Zone,
        connect: @escaping @Sendable () throws -> Portal
    ) {
        (self.settings, self.sandbox, self.ledger, self.clock, self.zone) = (settings, sandbox, ledger, clock, zone)
        titles = DescriptionRoom(asked: zone.iso8601(clock.now().moment), connect: connect)
    }

    /// Looks at the files. Nothing is loaded that was loaded before, not even before a restart.
    ///
    /// - Parameter again: whether files are read again that look as they did.
    func look(again: Bool = false) async -> [ScriptBook.Change] {
        let files = ScriptShelf(folder: settings.besideSettings("scripts")).files
        var changes = book.keep(only: Set(files))
        let fresh = files.filter { again || looks[$0] != FileSigns(path: $0).text }
        let known = isFirstLook ? (try? await ledger.definitions()) ?? [:] : [:]
        isFirstLook = false
        var rest = fresh[...]
        while !rest.isEmpty {
            let part = rest.prefix(Self.together)
            rest = rest.dropFirst(part.count)
            let found = await withTaskGroup(of: Found?.self, returning: [Found].self) { group in
                for file in part { group.addTask { await self.read(file, known[file]) } }
                var found: [Found] = []
                while let one = await group.next() { if let one { found.append(one) } }
                return found
            }
            var told: [String: StoredDefinition] = [:]
            for (file, look, definition) in found.sorted(by: { $0.file < $1.file }) {
                changes += book.take(look, of: file)
                if let definition { told[file] = definition }
            }
            if !told.isEmpty { try? await ledger.setDefinitions(told) }
        }
        return changes
    }

    /// What a file holds; nil if that is known.
    private func read(
        _ file: String, _ kept: StoredDefinition?
    ) async -> Found? {
        looks[file] = FileSigns(path: file).text
        let source: [UInt8]
        do throws(LocalFile.Failure) {
            source = try LocalFile(path: file).read()
        } catch {
            // One that is being replaced is there again at the next look.
            looks[file] = nil
            return error.isMissing ? nil : (file, .broken(digest: "", reason: error.reason), nil)
        }
        let digest = ScriptDigest.text(of: source)
        guard !book.knows(file, digest: digest) else { return nil }
        if let kept, kept.digest == digest, let told = try? JSONValue(parsing: kept.body) {
            guard let definition = Definition(told) else { return (file, .plain(digest: digest), nil) }
            return (file, served(file, source, digest, definition), nil)
        }
        let loading = ScriptLoading(
            settings: settings, sandbox: sandbox, now: clock.now().moment, zone: zone, titles: titles)
        switch await loading.load(file) {
        case .definition(let definition):
            let stored = StoredDefinition(digest: digest, body: definition.json.bytes)
            return (file, served(file, source, digest, definition), stored)
        case .plain: return (file, .plain(digest: digest), StoredDefinition(digest: digest, body: JSONValue.null.bytes))
        case .broken(let reason): return (file, .broken(digest: digest, reason: reason), nil)
        }
    }

    private nonisolated func served(
        _ file: String, _ source: [UInt8], _ digest: String, _ definition: Definition
    ) -> ScriptBook.Look {
        do throws(HostFailure) {
            let script = Script(name: file, source: source)
            return .served(try ServedScript(script: script, digest: digest, definition: definition, zone: zone))
        } catch {
            return .broken(digest: digest, reason: "\(error)")
        }
    }
}

/// By what it is seen that a file was changed, without reading it.
private struct FileSigns {
    let text: String?

    init(path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else {
            text = nil
            return
        }
        text = "\(status.st_ino) \(status.st_size) \(status.st_mtim.tv_sec) \(status.st_mtim.tv_nsec)"
    }
}
