/// Whether a script runs for an event.
public enum ChainDecision: Hashable, Sendable {
    /// It runs.
    ///
    /// - Parameters:
    ///   - depth: how many changes of one's own led to this run; 0 for everybody else's.
    ///   - because: the chain that led here, to be kept for the changes of this run; nil at depth 0.
    case run(depth: Int, because: String?)
    /// It doesn't run, and a person is to be told this sentence.
    case stop(reason: String)
}
