#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Why a server can't serve.
public enum IngressError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The address can't be opened; the system's reason.
    case addressUnavailable(ListenAddress, Obstacle)

    /// The certificate or its key can't be used; which file, and what is wrong with it.
    case certificateUnusable(path: String, reason: String)

    /// The file of the private key can be read by others than its owner.
    case keyExposed(path: String)

    /// What keeps an address from being opened.
    public enum Obstacle: Hashable, Sendable {
        /// Another program has it.
        case inUse
        /// The system allows it only to root, or not at all.
        case forbidden
        /// The machine has no such address.
        case notHere
        /// Something else; the number of the system's error, or nil if it has none.
        case system(Int32?)

        init(errorNumber: Int32) {
            self =
                switch errorNumber {
                case EADDRINUSE: .inUse
                case EACCES, EPERM: .forbidden
                case EADDRNOTAVAIL: .notHere
                default: .system(errorNumber)
                }
        }
    }

    /// The sentence for the person who meets it.
    public var description: String {
        switch self {
        case .addressUnavailable(let address, .inUse):
            "Can't listen on \(address): it is in use. Stop the other program or choose another port."
        case .addressUnavailable(let address, .forbidden):
            "Can't listen on \(address): the system forbids it. Choose a port above 1023, or let systemd open the socket."
        case .addressUnavailable(let address, .notHere):
            "Can't listen on \(address): this machine has no such address. Use 127.0.0.1 behind a proxy, or 0.0.0.0."
        case .addressUnavailable(let address, .system(let number)):
            "Can't listen on \(address)\(number.map { " (system error \($0))" } ?? ""): check the address and the port."
        case .certificateUnusable(let path, let reason):
            "The file \(path) can't be used for TLS: \(reason). Both files must be PEM and readable for lunokhod."
        case .keyExposed(let path):
            "The private key \(path) can be read by others; run `chmod 600 \(path)`."
        }
    }
}
