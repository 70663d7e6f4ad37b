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

    private struct Note {
        let number: Int
        var write: OwnWrite
        /// The scripts that got an event which may come from it.
        var echoed: Set<String> = []
    }

    private struct State {
        var notes: [Key: [Note]] = [:]
        /// Why jobs of a script for an item run, where a change of one's own led to them.
        var reasons: [String: (text: String, at: Double)] = [:]
        var prunedAt = 0.0
    }

    /// How an event looks beside the changes of its item.
    struct Finding: Hashable {
        /// The newest change that it may come from; nil if it is somebody else's.
        var echoed: OwnWrite?
        /// Whether the item was changed from here lately, whoever caused the event.
        var isBusy = false
    }

    /// How many changes of an item are kept: events of more than these don't come one after the other any more.
    private static let most = 4

    private let rule: ChainRule
    private let state = Mutex(State())

    /// - Parameter rule: what tells echoes.
    init(rule: ChainRule) { self.rule = rule }

    /// Reads what was changed before the program started.
    func restore(from ledger: Ledger, now: Stamp) async throws(LedgerError) {
        for (portal, entity, write) in try await ledger.hostWrites(since: now.adding(seconds: -rule.window)) {
            state.withLock {
                Self.add(Note(number: 0, write: OwnWrite(write)), to: &$0, Key(portal: portal, entity: entity))
            }
        }
    }

    /// Takes notice of a change that is about to be made, or was answered, which tells when the portal did it.
    ///
    /// - Parameter number: tells the change from others of its item.
    func note(
        _ subject: CallSubject, number: Int, by method: String, span: ClosedRange<Double>? = nil, of claim: Claim,
        at now: Stamp
    ) {
        let reason = reason(of: claim.job.script, portal: claim.job.portal, lane: claim.job.lane)
        let write = OwnWrite(
            script: claim.job.script, job: claim.job.id, depth: claim.job.depth, at: now.seconds, span: span,
            change: subject.change, method: method, because: reason)
        let key = Key(portal: claim.job.portal, entity: subject.entity.description)
        state.withLock { state in
            if let place = state.notes[key]?.firstIndex(where: { $0.number == number }) {
                state.notes[key]?[place].write = write
            } else {
                Self.add(Note(number: number, write: write), to: &state, key)
            }
            prune(&state, at: now.seconds)
        }
    }

    /// Forgets a change that the portal has refused.
    func forget(_ subject: CallSubject, number: Int, portal: String) {
        let key = Key(portal: portal, entity: subject.entity.description)
        state.withLock { $0.notes[key]?.removeAll { $0.number == number } }
    }

    /// Looks whether an event may come from a change, which has its echo for that script then.
    func find(_ occasion: ChainRule.Occasion, portal: String) -> Finding {
        guard let entity = occasion.entity?.description else { return Finding() }
        let key = Key(portal: portal, entity: entity)
        return state.withLock { state in
            guard let notes = state.notes[key] else { return Finding() }
            var finding = Finding(isBusy: notes.contains { rule.isRecent($0.write, at: occasion.at) })
            for place in notes.indices.reversed() {
                let isFirst = !notes[place].echoed.contains(occasion.script)
                guard rule.isEcho(occasion, of: notes[place].write, isFirst: isFirst) else { continue }
                state.notes[key]?[place].echoed.insert(occasion.script)
                finding.echoed = notes[place].write
                break
            }
            return finding
        }
    }

    /// Remembers why a script runs for an item.
    func note(reason: String?, of script: String, portal: String, lane: String?, at now: Double) {
        let key = "\(portal)\n\(script)\n\(lane ?? "")"
        state.withLock { $0.reasons[key] = reason.map { ($0, now) } }
    }

    private func reason(of script: String, portal: String, lane: String?) -> String? {
        state.withLock { $0.reasons["\(portal)\n\(script)\n\(lane ?? "")"]?.text }
    }

    private static func add(_ note: Note, to state: inout State, _ key: Key) {
        state.notes[key, default: []].append(note)
        if let count = state.notes[key]?.count, count > most { state.notes[key]?.removeFirst(count - most) }
    }

    private func prune(_ state: inout State, at now: Double) {
        guard abs(now - state.prunedAt) > rule.window / 4 else { return }
        state.prunedAt = now
        state.notes = state.notes.filter { abs(now - ($0.value.last?.write.at ?? 0)) <= rule.window }
        state.reasons = state.reasons.filter { abs(now - $0.value.at) <= rule.window * 4 }
    }
}

extension OwnWrite {
    /// A change as the ledger has it; what it did to the item is told by its method.
    fileprivate init(_ write: HostWrite) {
        self.init(
            script: write.script, job: write.job, depth: write.depth, at: write.at.seconds,
            change: ChangeKind(method: write.method), method: write.method)
    }
}
