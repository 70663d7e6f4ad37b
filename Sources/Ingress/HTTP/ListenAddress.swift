/// Where a server waits for connections.
public enum ListenAddress: Hashable, Sendable, CustomStringConvertible {
    /// A host's name or number and a port; port 0 takes a free one.
    case host(String, port: Int)

    /// A listening socket that somebody else has opened and keeps open: systemd, see `SocketActivation`, or the program
    /// itself, see `OpenAddresses`.
    case descriptor(Int32)

    /// A port of this machine that no other machine can reach.
    public static func loopback(port: Int) -> ListenAddress { .host("127.0.0.1", port: port) }

    /// The address as a person writes it.
    public var description: String {
        switch self {
        case .host(let host, let port): host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
        case .descriptor(let descriptor): "the socket that was handed over as file \(descriptor)"
        }
    }
}
