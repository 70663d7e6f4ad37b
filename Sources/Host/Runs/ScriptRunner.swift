import Bitrix24
import JSON
import Reports
import Scripting
import Timetable

/// Runs a script once, from its file to what it delivers.
public struct ScriptRunner: Sendable {
    /// What scripts print and log goes there.
    public struct Output: Sendable {
        /// Takes each printed line, without its newline.
        public var print: @Sendable ([UInt8]) -> Void
        /// Takes what a script logs: level and text.
        public var log: @Sendable (String, String) -> Void
        /// Takes how far a script's `parallel` has come.
        public var progress: @Sendable (Progress) -> Void

        /// An output.
        public init(
            print: @escaping @Sendable ([UInt8]) -> Void, log: @escaping @Sendable (String, String) -> Void,
            progress: @escaping @Sendable (Progress) -> Void = { _ in }
        ) {
            self.print = print
            self.log = log
            self.progress = progress
        }
    }

    let settings: Settings
    let environment: [String: String]
    let sandbox: Sandbox
    let now: Moment
    let output: Output
    /// What surrounds the run beyond its settings.
    public var place = RunPlace()

    /// A runner. `now` is the time that periods are seen from.
    public init(
        settings: Settings, environment: [String: String], sandbox: Sandbox, now: Moment, output: Output
    ) {
        self.settings = settings
        self.environment = environment
        self.sandbox = sandbox
        self.now = now
        self.output = output
    }

    /// Runs the script.
    ///
    /// - Throws: `HostFailure` for what was asked for wrongly or can't be delivered, `ScriptFailure` for what
    ///   happened in the script.
    public func run(_ request: RunRequest) async throws -> RunResult {
        let script = try place.script ?? read(request.script)
        try check(formats: request.formats)
        let zone = try place.zone ?? settings.runZone
        let request = try await placed(request, of: script, zone: zone)
        let log = output.log
        let portal = RunPortal(shared: place.portal) { [settings, environment] () throws(HostFailure) in
            try settings.connect(portal: request.portal, environment: environment) { log("warn", $0) }
        }
        let surroundings = ScriptSurroundings(
            locale: settings.locale.rawValue, currency: settings.currency, zone: zone.identifier)
        let memory = place.memory == nil ? ownMemory(of: request) : nil
        let rooms = rooms(portal: portal, memory: memory, zone: zone)
        let run = ScriptRun(
            sandbox: sandbox, script: script, surroundings: surroundings,
            rooms: [rooms.portal] + rooms.others, print: output.print,
            progress: output.progress)
        let outcome: ScriptRun.Outcome
        do {
            outcome = try await place.deadline.watch(over: script) {
                try await withTaskCancellationHandler {
                    try await run.run { definition in
                        try check(definition, of: script, for: request)
                        return try RunArgument(request: request, now: now, zone: zone).json(for: definition)
                    }
                } onCancel: {
                    // A call that the portal's limits hold back for minutes must not hold back the end.
                    Task { await rooms.portal.leave() }
                }
            }
        } catch {
            place.requests(await rooms.portal.leave())
            await memory?.end(isWell: false)
            await portal.end()
            throw error
        }
        place.requests(await rooms.portal.leave())
        await memory?.end(isWell: true)
        let statistics = await portal.own?.statistics
        await portal.end()
        var result = try finish(outcome, request: request, script: script, zone: zone)
        result.statistics = statistics
        return result
    }

    /// Who answers the script's calls.
    private func rooms(
        portal: RunPortal, memory own: RunMemory?, zone: Zone
    ) -> (portal: PortalRoom, others: [any Room]) {
        let log = output.log
        let moment = zone.iso8601(now)
        var others: [any Room] = [
            DescriptionRoom(asked: moment) { try portal.connect() }, PeriodRoom(now: now, zone: zone),
            LogRoom { entry in log(entry.level, entry.line) },
        ]
        if let memory: any ScriptMemory = place.memory ?? own { others.append(StoreRoom(memory: memory)) }
        let writes: (any WriteLog)? = place.writes ?? own.map { RunWrites(memory: $0) }
        let room = PortalRoom(priority: place.priority, asked: moment, writes: writes) { try portal.connect() }
        return (room, others)
    }

    private func ownMemory(of request: RunRequest) -> RunMemory {
        RunMemory(settings: settings, environment: environment, portal: request.portal, script: request.script)
    }

    private func read(_ path: String) throws(HostFailure) -> Script {
        do throws(LocalFile.Failure) {
            return Script(name: path, source: try LocalFile(path: path).read())
        } catch {
            throw HostFailure("the script \(path) can't be read: \(error.reason)", exit: .usage)
        }
    }

    private func check(formats: [String]) throws(HostFailure) {
        for name in formats {
            do throws(ReportFormatError) {
                _ = try ReportFormat.named(name, locale: settings.locale)
            } catch {
                throw HostFailure("--format: \(error)", exit: .usage)
            }
        }
    }

    private func finish(
        _ outcome: ScriptRun.Outcome, request: RunRequest, script: Script, zone: Zone
    ) throws -> RunResult {
        guard case .returned(let definition, let bytes) = outcome else { return RunResult() }
        var result = RunResult()
        result.kind = definition.kind.rawValue
        result.title = definition.title
        guard definition.kind == .report else { return result }
        let period = try RunArgument(request: request, now: now, zone: zone).period(of: definition)
        let delivery = ReportDelivery(settings: settings, request: request, script: script, definition: definition)
        return try delivery.deliver(bytes, period: period, into: result)
    }
}

extension LogRoom.Entry {
    /// The entry on one line.
    var line: String {
        message + fields.map { " \($0.name)=\($0.value)" }.joined()
    }
}
