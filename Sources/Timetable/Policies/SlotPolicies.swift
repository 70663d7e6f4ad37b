/// How one script wants its slots to be dealt with.
public struct SlotPolicies: Hashable, Sendable {
    /// The script's name; the jitter depends on it.
    public var script: String
    /// What becomes of missed slots.
    public var misfire: MisfirePolicy
    /// What happens while an earlier run is unfinished.
    public var overlap: OverlapPolicy
    /// How runs are spread.
    public var jitter: Jitter

    /// The policies of a script; what isn't given is as usual.
    public init(
        script: String, misfire: MisfirePolicy = MisfirePolicy(), overlap: OverlapPolicy = .skip,
        jitter: Jitter = .none
    ) {
        self.script = script
        self.misfire = misfire
        self.overlap = overlap
        self.jitter = jitter
    }
}
