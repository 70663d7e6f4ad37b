import Ingress
import Logging
import Scripting
import ServiceLifecycle
import UnixSignals

/// `lunokhod serve` from its start to SIGTERM or SIGINT. On SIGHUP everything is read again; where the settings were
/// changed, the daemon ends as it does at a stop, and another one takes its place. Addresses stay open meanwhile.
public actor Serving {
    /// What others may want to know.
    public enum News: Hashable, Sendable {
        /// Work is taken; the ports of events and of operations, nil where none is open.
        case serving(events: Int?, operations: Int?)
        /// Everything is read again.
        case reloading
        /// That is done, and it goes on as before.
        case goesOn
    }

    private let load: @Sendable () throws(HostFailure) -> Settings
    private let environment: [String: String]
    private let sandbox: Sandbox
    private let metrics: PrometheusMetrics?
    private let logger: Logger
    private let told: @Sendable (News) -> Void
    private let addresses = OpenAddresses()

    private var turns = ServeTurns()
    private var round: Round?
    /// What is to be served next.
    private var next: ServeReading?
    /// What was served before, as long as it may be needed again.
    private var former: ServeReading?
    private var reloading: Task<Void, Never>?
    private var tally = DaemonTally()

    /// A daemon at work.
    private struct Round {
        let reading: ServeReading
        let daemon: Daemon
        let group: ServiceGroup
    }

    /// - Parameters:
    ///   - told: hears how it is
    ///   - load: reads the settings, at the start and for each reload
    public init(
        environment: [String: String], sandbox: Sandbox, metrics: PrometheusMetrics?, logger: Logger,
        told: @escaping @Sendable (News) -> Void, load: @escaping @Sendable () throws(HostFailure) -> Settings
    ) {
        (self.environment, self.sandbox, self.metrics, self.logger) = (environment, sandbox, metrics, logger)
        (self.told, self.load) = (told, load)
    }

    /// Serves until SIGTERM or SIGINT.
    ///
    /// - Throws: `HostFailure` for settings that can't be served, a ledger or an address that can't be used.
    public func run() async throws {
        let signals = await UnixSignalsSequence(trapping: [.sigterm, .sigint, .sighup])
        let hearing = Task { for await signal in signals { await self.heard(signal) } }
        defer { hearing.cancel() }
        try await serve(try await read())
        logger.info("stopped")
    }

    // MARK: Signals

    private func heard(_ signal: UnixSignal) async {
        await carryOut(signal == .sighup ? turns.toldToReload() : turns.toldToStop())
    }

    private func carryOut(_ step: ServeTurns.Step) async {
        switch step {
        case .wait: break
        case .stop:
            logger.info("stopping: no more jobs are taken")
            await round?.group.triggerGracefulShutdown()
        case .hurry:
            logger.info("told again to stop: the jobs that run are ended")
            await round?.daemon.crew.stop(within: 0)
        case .reload: reloading = Task { await self.reload() }
        }
    }

    // MARK: Rounds

    private func serve(_ first: ServeReading) async throws {
        var reading = first
        while !turns.isStopping {
            do {
                try await serveRound(of: reading)
            } catch {
                await reading.end()
                guard let last = former, !turns.isStopping else {
                    await letGo()
                    throw error as? HostFailure ?? HostFailure("\(error)")
                }
                logger.error(
                    "the new settings can't be used after all, and it goes on with those from before: \(error)")
                (reading, former) = (last, nil)
                continue
            }
            guard let next, !turns.isStopping else { break }
            (former, reading, self.next) = (reading, next, nil)
        }
        await reading.end()
        await letGo()
    }

    /// Ends what is not in use.
    private func letGo() async {
        let unused = [former, next].compactMap { $0 }
        (former, next) = (nil, nil)
        for reading in unused { await reading.end() }
    }

    private func serveRound(of reading: ServeReading) async throws {
        let daemon = try await daemon(of: reading, tally)
        let group = daemon.services()
        round = Round(reading: reading, daemon: daemon, group: group)
        if turns.isStopping { await group.triggerGracefulShutdown() }
        let ending: Result<Void, any Error>
        do {
            try await daemon.run(group) { await self.opened(reading, events: $0, operations: $1) }
            ending = .success(())
        } catch {
            ending = .failure(error)
        }
        turns.closed()
        // It may look at scripts, which the ledger remembers.
        await reloading?.value
        round = nil
        tally = await daemon.staff.tally
        daemon.close()
        try ending.get()
    }

    private func opened(_ reading: ServeReading, events: Int?, operations: Int?) async {
        addresses.keep(only: reading.places)
        let last = former
        former = nil
        told(.serving(events: events, operations: operations))
        await carryOut(turns.opened())
        await last?.end()
    }

    // MARK: Reading again

    private func reload() async {
        told(.reloading)
        if await readAgain() { turns.closed() } else { told(.goesOn) }
        await carryOut(turns.reloaded())
    }

    /// Whether the round ends, as there are new settings.
    private func readAgain() async -> Bool {
        guard let round else { return false }
        let reading: ServeReading
        do {
            reading = try await read(besides: round.reading)
        } catch {
            logger.error("the settings are not taken, and it goes on as before: \(error)")
            await round.daemon.lookAgain(knowing: error)
            return false
        }
        guard reading.signs != round.reading.signs, !turns.isStopping else {
            await reading.end()
            logger.info("the scripts and the certificate are read again; the settings are as they were")
            await round.daemon.lookAgain()
            return false
        }
        next = reading
        logger.info("the settings were changed: they are used as soon as the jobs that run have come to their end")
        await round.group.triggerGracefulShutdown()
        return true
    }

    /// Reads and tries everything, beside the actor: files and names of hosts may take their time, and a stop must not.
    ///
    /// - Parameter last: what is in use, so that new addresses can only be prepared.
    private nonisolated func read(besides last: ServeReading? = nil) async throws(HostFailure) -> ServeReading {
        let reading = try ServeReading(settings: try load(), environment: environment, logger: logger)
        guard last != nil else { return reading }
        do throws(IngressError) {
            try addresses.prepare(reading.places)
        } catch {
            await reading.end()
            throw HostFailure("\(error)")
        }
        return reading
    }

    private nonisolated func daemon(of reading: ServeReading, _ tally: DaemonTally) async throws(HostFailure) -> Daemon
    {
        try Daemon(
            reading: reading, environment: environment, sandbox: sandbox, addresses: addresses, metrics: metrics,
            tally: tally, logger: logger)
    }
}
