/// When a chain of scripts that react to each other's changes, or to their own, ends.
///
/// The portal tells which entity has changed but not by whom. So an event counts as an echo of a change of one's own
/// if it is of its kind, and is dated when the portal worked on that change or is the first that comes after it. A
/// person's change at that moment looks the same and must not be lost: an echo runs, one deeper than the run that made
/// the change, and only what is too deep is stopped and told.
public struct ChainRule: Hashable, Sendable {
    /// The deepest run that is allowed.
    public var deepest: Int
    /// The most runs of one script for one entity within a minute.
    public var mostPerMinute: Int
    /// How many seconds after a change its first event may still come: the portal may be slow.
    public var window: Double

    /// An event may be there before the answer of the call that caused it, and clocks differ a little.
    private static let lead = 5.0
    /// How many seconds after its work the portal may date an event of it, and before: dates have whole seconds.
    private static let lag = (before: 1.0, after: 15.0)
    /// The most letters of a chain that are kept: it grows with every run.
    private static let longestChain = 1_000

    /// A rule.
    public init(deepest: Int = 3, mostPerMinute: Int = 30, window: Double = 300) {
        (self.deepest, self.mostPerMinute, self.window) = (deepest, mostPerMinute, window)
    }

    /// An event that a script is called for.
    public struct Occasion: Hashable, Sendable {
        /// The script.
        public let script: String
        /// The event's code.
        public let event: String
        /// The event's entity; nil if it names none, so that nothing is known of echoes.
        public let entity: EntityReference?
        /// What happened to the entity.
        public let change: ChangeKind
        /// When the event came, seconds since 1970, by the same clock as `OwnWrite.at`.
        public let at: Double
        /// How the portal dates it, seconds since 1970 by the clock of `OwnWrite.span`; nil if it doesn't.
        public let dated: Double?

        /// Describes an event.
        public init(
            script: String, event: String, entity: EntityReference?, change: ChangeKind, at: Double,
            dated: Double? = nil
        ) {
            (self.script, self.event, self.entity, self.change) = (script, event, entity, change)
            (self.at, self.dated) = (at, dated)
        }
    }

    /// Whether an event may come from a change.
    ///
    /// - Parameter isFirst: whether none came yet that may come from it. Where times can't tell, one change has one echo.
    public func isEcho(_ occasion: Occasion, of write: OwnWrite, isFirst: Bool = true) -> Bool {
        guard occasion.entity != nil, occasion.change.fits(write.change) else { return false }
        if let dated = occasion.dated, let span = write.span,
            dated >= span.lowerBound - Self.lag.before, dated <= span.upperBound + Self.lag.after
        {
            return true
        }
        return isFirst && isRecent(write, at: occasion.at)
    }

    /// Whether the first event of a change may still come.
    public func isRecent(_ write: OwnWrite, at moment: Double) -> Bool {
        moment >= write.at - Self.lead && moment <= write.at + window
    }

    /// Decides on a run.
    ///
    /// - Parameters:
    ///   - occasion: the event.
    ///   - echoed: the change of one's own that the event may come from; nil if it is somebody else's.
    ///   - starts: when this script was started for this entity lately, seconds since 1970, in any order.
    public func decision(
        on occasion: Occasion, echoing echoed: OwnWrite?, starts: some Sequence<Double>
    ) -> ChainDecision {
        let chain = echoed.map { link(to: $0, occasion.entity) }
        if let echoed, let chain, echoed.depth >= deepest {
            return .stop(
                reason: "\(occasion.script) was not run for \(occasion.event): \(chain); that is \(echoed.depth + 1) "
                    + "runs in a chain and \(deepest) is the most, so change only what differs, or raise the limit")
        }
        // Both ends are tested: a clock that was set back leaves starts in the future.
        let recent = starts.count { $0 > occasion.at - 60 && $0 <= occasion.at }
        if recent >= mostPerMinute {
            let entity = occasion.entity.map { " of \($0)" } ?? ""
            return .stop(
                reason: "\(occasion.script) was not run for \(occasion.event)\(entity): it has been started \(recent) "
                    + "times for it within a minute and \(mostPerMinute) is the most\(chain.map { "; \($0)" } ?? "")")
        }
        return .run(depth: echoed.map { $0.depth + 1 } ?? 0, because: chain)
    }

    /// One change, and what had led to it.
    private func link(to write: OwnWrite, _ entity: EntityReference?) -> String {
        let name = entity.map(\.description) ?? "it"
        let text =
            "\(name) was changed by \(write.script) (job \(write.job), \(write.method))"
            + (write.because.map { ", which ran because \($0)" } ?? "")
        return text.count > Self.longestChain ? text.prefix(Self.longestChain) + "…" : text
    }
}
