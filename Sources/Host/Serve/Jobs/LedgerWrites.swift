import Bitrix24
import Ledger
import Scripting
import Synchronization

/// Keeps what a run changes in the ledger: each change before it is sent, and what became of it.
final class LedgerWrites: WriteLog {
    private struct State {
        var changes = RetryPlan.Changes.none
        var tasks: [Task<Void, Never>] = []
    }

    private let ledger: Ledger
    private let claim: Claim
    private let own: OwnWrites
    private let clock: ServeClock
    private let changed: @Sendable () async -> Void
    private let state = Mutex(State())

    /// - Parameter changed: is told when the portal has changed something for the run.
    init(
        _ ledger: Ledger, of claim: Claim, own: OwnWrites, clock: ServeClock,
        changed: @escaping @Sendable () async -> Void
    ) {
        self.ledger = ledger
        self.claim = claim
        self.own = own
        self.clock = clock
        self.changed = changed
    }

    /// What the run has changed so far; what isn't answered counts as unknown.
    var changes: RetryPlan.Changes { state.withLock { $0.changes } }

    func begin(_ calls: [PortalCall]) async throws(HostCallFailure) -> [Int] {
        let subjects = calls.map { CallSubject($0) }
        let now = clock.now()
        let numbers: [Int]
        do {
            numbers = try await ledger.noteWrites(
                run: claim.run, zip(calls, subjects).map { ($0.method, $1?.entity.description) }, now: now)
        } catch {
            throw HostCallFailure(code: "LEDGER", message: "the change was not sent, as it can't be recorded: \(error)")
        }
        for ((call, subject), number) in zip(zip(calls, subjects), numbers) {
            if let subject { own.note(subject, number: number, by: call.method, of: claim, at: now) }
        }
        state.withLock {
            $0.changes.count += calls.count
            $0.changes.unknown += calls.count
        }
        return numbers
    }

    func end(_ number: Int, of call: PortalCall, with outcome: Result<PortalReply, PortalError>) {
        let now = clock.now()
        var subject: CallSubject?
        let word: WriteOutcome
        switch outcome {
        case .success(let reply):
            word = .answered
            subject = CallSubject(call, reply: reply)
            if let subject {
                own.note(subject, number: number, by: call.method, span: reply.span, of: claim, at: now)
            }
        case .failure(let error):
            word = error.execution == .unknown ? .unknown : .failed
            if word == .failed, let refused = CallSubject(call) {
                own.forget(refused, number: number, portal: claim.job.portal)
            }
        }
        let entity = subject?.entity.description
        state.withLock { state in
            if word != .unknown { state.changes.unknown -= 1 }
            if word == .failed { state.changes.count -= 1 }
            state.tasks.append(
                Task { [ledger, changed] in
                    if word != .failed { await changed() }
                    // Without it the change stays recorded as sent, which is the careful side.
                    try? await ledger.settleWrite(number, word, entity: entity, now: now)
                })
        }
    }

    /// Waits until everything is recorded.
    func settle() async {
        for task in state.withLock({ $0.tasks }) { await task.value }
    }
}
