import Bitrix24
import Ledger
import Scripting
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
        } else if let kept = try await PortalCalendar.kept(in: ledger, portal: key) {
            calendar = kept
        }
        let portal = RunPortal { () throws(HostFailure) in
            try settings.connect(portal: nil, environment: environment) { _ in }
        }
        let titles = DescriptionRoom(asked: zone.iso8601(now)) { try portal.connect() }
        let loading = ScriptLoading(settings: settings, sandbox: sandbox, now: now, zone: zone, titles: titles)
        for file in settings.scriptFiles { await look(at: file, known[file], ScriptReading(loading: loading)) }
        await portal.end()
    }

    private mutating func look(at file: String, _ kept: StoredDefinition?, _ reading: ScriptReading) async {
        do throws(LocalFile.Failure) {
            switch try await reading.read(file, kept: kept)?.look {
            case .served(let script):
                served.append(file)
                if let rule = script.rule { scheduled.append(Scheduled(script: file, rule: rule)) }
            case .broken(_, let reason):
                broken[file] = reason.hasPrefix(file + ": ") ? String(reason.dropFirst(file.count + 2)) : reason
            case .plain, nil: break
            }
        } catch {
            broken[file] = error.reason
        }
    }
}
