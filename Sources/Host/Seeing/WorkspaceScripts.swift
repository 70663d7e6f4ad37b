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
        /// The portal that it runs on.
        public let portal: String
        /// When it runs, in its zone.
        public let rule: ScheduleRule
        /// The working days that its schedules count by.
        public let calendar: WorkingCalendar
        /// Its slots up to here are decided; nil if it was never planned, or by another schedule.
        var through: Moment?
        /// Slots that ran already though they are still to come, as the clock was set back.
        var ran: Set<Moment> = []

        /// The first slot that should have been decided before now.
        ///
        /// - Parameter patience: so many seconds before now.
        func overdue(at now: Moment, patience: Int) -> Moment? {
            guard let through else { return nil }
            let end = Moment(unixSeconds: now.unixSeconds - patience)
            return rule.slots(after: through, through: end, calendar: calendar, most: 1).first
        }

        /// The next slots that `serve` will run.
        ///
        /// - Parameter most: no more than so many.
        public func next(after now: Moment, most: Int) -> [Moment] {
            let start = max(now, SlotFacts(settledThrough: through ?? now, now: now).start)
            let slots = rule.slots(after: start, through: .latest, calendar: calendar, most: most + ran.count)
            return Array(slots.filter { !ran.contains($0) }.prefix(most))
        }
    }

    /// The portals that scripts can name.
    public let portals: ScriptPortals
    /// The portals that each script that defines something has jobs on.
    public private(set) var served: [String: [String]] = [:]
    /// Those of them with a schedule, sorted.
    public private(set) var scheduled: [Scheduled] = []
    /// Why scripts can't be loaded, by file.
    public private(set) var broken: [String: String] = [:]
    /// The scripts that define nothing.
    public private(set) var plain: Set<String> = []
    /// Why the folder of the scripts can't be read; nil if it can.
    public private(set) var obstacle: String?
    private var calendars: [String: WorkingCalendar] = [:]

    /// Looks at the files. What the ledger knows of a script's text already is not loaded again; nothing is written.
    ///
    /// - Parameter only: the files to look at; nil for all.
    /// - Throws: if the settings are wrong; what is wrong with a script is among `broken`.
    public init(
        settings: Settings, environment: [String: String], sandbox: Sandbox, ledger: Ledger?, now: Moment,
        only: Set<String>? = nil
    ) async throws {
        let zone = try settings.runZone
        let known = try await ledger?.definitions() ?? [:]
        portals = settings.scriptPortals(environment: environment)
        for name in Set(portals.names + [portals.home]) {
            calendars[name] = settings.calendar
            if settings.calendar == nil { calendars[name] = try await PortalCalendar.kept(in: ledger, portal: name) }
        }
        let connections = portals.names.map { name in
            let choice = settings.choice(of: name, environment: environment)
            let portal = RunPortal { () throws(HostFailure) in
                try settings.connect(portal: choice, environment: environment) { _ in }
            }
            return (name, portal)
        }
        let titles = connections.map { name, portal in
            (name, DescriptionRoom(asked: zone.iso8601(now)) { try portal.connect() })
        }
        let loading = ScriptLoading(
            settings: settings, sandbox: sandbox, now: now, zone: zone, portals: portals,
            titles: Dictionary(titles) { first, _ in first })
        let found = settings.lookForScripts()
        obstacle = found.obstacle
        for file in found.files where only?.contains(file) ?? true {
            await look(at: file, known[file], ScriptReading(loading: loading))
        }
        for (_, portal) in connections { await portal.end() }
        if let ledger { try await addPlans(of: ledger, now: now) }
    }

    private mutating func addPlans(of ledger: Ledger, now: Moment) async throws(LedgerError) {
        let plans = try await ledger.plans()
        let owners = scheduled.map { PlanOwner(portal: $0.portal, script: $0.script) }
        let ran = try await ledger.ranSlots(of: owners, after: Stamp(now))
        for (place, owner) in owners.enumerated() {
            let plan = plans[owner.portal]?[owner.script]
            if let plan, PlanText(scheduled[place].rule).text == plan.digest {
                scheduled[place].through = plan.through.moment
            }
            scheduled[place].ran = Set((ran[owner] ?? []).map(\.moment))
        }
    }

    private mutating func look(at file: String, _ kept: StoredDefinition?, _ reading: ScriptReading) async {
        do throws(LocalFile.Failure) {
            switch try await reading.read(file, kept: kept)?.look {
            case .served(let script): add(script)
            case .broken(_, let failure):
                let reason = failure.reason
                broken[file] = reason.hasPrefix(file + ": ") ? String(reason.dropFirst(file.count + 2)) : reason
            case .plain, nil: plain.insert(file)
            }
        } catch {
            broken[file] = error.reason
        }
    }

    private mutating func add(_ script: ServedScript) {
        served[script.name] = (try? portals.all(of: script.definition)) ?? [script.portal]
        guard let rule = script.rule else { return }
        let calendar = calendars[script.portal] ?? WorkingCalendar()
        scheduled.append(Scheduled(script: script.name, portal: script.portal, rule: rule, calendar: calendar))
    }
}
