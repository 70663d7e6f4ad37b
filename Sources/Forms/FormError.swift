/// Why a form is not read: it exceeds one of its limits.
public enum FormError: Error, Hashable, Sendable, CustomStringConvertible {
    /// It has more bytes than these.
    case tooManyBytes(limit: Int)
    /// It has more pairs than these.
    case tooManyPairs(limit: Int)
    /// A pair is nested deeper than this. Pairs are counted from 1.
    case tooDeep(pair: Int, limit: Int)
    /// A pair's name has more bytes than these. Pairs are counted from 1.
    case nameTooLong(pair: Int, limit: Int)

    /// The sentence for the person who meets it; nothing of the form is in it.
    public var description: String {
        switch self {
        case .tooManyBytes(let limit):
            "The form has more than \(limit) bytes: send less at once."
        case .tooManyPairs(let limit):
            "The form has more than \(limit) parameters: send fewer at once."
        case .tooDeep(let pair, let limit):
            "Parameter \(pair) of the form is nested deeper than \(limit) levels: send it flatter."
        case .nameTooLong(let pair, let limit):
            "The name of parameter \(pair) of the form has more than \(limit) bytes: send a shorter one."
        }
    }
}
