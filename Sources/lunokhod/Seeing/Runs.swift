import ArgumentParser
import Host
import JSON
import Ledger
import Spelling

/// `lunokhod runs`
struct Runs: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows what `lunokhod serve` has run, and runs or cancels it again.",
        discussion: """
            Example: lunokhod runs
            Example: lunokhod runs --state dead --since 1d
            Example: lunokhod runs 15
            Example: lunokhod runs retry 15
            All options of the list: lunokhod runs show --help
            """,
        subcommands: [RunsShow.self, Retry.self, Cancel.self], defaultSubcommand: RunsShow.self)
}

/// `lunokhod runs`, the list and one job.
struct RunsShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Lists jobs, newest first, or shows one wholly.",
        discussion: """
            Of one job it shows its cause, its attempts with what they logged, what they have changed and brought to \
            whom.

            Example: lunokhod runs --script weekly_sales --state dead,interrupted
            Example: lunokhod runs 15
            """)

    @Argument(help: "The job's number; all jobs if left out.")
    var id: Int?

    @Option(help: "Only jobs of this script.")
    var script: String?

    @Option(help: "Only jobs on this portal, by its name in lunokhod.yaml.")
    var portal: String?

    @Option(help: "Only jobs in these states, such as dead,interrupted.")
    var state: String?

    @Option(help: "Only jobs recorded so long ago at most, such as 1d or 2h.")
    var since: String?

    @Option(help: "Show so many at most.")
    var limit = 20

    @OptionGroup var visit: LedgerVisit

    func validate() throws {
        guard limit > 0 else { throw ValidationError("--limit is a number from 1") }
        _ = try states()
    }

    func run() async throws {
        try await visit.open { place in
            if let id { return try await showJob(id, place) }
            let filter = JobFilter(
                portal: try await place.portal(portal), script: try await place.script(script), states: try states(),
                since: try LedgerVisit.since(since, now: place.now))
            let jobs = try await place.ledger.jobs(filter, most: limit)
            var rows: [(Job, RunRecord?)] = []
            for job in jobs {
                var last: RunRecord?
                if let run = job.run { last = try await place.ledger.run(run) }
                rows.append((job, last))
            }
            show(rows, place.moments)
        }
    }

    private func states() throws -> Set<JobState> {
        let names = JobState.allCases.map(\.rawValue)
        return Set(
            try (state ?? "").split(separator: ",").map { word in
                guard let state = JobState(rawValue: word.lowercased()) else {
                    let hint = NearestName(among: names).hint(for: String(word))
                    throw ValidationError(
                        "there is no state '\(word)'"
                            + (hint.isEmpty ? "; there are \(names.joined(separator: ", "))" : hint))
                }
                return state
            })
    }

    private func show(_ rows: [(Job, RunRecord?)], _ moments: MomentText) {
        if visit.json {
            return visit.write(["jobs": .array(rows.map { $0.json(moments, last: $1) })])
        }
        guard !rows.isEmpty else { return visit.tell("no job is like that") }
        var table = ColumnTable(headings: ["JOB", "STATE", "WHEN", "CAUSE", "SCRIPT", "OUTCOME"], spare: 3)
        let isMixed = Set(rows.map(\.0.portal)).count > 1
        for (job, run) in rows {
            let outcome = job.reason ?? run?.outcomeText(moments) ?? ""
            table.rows.append([
                .init("\(job.id)"), .init(job.state.rawValue, job.style),
                .init(moments.relative(job.finished ?? job.created)), .init(job.causeText(moments)),
                .init(job.script + (isMixed ? " on \(job.portal)" : "")), .init(outcome),
            ])
        }
        visit.write(table.lines(on: Terminal.output.paper))
        if rows.count == limit { visit.tell("there may be more: --limit \(limit * 5)") }
    }

    private func showJob(_ id: Int, _ place: LedgerVisit.Place) async throws {
        let ledger = place.ledger
        guard let job = try await ledger.job(id) else { throw HostFailure("there is no job \(id); see lunokhod runs") }
        var runs: [RunRecord] = []
        for run in try await ledger.runs(RunFilter(job: id), most: 100).reversed() {
            if let whole = try await ledger.run(run.id) { runs.append(whole) }
        }
        let events = try await events(of: job, ledger)
        if visit.json {
            var members = job.json(place.moments, last: nil).object ?? [:]
            members["events"] = .array(events.map { $0.json(place.moments) })
            members["runs"] = .array(runs.map { $0.json(place.moments, isWhole: true) })
            return visit.write(.object(members))
        }
        visit.write(
            JobPage(job: job, events: events, runs: runs, moments: place.moments, paper: Terminal.output.paper).lines)
    }

    /// Its events: the newest is known, those that were added to it before are found in its lane.
    private func events(of job: Job, _ ledger: Ledger) async throws -> [StoredEvent] {
        guard case .event(let newest, _) = job.cause, let event = try await ledger.event(newest) else { return [] }
        guard job.merged > 0 else { return [event] }
        var found: [StoredEvent] = []
        let filter = EventFilter(portal: job.portal, lane: job.lane, before: newest + 1)
        for event in try await ledger.events(filter, most: 100) where found.count <= job.merged {
            let jobs = try await ledger.jobs(JobFilter(script: job.script, event: event.id), most: 100)
            if jobs.contains(where: { $0.id == job.id }) { found.append(event) }
        }
        return found
    }
}
