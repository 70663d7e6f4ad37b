import JSON
import Scripting

/// Decides what becomes of a job whose run has not ended well.
///
/// What can't succeed another time fails at once. What may have changed something in the portal is not done again in
/// silence: only if the script says so, by `idempotent` or by a `retry` of its own.
struct RetryPlan: Hashable, Sendable {
    /// How often a job is tried at most.
    var attempts = 5
    /// The pause before the second try, in seconds; each further one is twice as long.
    var firstPause = 10.0
    /// The longest pause, in seconds.
    var longestPause = 3_600.0
    /// Whether the script says that its run may be repeated whatever it had done.
    var isIdempotent = false
    /// Whether the script has a `retry` of its own.
    var isWanted = false
    /// How long a job waits while the portal takes the credential for a wrong one, in seconds.
    static let credentialPause = 300.0

    /// What becomes of the job.
    enum Verdict: Hashable, Sendable {
        /// It is tried again after so many seconds.
        case retry(after: Double, reason: String)
        /// It waits for so many seconds, and that doesn't count as a try.
        case snoozed(after: Double, reason: String)
        /// It has failed for good.
        case dead(reason: String)
        /// The script gave it up.
        case cancelled(reason: String)
        /// A person must look before it is tried again.
        case interrupted(reason: String)
    }

    /// What is known of a run's changes to the portal.
    struct Changes: Hashable, Sendable {
        /// How many were asked for.
        var count = 0
        /// How many of them the portal may have made or not: no answer came.
        var unknown = 0

        /// Nothing was changed.
        static let none = Changes()

        /// What the run had changed, in words.
        var sentence: String {
            let made = count == 1 ? "a change" : "\(count) changes"
            return "it had asked for \(made)" + (unknown == 0 ? "" : ", \(unknown) of them without an answer")
        }
    }

    init() {}

    /// The plan of a script.
    init(_ definition: Definition) {
        isIdempotent = definition.isIdempotent
        isWanted = definition.attempts != nil || definition.retryDelay != nil
        attempts = definition.attempts ?? attempts
        firstPause = definition.retryDelay ?? firstPause
    }

    /// Decides.
    ///
    /// - Parameters:
    ///   - failure: why the run failed.
    ///   - attempt: how often the job was tried, the failed time included.
    ///   - changes: what the run had changed.
    ///   - random: 0 to 1; spreads the pauses.
    func verdict(on failure: RunFailure, attempt: Int, changes: Changes, random: Double) -> Verdict {
        switch failure.kind {
        case .snoozed: return .snoozed(after: max(1, failure.retryAfter ?? firstPause), reason: failure.reason)
        case .cancelled: return .cancelled(reason: failure.reason)
        case .final: return .dead(reason: failure.reason)
        case .credential, .passing: break
        }
        if let reason = doubt(changes) { return .interrupted(reason: "\(failure.reason); \(reason)") }
        if failure.kind == .credential { return .snoozed(after: Self.credentialPause, reason: failure.reason) }
        guard attempt < attempts else {
            return .dead(reason: attempts == 1 ? failure.reason : "\(failure.reason) (tried \(attempt) times)")
        }
        let own = pause(attempt, random: random)
        // A script may want to be tried sooner; what stands before a portal says no more than when it has room.
        let named = failure.retryAfter.map { failure.isOfCall ? max($0, own) : $0 }
        return .retry(after: named ?? own, reason: failure.reason)
    }

    /// Decides on a job whose run ended with the program or the machine.
    func verdict(onCrashAt attempt: Int, changes: Changes) -> Verdict {
        let reason = "the program ended while it ran"
        if !isIdempotent, changes.count > 0 {
            return .interrupted(reason: "\(reason); \(Self.look(changes))")
        }
        guard attempt < max(attempts, 2) else { return .dead(reason: "\(reason) (tried \(attempt) times)") }
        return .retry(after: 0, reason: reason)
    }

    /// Why it must not be done again without a look; nil if it may.
    private func doubt(_ changes: Changes) -> String? {
        guard !isIdempotent, changes.count > 0 else { return nil }
        return isWanted && changes.unknown == 0 ? nil : Self.look(changes)
    }

    private static func look(_ changes: Changes) -> String {
        "\(changes.sentence): look in Bitrix24 before it is tried again"
    }

    private func pause(_ attempt: Int, random: Double) -> Double {
        min(longestPause, firstPause * Double(1 << min(max(attempt - 1, 0), 20)) * (0.75 + random / 2))
    }
}
