/// Decides whether a call that failed is made again.
///
/// The question is not what failed but whether the call was executed. What certainly was not is made again; what may
/// have been only if making it twice does no harm; what was answered never.
public struct RetryPolicy: Hashable, Sendable {
    /// What is done about a failure.
    public enum Decision: Hashable, Sendable {
        /// The call is made again after so many seconds.
        case retry(after: Double)
        /// It has failed.
        case fail
        /// It has failed, and nobody knows whether it changed something.
        case unknownOutcome
    }

    /// What matters of a call.
    public struct Subject: Hashable, Sendable {
        /// Whether making it twice does no harm: it reads, or it carries a key by which the portal knows it again.
        public var isRepeatable: Bool
        /// How often it was made, the failed time included.
        public var attempts: Int
        /// Seconds until nobody waits for it any more; nil if somebody always does.
        public var patience: Double?
        /// Whether the limit that refused it is counted on this side too, so that the next try waits for it anyway.
        public var hasLimiter = true

        /// A call.
        public init(isRepeatable: Bool, attempts: Int, patience: Double? = nil) {
            self.isRepeatable = isRepeatable
            self.attempts = attempts
            self.patience = patience
        }
    }

    /// How often a call is made at most when the portal can't be reached at all.
    public var attemptsUnreachable = 4
    /// How often a call is made at most when the portal refuses it for its limits.
    public var attemptsLimited = 50
    /// How often a call is made at most for other failures.
    public var attempts = 10
    /// The first pause, in seconds; each further one is twice as long.
    public var firstPause = 0.25
    /// The longest pause, in seconds, where the portal names none.
    public var longestPause = 30.0
    /// The longest pause that the portal may name, in seconds; if it wants a longer one it isn't asked again.
    public var longestNamed = 120.0

    /// The usual policy.
    public init() {}

    /// Decides.
    ///
    /// - Parameters:
    ///   - failure: why the call failed.
    ///   - subject: what is known of the call.
    ///   - random: 0 to 1; spreads the pauses so that callers who failed together don't return together.
    public func decide(_ failure: PortalError, of subject: Subject, random: Double) -> Decision {
        if failure.isFinal { return .fail }
        switch failure.execution {
        case .answered: return .fail
        case .unknown where !subject.isRepeatable: return .unknownOutcome
        case .unknown, .notDone: break
        }
        let most = failure.isLimit ? attemptsLimited : failure.isUnreachable ? attemptsUnreachable : attempts
        let pause = min(longestPause, firstPause * Double(1 << min(subject.attempts - 1, 16))) * (0.5 + random / 2)
        // Who counts the portal's limits knows when they allow the next call; a pause would only add to that.
        let own = failure.isLimit && subject.hasLimiter ? 0 : pause
        let after = max(own, failure.retryAfter ?? 0)
        // Nobody stands waiting for longer; the failure says when to come back.
        guard subject.attempts < most, after <= longestNamed else { return .fail }
        if let patience = subject.patience, after > patience { return .fail }
        return .retry(after: after)
    }
}
