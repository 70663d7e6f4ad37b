/// Something that stops a command: one sentence for the person who meets it, and the exit code that tells scripts.
public struct HostFailure: Error, Hashable, Sendable, CustomStringConvertible {
    /// The exit codes of a command that did not end well.
    public enum Exit: Int32, Sendable {
        /// It was right to ask, and it failed.
        case failed = 1
        /// It was asked for wrongly: a flag, a setting, a name.
        case usage = 2
    }

    /// What happened, where, and what to do.
    public let description: String
    /// How the program ends.
    public let exit: Exit

    /// Describes a failure.
    public init(_ description: String, exit: Exit = .failed) {
        self.description = description
        self.exit = exit
    }
}
