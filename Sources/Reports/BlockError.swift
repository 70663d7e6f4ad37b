/// Why a script's result is no list of blocks; `description` is a sentence for the script's author.
public struct BlockError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Which block, counted from 1, and what it is: `block 2, a table`; nil where the list itself is wrong.
    public let place: String?
    /// What is wrong and what to do, without the place and without a full stop.
    public let problem: String

    /// The sentence, to be put behind another one and a colon.
    public var description: String { place.map { "\($0): \(problem)" } ?? problem }
}
