import Bitrix24
import JSON
import Ledger
import Scripting
import Synchronization
import Timetable

/// The scripts of a workspace as `serve` would take them now, whether it runs or not.
public struct WorkspaceScripts: Sendable {
    /// A script with a schedule.
    public struct Scheduled: Sendable {
        /// Its file.
        public let script: String
        /// When it runs, in its zone.
        public let rule: ScheduleRule
    }

    /// The scripts that define something, sorted.
    public private(set) var served: [String] = []
    /// Those of them with a schedule, sorted.
    public private(set) var scheduled: [Scheduled] = []
    /// Why scripts can't be loaded, by file.
    public private(set) var broken: [String: String] = [:]
    /// The working days that schedules count by.
    public private(set) var calendar = WorkingCalendar()

    /// Looks at the files. What the ledger knows of a script's text already is not loaded again; nothing is written.
    ///
    /// - Throws: if the settings are wrong; what is wrong with a script is among `broken`.
    public init(
        settings: Settings, environment: [String: String], sandbox: Sandbox, ledger: Ledger?, now: Moment
    ) async throws {
        let zone = try settings.runZone
        let known = try await ledger?.definitions() ?? [:]
        let key = settings.portalKey(nil, environment: environment)
        if let chosen = settings.calendar {
            calendar = chosen
        } else if let kept = try await Self.kept(in: ledger, portal: key) {
            calendar = kept
        }
        let line = Mutex<Portal?>(nil)
        let titles = DescriptionRoom(asked: zone.iso8601(now)) {
            try line.withLock { portal throws(HostFailure) in
                if let portal { return portal }
                let open = try settings.connect(portal: nil, environment: environment) { _ in }
                portal = open
                return open
            }
        }
        let loading = ScriptLoading(settings: settings, sandbox: sandbox, now: now, zone: zone, titles: titles)
        for file in settings.scriptFiles { await look(at: file, known[file], loading) }
        await line.withLock { $0 }?.shutdown()
    }

    private mutating func look(at file: String, _ kept: StoredDefinition?, _ loading: ScriptLoading) async {
        do throws(HostFailure) {
            guard let script = try await Self.script(file, kept, loading) else { return }
            served.append(file)
            if let rule = script.rule { scheduled.append(Scheduled(script: file, rule: rule)) }
        } catch {
            let sentence = error.description
            broken[file] = sentence.hasPrefix(file + ": ") ? String(sentence.dropFirst(file.count + 2)) : sentence
        }
    }

    private static func script(
        _ file: String, _ kept: StoredDefinition?, _ loading: ScriptLoading
    ) async throws(HostFailure) -> ServedScript? {
        let source: [UInt8]
        do throws(LocalFile.Failure) {
            source = try LocalFile(path: file).read()
        } catch {
            throw HostFailure(error.reason)
        }
        let digest = ScriptDigest.text(of: source)
        let made = { (definition: Definition) throws(HostFailure) in
            try ServedScript(
                script: Script(name: file, source: source), digest: digest, definition: definition, zone: loading.zone)
        }
        if let kept, kept.digest == digest, let told = try? JSONValue(parsing: kept.body) {
            guard let definition = Definition(told) else { return nil }
            return try made(definition)
        }
        switch await loading.load(file) {
        case .definition(let definition): return try made(definition)
        case .plain: return nil
        case .broken(let reason): throw HostFailure(reason)
        }
    }

    /// The portal's working days as a daemon has kept them.
    private static func kept(in ledger: Ledger?, portal: String) async throws -> WorkingCalendar? {
        guard let bytes = try await ledger?.cursor(portal: portal, name: "calendar"),
            let value = try? JSONValue(parsing: bytes)
        else { return nil }
        return try? WorkingCalendar(
            weekHolidays: value["week_holidays"]?.array?.compactMap(\.string) ?? ["SA", "SU"],
            yearHolidays: value["year_holidays"]?.string ?? "", yearWorkdays: value["year_workdays"]?.string ?? "")
    }
}
