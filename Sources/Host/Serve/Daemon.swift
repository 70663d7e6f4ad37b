import Alerts
import Bitrix24
import Glibc
import Ingress
import Ledger
import Logging
import Reports
import Scripting
import ServiceLifecycle
import Timetable

/// What `lunokhod serve` is made of between two readings of its settings, wired together. It decides nothing itself.
struct Daemon: Sendable {
    let settings: Settings
    let clock: ServeClock
    let ledger: Ledger
    let logger: Logger
    let portals: [ServedPortal]
    let library: ScriptLibrary
    let reception: EventReception
    let slots: SlotClock
    let crew: JobCrew
    let desk: AlertDesk
    let heartbeat: Heartbeat?
    let pullers: [EventPuller]
    let servers: DaemonServers
    let staff: DaemonStaff
    let runner: JobRunner
    let own: OwnWrites
    let owner: String
    /// Lets one look at the scripts go on at a time, so that none puts an older text over a newer one.
    let looks = WaitingLine()
    let troubles: LedgerTroubleLog

    /// Whom to tell when the servers are ready: the ports of events and of operations; nil where none is open.
    typealias Opened = @Sendable (_ events: Int?, _ operations: Int?) async -> Void

    /// Puts it together; nothing runs yet.
    ///
    /// - Parameters:
    ///   - reading: what it works by; it stays its owner's
    ///   - addresses: where it listens is opened there if it isn't yet
    ///   - tally: what was done before a reload
    /// - Throws: `HostFailure` for a ledger, an address or a certificate that can't be used.
    init(
        reading: ServeReading, environment: [String: String], sandbox: Sandbox, addresses: OpenAddresses,
        metrics: PrometheusMetrics?, tally: DaemonTally, logger: Logger
    ) throws(HostFailure) {
        let (settings, zone, clock) = (reading.settings, reading.zone, ServeClock.machine)
        (self.settings, self.clock, self.logger) = (settings, clock, logger)
        let ledger = try settings.openLedger(role: .daemon, sealing: reading.sealing)
        self.ledger = ledger
        var isMade = false
        defer { if !isMade { ledger.close() } }
        portals = reading.portals.all
        let byName = Dictionary(portals.map { ($0.name, $0) }) { first, _ in first }
        // Where the portal is seldom asked, the first event of a change may come late.
        let rarest = portals.map(\.events.every).max() ?? 0
        let rule = ChainRule(
            deepest: settings.serve.deepestChain, mostPerMinute: settings.serve.runsPerMinute,
            window: max(300, 3 * rarest))
        let own = OwnWrites(rule: rule)
        self.own = own
        desk = AlertDesk(
            ledger: ledger, settings: reading.telling, ways: reading.ways,
            locale: settings.locale == .ru ? .ru : .en, clock: clock, logger: logger)
        let staff = DaemonStaff(
            desk: desk, ledger: ledger, portals: byName, tally: tally, clock: clock, logger: logger)
        self.staff = staff
        library = ScriptLibrary(
            settings: settings, sandbox: sandbox, ledger: ledger, clock: clock, zone: zone,
            portals: settings.scriptPortals(environment: environment), served: portals)
        let reception = EventReception(
            ledger: ledger, portals: byName, rule: rule, own: own, clock: clock
        ) { staff.heard($0) }
        self.reception = reception
        troubles = LedgerTroubleLog(clock: clock, logger: logger)
        slots = SlotClock(
            ledger: ledger, calendar: settings.calendar ?? WorkingCalendar(), clock: clock,
            logger: logger, troubles: troubles
        ) { await staff.heard($0) }
        owner = "\(getpid()) since \(clock.now().milliseconds)"
        runner = JobRunner(
            settings: settings, environment: environment, sandbox: sandbox, ledger: ledger, own: own, clock: clock,
            zone: zone)
        crew = JobCrew(
            ledger: ledger, runner: runner, clock: clock, logger: logger, workers: settings.serve.workers,
            owner: owner, surroundings: staff, troubles: troubles)
        pullers = portals.map { portal in
            EventPuller(of: portal, reception: reception, ledger: ledger, clock: clock, logger: logger) {
                await staff.heard($0, of: portal.name)
            }
        }
        heartbeat = reading.telling.heartbeat.map { [clock] beat in
            Heartbeat(caller: HookCaller(address: beat.address), every: beat.every, clock: clock, logger: logger) {
                await staff.readiness().isEmpty
            }
        }
        servers = try DaemonServers(
            reading: reading, addresses: addresses, reception: reception,
            operations: Operations(ledger: ledger, staff: staff, crew: crew, clock: clock), metrics: metrics,
            logger: logger)
        isMade = true
    }
}
