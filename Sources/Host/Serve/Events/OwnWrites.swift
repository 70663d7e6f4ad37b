import Bitrix24
import Ledger
import Synchronization

/// What this host's scripts have changed lately, by portal and item, so that the events of it are recognised.
///
/// It is asked for each event, so it answers from memory; what was changed before the program started is in the ledger.
final class OwnWrites: Sendable {
    private struct Key: Hashable {
        let portal: String
        let entity: String
    }

    private struct State {
        var writes: [Key: OwnWrite] = [:]
        /// Why jobs of a script for an item run, where a change of one's own led to them.
        var reasons: [String: (text: String, at: Double)] = [:]
        var prunedAt = 0.0
    }

    private let window: Double
    private let state = Mutex(State())

    /// - Parameter window: how long a change is remembered, in seconds.
    init(window: Double) { self.window = window }

    /// Reads what was changed before the program started.
    func restore(from ledger: Ledger, now: Stamp) async throws(LedgerError) {
        for (portal, entity, write) in try await ledger.hostWrites(since: now.adding(seconds: -window)) {
            state.withLock { $0.writes[Key(portal: portal, entity: entity)] = OwnWrite(write) }
        }
    }

    /// Takes notice of a change that is about to be made or was answered.
    func note(_ subject: CallSubject, by method: String, of claim: Claim, at now: Stamp) {
        let reason = reason(of: claim.job.script, portal: claim.job.portal, lane: claim.job.lane)
        let write = OwnWrite(
            script: claim.job.script, job: claim.job.id, depth: claim.job.depth, at: now.seconds,
            change: subject.change, method: method, because: reason)
        let key = Key(portal: claim.job.portal, entity: subject.entity.description)
        state.withLock { state in
            state.writes[key] = write
            prune(&state, at: now.seconds)
        }
    }

    /// The newest change of an item; nil if there is none.
    func newest(portal: String, entity: String) -> OwnWrite? {
        state.withLock { $0.writes[Key(portal: portal, entity: entity)] }
    }

    /// Remembers why a script runs for an item.
    func note(reason: String?, of script: String, portal: String, lane: String?, at now: Double) {
        let key = "\(portal)\n\(script)\n\(lane ?? "")"
        state.withLock { $0.reasons[key] = reason.map { ($0, now) } }
    }

    private func reason(of script: String, portal: String, lane: String?) -> String? {
        state.withLock { $0.reasons["\(portal)\n\(script)\n\(lane ?? "")"]?.text }
    }

    private func prune(_ state: inout State, at now: Double) {
        guard abs(now - state.prunedAt) > window / 4 else { return }
        state.prunedAt = now
        state.writes = state.writes.filter { abs(now - $0.value.at) <= window }
        state.reasons = state.reasons.filter { abs(now - $0.value.at) <= window * 4 }
    }
}

extension OwnWrite {
    /// A change as the ledger has it; what it did to the item is told by its method.
    fileprivate init(_ write: HostWrite) {
        let verb = write.method.split(separator: ".").last?.lowercased() ?? ""
        let change: ChangeKind = verb.hasPrefix("add") ? .added : verb.hasPrefix("delete") ? .deleted : .updated
        self.init(
            script: write.script, job: write.job, depth: write.depth, at: write.at.seconds, change: change,
            method: write.method)
    }
}
