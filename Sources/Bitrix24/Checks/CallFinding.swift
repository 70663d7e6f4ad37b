/// What speaks against a call before it is sent.
public struct CallFinding: Hashable, Sendable, CustomStringConvertible {
    /// What kind of mistake it is.
    public enum Kind: String, Hashable, Sendable {
        /// There is no such method.
        case method = "UNKNOWN_METHOD"
        /// The credential lacks the scope of the method.
        case scope = "NO_SCOPE"
        /// Only applications may call the method.
        case application = "NEEDS_APPLICATION"
        /// A parameter that must be given is not.
        case missing = "MISSING_PARAMETER"
        /// There is no such parameter.
        case parameter = "UNKNOWN_PARAMETER"
        /// There is no such field to select, filter, order or write.
        case field = "UNKNOWN_FIELD"
        /// The value is of another kind than the parameter takes.
        case type = "WRONG_TYPE"
        /// The value is none of those that the parameter takes.
        case choice = "WRONG_VALUE"
    }

    /// What kind of mistake it is; the code of the error that it becomes.
    public let kind: Kind
    /// The method.
    public let method: String
    /// What is wrong, as a sentence without a full stop.
    public let message: String
    /// What to do.
    public let hint: String?
    /// Whether the call can't be right. Where the documentation is silent or known to be loose there are only doubts.
    public let isCertain: Bool

    /// The sentence for the person who meets it.
    public var description: String { "\(method): \(message)" + (hint.map { "; \($0)" } ?? "") }

    /// The error that it is when the call is not made.
    var error: PortalError {
        PortalError(code: kind.rawValue, message: message, method: method, execution: .notDone, hint: hint)
    }
}

/// What happens to a call that speaks against the documented facts.
public enum CheckPolicy: Sendable {
    /// It is not made; doubts are told.
    case strict
    /// It is made, and everything is told.
    case lenient
    /// It is made, and nothing is looked at.
    case off
}
