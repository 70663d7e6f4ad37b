import Ledger
import Logging

/// The jobs that wait for scripts which aren't there, in words for the log.
struct WaitingForScripts {
    private let counts: [(owner: PlanOwner, count: Int)]

    /// How many scripts are named, so that a folder that is gone doesn't fill the log.
    static let mostNamed = 20

    /// - Parameters:
    ///   - waiting: how many jobs of each script wait.
    ///   - isGone: whether a script isn't there.
    init(_ waiting: [PlanOwner: Int], for isGone: (String) -> Bool) {
        counts = waiting.filter { isGone($0.key.script) }.map { ($0.key, $0.value) }.sorted {
            ($0.owner.script, $0.owner.portal) < ($1.owner.script, $1.owner.portal)
        }
    }

    /// One sentence for each of the first ones, and one for the others together.
    var sentences: [(owner: PlanOwner?, text: String)] {
        let named = counts.prefix(Self.mostNamed).map { owner, count -> (owner: PlanOwner?, text: String) in
            let remedy = "put it back, or lunokhod cancel --script \(owner.script)"
            return (owner, "\(Self.jobs(count)) for the script, which is gone: \(remedy)")
        }
        let others = counts.dropFirst(Self.mostNamed)
        guard !others.isEmpty else { return named }
        let sum = others.reduce(0) { $0 + $1.count }
        let scripts = others.count == 1 ? "another script that is" : "\(others.count) more scripts that are"
        return named + [(nil, "\(Self.jobs(sum)) for \(scripts) gone")]
    }

    private static func jobs(_ count: Int) -> String { count == 1 ? "1 job waits" : "\(count) jobs wait" }
}

extension DaemonStaff {
    /// Says in the log how many jobs wait for scripts that are gone.
    func sayWaiting(for isGone: (String) -> Bool) async {
        let waiting: [PlanOwner: Int]
        do throws(LedgerError) {
            waiting = try await ledger.waitingJobs()
        } catch {
            return await disturbed(error)
        }
        for (owner, text) in WaitingForScripts(waiting, for: isGone).sentences {
            var fields: Logger.Metadata = [:]
            if let owner { fields = ["script": "\(owner.script)", "portal": "\(owner.portal)"] }
            logger.warning("\(text)", metadata: fields)
        }
    }
}
