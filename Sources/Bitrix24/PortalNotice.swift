/// Something about a portal that its administrator should know.
public enum PortalNotice: Hashable, Sendable, CustomStringConvertible {
    /// It answers at another address now.
    case moved(from: String, to: String)
    /// Nothing can be sent for so many seconds, since a limit of the portal is used up.
    case waiting(seconds: Int, isMethod: Bool)
    /// A call was made that may be wrong.
    case doubt(CallFinding)

    /// Shorter waits are nothing to speak of, in seconds.
    static let longWait = 5.0

    /// The sentence.
    public var description: String {
        switch self {
        case .moved(let from, let to):
            "the portal \(from) has moved to \(to); put the new address into the settings"
        case .waiting(let seconds, let isMethod):
            "waiting \(seconds) s: "
                + (isMethod
                    ? "the working time that the portal gives to a method in ten minutes is used up"
                    : "the portal takes no more requests for now")
        case .doubt(let finding): finding.description
        }
    }
}
