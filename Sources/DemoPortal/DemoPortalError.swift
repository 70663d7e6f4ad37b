/// Why the demo portal can't serve.
public enum DemoPortalError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The port can't be opened; the system's reason.
    case portUnavailable(port: Int, reason: String)
    /// The handler of an outgoing webhook is not on this machine; its address.
    case handlerElsewhere(String)

    /// The sentence for the person who meets it.
    public var description: String {
        switch self {
        case .portUnavailable(let port, let reason):
            "The demo portal can't listen on 127.0.0.1:\(port) (\(reason)): choose another port, or 0 for a free one."
        case .handlerElsewhere(let address):
            "The demo portal sends events on this machine only, not to \(address): give an address on 127.0.0.1."
        }
    }
}
