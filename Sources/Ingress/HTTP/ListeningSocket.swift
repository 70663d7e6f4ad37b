import Glibc

/// A socket that waits for connections; it is closed with the last one who has it.
final class ListeningSocket: Sendable {
    let descriptor: Int32

    /// How many connections the system lets wait: what a server takes at a time, so that none is refused in between.
    private static let queue: Int32 = 1024

    init(host: String, port: Int) throws(IngressError) {
        let place = ListenAddress.host(host, port: port)
        var wanted = addrinfo()
        wanted.ai_socktype = Int32(SOCK_STREAM.rawValue)
        wanted.ai_flags = AI_PASSIVE
        var found: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, String(port), &wanted, &found) == 0, let first = found else {
            throw .addressUnavailable(place, .system(nil))
        }
        defer { freeaddrinfo(first) }
        let address = first.pointee
        descriptor = socket(
            address.ai_family,
            Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue) | Int32(SOCK_NONBLOCK.rawValue),
            0)
        guard descriptor >= 0 else { throw .addressUnavailable(place, IngressError.Obstacle(errorNumber: errno)) }
        var yes: Int32 = 1
        // Connections of a program that ended a moment ago must not keep the address.
        _ = setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
        guard bind(descriptor, address.ai_addr, address.ai_addrlen) == 0, listen(descriptor, Self.queue) == 0 else {
            throw .addressUnavailable(place, IngressError.Obstacle(errorNumber: errno))
        }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }
}
