import ArgumentParser
import Host
import JSON
import Ledger

/// `lunokhod pause`
struct Pause: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Lets no job of a script begin until it is resumed.",
        discussion: """
            Jobs that run go on; those that wait, wait. Events are still recorded, and their jobs wait. Slots that come \
            meanwhile are skipped.

            Example: lunokhod pause weekly_sales --reason "the price list is being changed"
            """)

    @Argument(help: "The scripts, by file or name.")
    var scripts: [String]

    @Option(help: "Why, for whoever asks later.")
    var reason: String?

    @Option(help: "The portal, by its name in lunokhod.yaml; all that the script runs on if left out.")
    var portal: String?

    @OptionGroup var visit: LedgerVisit

    func run() async throws {
        try await visit.open { place in
            let only = try await place.portal(portal)
            var names: [String] = []
            for word in scripts { if let name = try await place.script(word) { names.append(name) } }
            var deeds: [Deed] = []
            for name in names {
                let portals = if let only { [only] } else { try await place.portals(of: name) }
                for portal in portals {
                    deeds.append(try await pause(name, on: portal, isOneOf: portals.count, place))
                }
            }
            try visit.show(deeds, as: "script")
        }
    }

    private func pause(
        _ name: String, on portal: String, isOneOf count: Int, _ place: LedgerVisit.Place
    ) async throws -> Deed {
        let isNew = try await place.ledger.pause(
            portal: portal, script: name, reason: reason ?? "", by: LedgerVisit.person, now: place.now)
        let words = count > 1 ? " on \(portal)" : ""
        return Deed(
            name, isDone: true,
            isNew ? "is paused\(words); `lunokhod resume` lets it go on" : "was paused\(words) already")
    }
}

/// `lunokhod resume`
struct Resume: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Lets paused scripts go on.",
        discussion: """
            What waited meanwhile begins. The script's failures are counted anew.

            Example: lunokhod resume weekly_sales
            Example: lunokhod resume --all
            """)

    @Argument(help: "The scripts, by file or name.")
    var scripts: [String] = []

    @Flag(help: "All scripts that are paused.")
    var all = false

    @Option(help: "The portal, by its name in lunokhod.yaml; all of them if left out.")
    var portal: String?

    @OptionGroup var visit: LedgerVisit

    func validate() throws {
        guard all != scripts.isEmpty else { return }
        throw ValidationError(all ? "name scripts or say --all, not both" : "name the scripts, or say --all")
    }

    func run() async throws {
        try await visit.open { place in
            let paused = try await place.ledger.paused().filter { portal == nil || $0.portal == portal }
            var deeds: [Deed] = []
            if all {
                for one in paused { deeds.append(try await resume(one, among: paused, place)) }
                if deeds.isEmpty, !visit.json { visit.tell("no script is paused") }
            }
            for word in scripts {
                guard let name = try await place.script(word) else { continue }
                let its = paused.filter { $0.script == name }
                if its.isEmpty { deeds.append(Deed(name, isDone: false, "is not paused")) }
                for one in its { deeds.append(try await resume(one, among: its, place)) }
            }
            try visit.show(deeds, as: "script")
        }
    }

    private func resume(
        _ paused: PausedScript, among all: [PausedScript], _ place: LedgerVisit.Place
    ) async throws -> Deed {
        let isDone = try await place.ledger.resume(portal: paused.portal, script: paused.script)
        let isAlone = all.count { $0.script == paused.script } == 1
        let words = isAlone ? "" : " on \(paused.portal)"
        return Deed(paused.script, isDone: isDone, (isDone ? "goes on" : "is not paused") + words)
    }
}
