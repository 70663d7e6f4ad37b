import Alerts
import Bitrix24
import Ingress
import Ledger
import Logging
import ServiceLifecycle
import Timetable
import UnixSignals

extension Daemon {
    /// How often the scripts' files are looked at, in seconds.
    private static let lookEvery = 2.0
    /// How often what is old is removed, in seconds.
    private static let sweepEvery = 3_600.0

    /// Serves until SIGTERM or SIGINT, and reads everything again on SIGHUP.
    ///
    /// - Parameter opened: is told the ports as soon as work is taken.
    public func run(opened: @escaping Opened) async throws {
        defer { ledger.close() }
        let ending: Result<Void, any Error>
        do {
            try await serve(opened: opened)
            ending = .success(())
        } catch {
            ending = .failure((error as? HostFailure) ?? HostFailure("\(error)"))
        }
        for portal in portals { await portal.portal.shutdown() }
        try ending.get()
        logger.info("stopped")
    }

    private func serve(opened: @escaping Opened) async throws {
        try await prepare()
        var services: [any Service] = [Work(daemon: self)]
        if let events = servers.events { services.append(events) }
        if let operations = servers.operations { services.append(operations) }
        let quiet = Logger(label: "services") { _ in SwiftLogNoOpLogHandler() }
        let configurations = services.map {
            ServiceGroupConfiguration.ServiceConfiguration(
                service: $0, successTerminationBehavior: .ignore, failureTerminationBehavior: .gracefullyShutdownGroup)
        }
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: configurations, gracefulShutdownSignals: [.sigterm, .sigint], logger: quiet))
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask {
                let ports = await servers.whenOpen()
                if !Task.isCancelled { opened(ports.events, ports.operations) }
            }
            defer { tasks.cancelAll() }
            try await group.run()
        }
    }

    /// What comes before work is taken: the scripts, what the last start left behind, what is due.
    private func prepare() async throws(HostFailure) {
        do throws(LedgerError) {
            try await desk.restore()
            try await own.restore(from: ledger, now: clock.now())
            try await AbandonedJobs(ledger: ledger, owner: owner, clock: clock, logger: logger).settle()
        } catch {
            throw HostFailure("\(error)")
        }
        await useScripts(again: false)
        await staff.catchUp()
    }

    /// Looks at the scripts' files and goes on with what they are now.
    func useScripts(again: Bool) async {
        let changes = await library.look(again: again)
        guard !changes.isEmpty || again else { return }
        await staff.heard(changes)
        let book = await library.book
        await staff.use(book)
        reception.use(book)
        for (portal, puller) in zip(portals, pullers) {
            await puller.use(book.events(of: portal.name), isWhole: book.broken.isEmpty)
        }
        do throws(LedgerError) {
            try await slots.plan(by: Array(book.scripts.values))
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
            group.addTask { await reloadWhenAsked() }
            for puller in pullers { group.addTask { await puller.run() } }
            // Ends when it is stopped, and everything else with it.
            await crew.run()
            group.cancelAll()
        }
    }

    private func lookAfterScripts() async {
        while (try? await clock.sleep(Self.lookEvery)) != nil { await useScripts(again: false) }
    }

    private func reloadWhenAsked() async {
        for await _ in await UnixSignalsSequence(trapping: .sighup) {
            logger.info("the scripts and the certificate are read again")
            await useScripts(again: true)
            do {
                try servers.events?.renewCertificate()
            } catch {
                logger.error("\(error)")
            }
        }
    }

    private func lookAfterLedger() async {
        var sweptAt = 0.0
        while !Task.isCancelled {
            do throws(LedgerError) {
                try await ledger.health()
                await staff.undisturbed()
                if clock.now().seconds - sweptAt > Self.sweepEvery {
                    sweptAt = clock.now().seconds
                    _ = try await ledger.sweep(settings.serve.keep.retention, now: clock.now())
                }
            } catch {
                await staff.disturbed(error)
            }
            guard (try? await clock.sleep(15)) != nil else { return }
        }
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

extension ServeSettings.Keeping {
    fileprivate var retention: Retention {
        var retention = Retention()
        retention.events = max(1, Int(events.rounded(.up)))
        retention.finished = max(1, Int(runs.rounded(.up)))
        retention.failed = max(1, Int(failures.rounded(.up)))
        return retention
    }
}

/// The daemon's own work as a service: a graceful stop lets the jobs that run come to their end.
private struct Work: Service {
    let daemon: Daemon

    func run() async throws {
        await withGracefulShutdownHandler {
            await daemon.work()
        } onGracefulShutdown: {
            daemon.logger.info("stopping: no more jobs are taken")
            Task { await daemon.crew.stop(within: daemon.settings.serve.stopWithin) }
        }
    }
}
