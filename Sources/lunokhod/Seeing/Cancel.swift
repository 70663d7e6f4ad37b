import ArgumentParser
import Host
import Ledger

/// `lunokhod cancel`
struct Cancel: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Cancels jobs: those that wait never begin, one that runs is asked to end.",
        discussion: """
            A job that is dead or interrupted is put aside, so that `lunokhod status` doesn't count it any more.

            Example: lunokhod cancel 15 16 --reason "done by hand"
            """)

    @Argument(help: "The jobs' numbers.")
    var ids: [Int]

    @Option(help: "Why, for whoever asks later.")
    var reason: String?

    @OptionGroup var visit: LedgerVisit

    func run() async throws {
        try await visit.open { place in
            var deeds: [Deed] = []
            for id in ids { deeds.append(try await cancel(id, place)) }
            try visit.show(deeds, as: "job")
        }
    }

    private func cancel(_ id: Int, _ place: LedgerVisit.Place) async throws -> Deed {
        guard let job = try await place.ledger.job(id) else { return Deed("\(id)", isDone: false, "does not exist") }
        let because = "cancelled by \(LedgerVisit.person)" + (reason.map { ": \($0)" } ?? "")
        let isDone = try await place.ledger.cancel(id, reason: because, now: place.now)
        guard isDone else { return Deed("\(id)", isDone: false, "is \(job.state.rawValue) and can't be cancelled") }
        return Deed("\(id)", isDone: true, job.state == .running ? "is asked to end" : "is cancelled")
    }
}
