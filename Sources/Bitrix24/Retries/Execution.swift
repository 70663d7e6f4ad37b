/// Whether the portal did what it was asked for, as far as that is known after a failure.
public enum Execution: Hashable, Sendable {
    /// It certainly did nothing: the request never arrived, or it was refused before anything was done.
    case notDone
    /// The request was sent, and no answer tells what became of it.
    case unknown
    /// It understood the call and answered with an error.
    case answered
}
