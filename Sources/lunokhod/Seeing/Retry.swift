import ArgumentParser
import Glibc
import Host
import JSON
import Ledger

/// `lunokhod retry`
struct Retry: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Makes jobs that are dead, interrupted, cancelled or stopped wait again.",
        discussion: """
            A job that had changed something before it ended is run again only when you say so, as it may \
            change it twice.
            --script takes all jobs of a script that are dead or interrupted.

            Example: lunokhod retry 15 16
            Example: lunokhod retry --script weekly_sales
            Example: lunokhod retry --all-dead --script weekly_sales
            """)

    @Argument(help: "The jobs' numbers.")
    var ids: [Int] = []

    @Flag(help: "All jobs that are dead.")
    var allDead = false

    @Option(help: "All jobs of this script that are dead or interrupted; with --all-dead only those that are dead.")
    var script: String?

    @Option(help: "With --all-dead or --script: only those on this portal, by its name in lunokhod.yaml.")
    var portal: String?

    @Flag(help: "Don't ask about jobs that may change something twice.")
    var yes = false

    @OptionGroup var visit: LedgerVisit

    func validate() throws {
        guard isChoice == ids.isEmpty else {
            throw ValidationError(
                isChoice
                    ? "name jobs or say --all-dead or --script, not both"
                    : "name the jobs, or say --all-dead or --script")
        }
        guard portal == nil || isChoice else { throw ValidationError("--portal goes with --all-dead or --script") }
    }

    /// Whether the jobs are chosen by what they are.
    private var isChoice: Bool { allDead || script != nil }

    func run() async throws {
        try await visit.open { place in
            var chosen = ids
            if isChoice {
                let filter = JobFilter(
                    portal: try await place.portal(portal), script: try await place.script(script),
                    states: allDead ? [.dead] : [.dead, .interrupted])
                chosen = try await place.ledger.jobs(filter, most: .max).map(\.id).reversed()
                if chosen.isEmpty, !visit.json {
                    visit.tell(allDead ? "no job is dead" : "no job is dead or interrupted")
                }
            }
            var deeds: [Deed] = []
            for id in chosen { deeds.append(try await retry(id, place)) }
            try visit.show(deeds, as: "job")
        }
    }

    private func retry(_ id: Int, _ place: LedgerVisit.Place) async throws -> Deed {
        guard let job = try await place.ledger.job(id) else { return Deed("\(id)", isDone: false, "does not exist") }
        guard job.state.canRetry else {
            return Deed(
                "\(id)", isDone: false,
                "is \(job.state.rawValue); one that is dead, interrupted, cancelled or stopped can be run again")
        }
        // Whatever it ended with: what it had changed would be changed a second time.
        if !yes {
            let writes = try await changes(of: job, place.ledger)
            guard writes.isEmpty || agrees(to: writes, of: job) else {
                let list = writes.prefix(5).map(JobPage.text).joined(separator: ", ")
                return Deed(
                    "\(id)", isDone: false,
                    "had changed something before it ended (\(list)); look at it and say --yes")
            }
        }
        let isDone = try await place.ledger.retry(id, now: place.now)
        return Deed("\(id)", isDone: isDone, isDone ? "waits again" : "was changed meanwhile; see lunokhod runs \(id)")
    }

    /// What its runs have changed, or may have.
    private func changes(of job: Job, _ ledger: Ledger) async throws -> [WriteRecord] {
        var found: [WriteRecord] = []
        for run in try await ledger.runs(RunFilter(job: job.id), most: 100) {
            found += try await ledger.run(run.id)?.writes.filter { $0.state != .failed } ?? []
        }
        return found.sorted { $0.id < $1.id }
    }

    /// Asks the person, if there is one.
    private func agrees(to writes: [WriteRecord], of job: Job) -> Bool {
        guard isatty(0) == 1, Terminal.error.isWatched, !visit.json else { return false }
        var text = "job \(job.id) of \(job.script) had sent, before it ended:\n"
        for write in writes { text += "  \(JobPage.text(of: write))\n" }
        Terminal.error.write(text + "Run it again, which may do this twice? [y/N] ")
        return ["y", "yes"].contains(readLine()?.lowercased() ?? "")
    }
}
