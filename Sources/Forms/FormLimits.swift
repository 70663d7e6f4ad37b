/// How much a form may bring. Whoever exceeds it gets an error, so that nobody loses values unnoticed.
public struct FormLimits: Hashable, Sendable {
    /// The deepest nesting that can be allowed at all: groups are written and freed one inside the other.
    public static let deepest = 256

    /// Bytes of the whole form.
    public var bytes: Int
    /// Pairs of a name and a value.
    public var pairs: Int
    /// Names of one pair: `a[b][c]` has three. At most `deepest`.
    public var depth: Int {
        didSet { depth = min(depth, FormLimits.deepest) }
    }
    /// Bytes of the name of one pair as it was sent, with its brackets.
    public var nameBytes: Int

    /// Limits that no event of a portal comes near.
    public init(bytes: Int = 1 << 20, pairs: Int = 1_000, depth: Int = 16, nameBytes: Int = 512) {
        self.bytes = bytes
        self.pairs = pairs
        self.depth = min(depth, FormLimits.deepest)
        self.nameBytes = nameBytes
    }
}
