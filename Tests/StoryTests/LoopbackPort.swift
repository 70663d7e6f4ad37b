import Glibc

/// Ports of this machine, as the system's calls want them.
enum LoopbackPort {
    /// Does something with the address of a port, such as `bind`.
    static func with(_ port: Int, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32 {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        address.sin_port = UInt16(port).bigEndian
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
    }

    /// A port that nobody has at the moment. It is none of those that the system gives to connections, as one of them
    /// might get it before it is used.
    static func free() -> Int {
        while true {
            let port = Int.random(in: 20_000...32_000)
            let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            defer { close(descriptor) }
            if with(port, { bind(descriptor, $0, $1) }) == 0 { return port }
        }
    }
}
