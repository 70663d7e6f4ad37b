import Glibc
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
    private let portals: ScriptPortals
    private let served: [ServedPortal]
    private let patience: Double
    private var looks: [String: String] = [:]
    /// When scripts are loaded again that couldn't be, for reasons that may pass; in seconds.
    private var again: [String: Double] = [:]
    private(set) var book = ScriptBook()
    private var isFirstLook = true
    /// Why the folder of the scripts can't be read; nil if it can.
    private var unseen: String?
    private var saidUnseen: String?

    private typealias Found = (file: String, look: ScriptBook.Look, definition: StoredDefinition?)

    /// How many scripts are loaded side by side.
    private static let together = 4

    /// - Parameters:
    ///   - portals: those that scripts may name.
    ///   - served: the portals themselves, whose titles scripts may name while they load.
    ///   - patience: how long a script may take to load, in seconds.
    init(
        settings: Settings, sandbox: Sandbox, ledger: Ledger, clock: ServeClock, zone: Zone, portals: ScriptPortals,
        served: [ServedPortal], patience: Double = ScriptLoading.usualPatience
    ) {
        (self.settings, self.sandbox, self.ledger, self.clock, self.zone) = (settings, sandbox, ledger, clock, zone)
        (self.portals, self.patience) = (portals, patience)
        self.served = served
    }

    /// Who answers what titles stand for, anew for each look: what isn't there yet is asked for once in a while.
    private var titles: [String: DescriptionRoom] {
        let asked = zone.iso8601(clock.now().moment)
        let rooms = served.map { one in (one.name, DescriptionRoom(asked: asked) { one.portal }) }
        return Dictionary(rooms) { first, _ in first }
    }

    /// Whether the folder could be read at the last look.
    var seesFolder: Bool { unseen == nil }

    /// Looks at the files. Nothing is loaded that was loaded before, not even before a restart.
    ///
    /// - Parameter readsAll: whether files are read again that look as they did.
    func look(again readsAll: Bool = false) async -> [ScriptBook.Change] {
        let found = settings.lookForScripts()
        // What can't be seen now isn't gone: a folder may be away for a moment.
        unseen = found.obstacle
        guard unseen == nil else { return [] }
        let files = found.files
        var changes = book.keep(only: Set(files))
        // One that comes back, as it was, is served again.
        let names = Set(files)
        looks = looks.filter { names.contains($0.key) }
        again = again.filter { names.contains($0.key) }
        let now = clock.now().seconds
        let fresh = files.filter { file in
            readsAll || looks[file] != FileSigns(path: file).text || again[file].map { $0 <= now } ?? false
        }
        let known = isFirstLook ? (try? await ledger.definitions()) ?? [:] : [:]
        isFirstLook = false
        guard !fresh.isEmpty else { return changes }
        let titles = titles
        var rest = fresh[...]
        while !rest.isEmpty {
            let part = rest.prefix(Self.together)
            rest = rest.dropFirst(part.count)
            let found = await withTaskGroup(of: Found?.self, returning: [Found].self) { group in
                for file in part { group.addTask { await self.read(file, known[file], titles) } }
                var found: [Found] = []
                while let one = await group.next() { if let one { found.append(one) } }
                return found
            }
            var told: [String: StoredDefinition] = [:]
            for (file, look, definition) in found.sorted(by: { $0.file < $1.file }) {
                changes += book.take(look, of: file)
                again[file] = look.again.map { clock.now().seconds + $0 }
                if let definition { told[file] = definition }
            }
            if !told.isEmpty { try? await ledger.setDefinitions(told) }
        }
        return changes
    }

    /// What an administrator should know of the folder of the scripts, once; nil if there is nothing new.
    func newsOfFolder() -> String? {
        guard unseen != saidUnseen else { return nil }
        saidUnseen = unseen
        return unseen.map { "the scripts can't be looked at, so they go on as they are: \($0)" }
            ?? "the scripts can be looked at again"
    }

    /// What a file holds; nil if that is known.
    private func read(
        _ file: String, _ kept: StoredDefinition?, _ titles: [String: DescriptionRoom]
    ) async -> Found? {
        looks[file] = FileSigns(path: file).text
        let reading = ScriptReading(
            loading: ScriptLoading(
                settings: settings, sandbox: sandbox, now: clock.now().moment, zone: zone,
                portals: portals, titles: titles, patience: patience))
        do throws(LocalFile.Failure) {
            let found = try await reading.read(file, kept: kept) { [book] in book.knows(file, digest: $0) }
            return found.map { (file, $0.look, $0.told) }
        } catch {
            // One that is being replaced is there again at the next look.
            looks[file] = nil
            return error.isMissing ? nil : (file, .broken(digest: "", LoadFailure(error.reason)), nil)
        }
    }
}

extension ScriptBook.Look {
    /// After how many seconds the same text is looked at again; nil if that is of no use.
    fileprivate var again: Double? { if case .broken(_, let failure) = self { failure.again } else { nil } }
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
