#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The listening sockets that systemd has opened for this process, by its protocol: `LISTEN_PID` says for whom they
/// are, `LISTEN_FDS` how many there are, `LISTEN_FDNAMES` how the unit calls them.
public struct SocketActivation: Hashable, Sendable {
    /// The sockets in their order, each with its name; a socket without a name has an empty one.
    public let sockets: [Socket]

    /// One socket that was handed over.
    public struct Socket: Hashable, Sendable {
        /// `FileDescriptorName=` of the socket's unit, or an empty text.
        public let name: String

        /// The number of its file.
        public let descriptor: Int32
    }

    /// The first file that is handed over; the three before it are those of every process.
    static let firstDescriptor: Int32 = 3

    /// More than an administrator would name; a greater number is a mistake in the environment.
    static let mostSockets: Int32 = 64

    /// Reads what the environment says to the process `processID`; no sockets if they are for another process.
    public init(environment: [String: String], processID: Int32) {
        guard environment["LISTEN_PID"].flatMap({ Int32($0) }) == processID,
            let count = environment["LISTEN_FDS"].flatMap({ Int32($0) }), count > 0,
            count <= SocketActivation.mostSockets
        else {
            sockets = []
            return
        }
        let names = (environment["LISTEN_FDNAMES"] ?? "").split(separator: ":", omittingEmptySubsequences: false)
        sockets = (0..<count).map { place in
            let name = Int(place) < names.count ? String(names[Int(place)]) : ""
            return Socket(name: name, descriptor: SocketActivation.firstDescriptor + place)
        }
    }

    /// The socket with this name. If `isDefault`, the first one without a name of its own serves, too: systemd names
    /// a socket after its unit if the unit says nothing.
    public func address(named name: String, isDefault: Bool = false) -> ListenAddress? {
        if let socket = sockets.first(where: { $0.name == name }) { return .descriptor(socket.descriptor) }
        guard isDefault else { return nil }
        let unnamed = sockets.first { $0.name.isEmpty || $0.name == "unknown" || $0.name.hasSuffix(".socket") }
        return unnamed.map { .descriptor($0.descriptor) }
    }

    /// Keeps the sockets from the programs that this process starts.
    public func keepFromChildren() {
        for socket in sockets { _ = fcntl(socket.descriptor, F_SETFD, FD_CLOEXEC) }
    }
}
