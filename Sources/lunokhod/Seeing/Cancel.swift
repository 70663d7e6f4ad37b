import ArgumentParser
import Host
import JSON
import Ledger

/// `lunokhod cancel`
struct Cancel: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Cancels jobs: those that wait never begin, one that runs is asked to end.",
        discussion: """
            A job that is dead or interrupted is put aside, so that `lunokhod status` doesn't count it any more.
            --script takes all jobs of a script that wait, are snoozed, dead or interrupted; those that run go on.

            Example: lunokhod cancel 15 16 --reason "done by hand"
            Example: lunokhod cancel --script old_handler.lua
            """)

    @Argument(help: "The jobs' numbers.")
    var ids: [Int] = []

    @Option(help: "All jobs of this script that don't run, also if it is gone.")
    var script: String?

    @Option(help: "With --script: only those on this portal, by its name in lunokhod.yaml.")
    var portal: String?

    @Option(help: "Why, for whoever asks later.")
    var reason: String?

    @OptionGroup var visit: LedgerVisit

    func validate() throws {
        guard (script == nil) != ids.isEmpty else {
            throw ValidationError(
                ids.isEmpty ? "name the jobs, or say --script" : "name jobs or say --script, not both")
        }
        guard portal == nil || script != nil else { throw ValidationError("--portal goes with --script") }
    }

    func run() async throws {
        try await visit.open { place in
            if let script = try await place.script(script) { return try await cancelAll(of: script, place) }
            var deeds: [Deed] = []
            for id in ids { deeds.append(try await cancel(id, place)) }
            try visit.show(deeds, as: "job")
        }
    }

    private var because: String { "cancelled by \(LedgerVisit.person)" + (reason.map { ": \($0)" } ?? "") }

    private func cancelAll(of script: String, _ place: LedgerVisit.Place) async throws {
        let portal = try await place.portal(portal)
        let count = try await place.ledger.cancelAll(of: script, portal: portal, reason: because, now: place.now)
        guard !visit.json else {
            var told: JSONObject = ["ok": true, "script": .string(script), "cancelled": .integer(count)]
            told["portal"] = portal.map(JSONValue.string)
            return visit.write(.object(told))
        }
        guard count > 0 else { return visit.tell("no job of \(script) waits or has failed") }
        visit.write(["✓ \(script): \(count == 1 ? "1 job is" : "\(count) jobs are") cancelled"])
    }

    private func cancel(_ id: Int, _ place: LedgerVisit.Place) async throws -> Deed {
        guard let job = try await place.ledger.job(id) else { return Deed("\(id)", isDone: false, "does not exist") }
        let isDone = try await place.ledger.cancel(id, reason: because, now: place.now)
        guard isDone else { return Deed("\(id)", isDone: false, "is \(job.state.rawValue) and can't be cancelled") }
        return Deed("\(id)", isDone: true, job.state == .running ? "is asked to end" : "is cancelled")
    }
}
