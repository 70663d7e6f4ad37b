import Alerts
import Bitrix24
import Ingress
import Ledger
import Logging
import ServiceLifecycle
import Timetable

extension Daemon {
    /// How often the scripts' files are looked at, in seconds.
    private static let lookEvery = 2.0
    /// How often what is old is removed, in seconds.
    private static let sweepEvery = 3_600.0

    /// What a daemon consists of while it runs. They are stopped from the last to the first: events are taken until the
    /// jobs that run have come to their end.
    func services() -> ServiceGroup {
        var services: [any Service] = []
        if let operations = servers.operations { services.append(operations) }
        if let events = servers.events { services.append(events) }
        services.append(Work(daemon: self))
        let quiet = Logger(label: "services") { _ in SwiftLogNoOpLogHandler() }
        let configurations = services.map {
            ServiceGroupConfiguration.ServiceConfiguration(
                service: $0, successTerminationBehavior: .ignore, failureTerminationBehavior: .gracefullyShutdownGroup)
        }
        return ServiceGroup(configuration: ServiceGroupConfiguration(services: configurations, logger: quiet))
    }

    /// Works until the group is told to shut down.
    ///
    /// - Parameter opened: is told the ports as soon as work is taken.
    func run(_ group: ServiceGroup, opened: @escaping Opened) async throws {
        try await prepare()
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask {
                let ports = await servers.whenOpen()
                if !Task.isCancelled { await opened(ports.events, ports.operations) }
            }
            defer { tasks.cancelAll() }
            try await group.run()
        }
    }

    /// Lets the ledger go.
    func close() { ledger.close() }

    /// Reads the scripts and the certificate again.
    ///
    /// - Parameter known: what was said already.
    func lookAgain(knowing known: (any Error)? = nil) async {
        do throws(IngressError) {
            try servers.events?.renewCertificate()
        } catch {
            if known.map({ "\($0)" }) != "\(error)" { logger.error("\(error)") }
        }
        await useScripts(again: true)
    }

    /// What comes before work is taken: the scripts, what the last start left behind, what is due.
    private func prepare() async throws(HostFailure) {
        do throws(LedgerError) {
            try await desk.restore()
            try await own.restore(from: ledger, now: clock.now())
            try await AbandonedJobs(ledger: ledger, owner: owner, clock: clock, logger: logger).settle()
            if settings.calendar == nil { try await PortalCalendar.restore(of: portals, from: ledger, to: slots) }
        } catch {
            throw HostFailure("\(error)")
        }
        await useScripts(again: false, isFirst: true)
        if settings.scriptFiles.isEmpty {
            logger.warning(
                "there is no script to serve yet: one that is put into the folder is served at once",
                metadata: ["folder": "\(settings.besideSettings("scripts"))"])
        }
        await staff.catchUp(knowsScripts: await library.seesFolder)
    }

    /// Looks at the scripts' files and goes on with what they are now.
    func useScripts(again: Bool, isFirst: Bool = false) async {
        await looks.enter()
        defer { looks.leave() }
        let changes = await library.look(again: again)
        if let news = await library.newsOfFolder() { logger.warning("\(news)") }
        guard !changes.isEmpty || again || isFirst else { return }
        await staff.heard(changes)
        let book = await library.book
        await staff.use(book)
        reception.use(book)
        for (portal, puller) in zip(portals, pullers) {
            await puller.use(book.events(of: portal.name), isWhole: book.broken.isEmpty)
        }
        // At a start the folder may not be there yet: plans wait for it.
        if isFirst, book.scripts.isEmpty, book.broken.isEmpty { return }
        do throws(LedgerError) {
            try await slots.plan(by: Array(book.scripts.values), keeping: Set(book.broken.keys))
        } catch {
            await staff.disturbed(error)
        }
        await crew.ring()
    }

    /// Works until it is stopped.
    func work() async {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await slots.run() }
            group.addTask { await desk.run() }
            group.addTask { await heartbeat?.run() }
            group.addTask { await lookAfterScripts() }
            group.addTask { await lookAfterLedger() }
            group.addTask { await lookAfterCalendars() }
            for puller in pullers { group.addTask { await puller.run() } }
            // Ends when it is stopped, and everything else with it.
            await crew.run()
            group.cancelAll()
        }
    }

    private func lookAfterScripts() async {
        while (try? await clock.sleep(Self.lookEvery)) != nil { await useScripts(again: false) }
    }

    private func lookAfterLedger() async {
        var (sweptAt, clockReturn) = (0.0, ClockReturn())
        while !Task.isCancelled {
            do throws(LedgerError) {
                try await ledger.health()
                troubles.succeeded(.look)
                await staff.undisturbed()
                if clockReturn.look(at: clock.now().seconds) { try await takeBackClock() }
                if clock.now().seconds - sweptAt > Self.sweepEvery {
                    sweptAt = clock.now().seconds
                    _ = try await ledger.sweep(settings.serve.keep.retention, now: clock.now())
                }
            } catch {
                if error != .busy { troubles.failed(.look, error) }
                await staff.disturbed(error)
            }
            guard (try? await clock.sleep(15)) != nil else { return }
        }
    }

    /// What was put off by a clock that was ahead goes on.
    private func takeBackClock() async throws(LedgerError) {
        let count = try await ledger.takeBackClock(now: clock.now())
        guard count > 0 else { return }
        logger.warning("the clock was set back: what it had put off goes on", metadata: ["count": "\(count)"])
    }

    /// Working days are those of each portal, unless the settings name them.
    private func lookAfterCalendars() async {
        guard settings.calendar == nil else { return }
        await withTaskGroup(of: Void.self) { group in
            for portal in portals {
                group.addTask {
                    await PortalCalendar(portal: portal, ledger: ledger, logger: logger).look(after: slots, by: clock) {
                        await library.book.scripts.values.contains { $0.portal == portal.name && $0.countsWorkingDays }
                    }
                }
            }
        }
    }
}

/// The daemon's own work as a service: a graceful stop lets the jobs that run come to their end.
private struct Work: Service {
    let daemon: Daemon

    func run() async throws {
        await withGracefulShutdownHandler {
            await daemon.work()
        } onGracefulShutdown: {
            Task { await daemon.crew.stop(within: daemon.settings.serve.stopWithin) }
        }
    }
}
