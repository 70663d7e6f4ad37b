/// The address of a handler. The demo portal sends nothing off this machine.
enum HandlerAddress {
    /// Whether the address is one of this machine: `http://127.0.0.1:8080/events`, `localhost` or `[::1]`.
    static func isLocal(_ address: String) -> Bool {
        guard address.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") }) else { return false }
        guard let scheme = ["http://", "https://"].first(where: { address.lowercased().hasPrefix($0) }) else {
            return false
        }
        let authority = address.dropFirst(scheme.count).prefix { !"/?#".contains($0) }
        guard let host = hosts.first(where: { authority.lowercased().hasPrefix($0) }) else { return false }
        let port = authority.dropFirst(host.count)
        // Whatever else stands there would make it another host, or a name and a password.
        return port.isEmpty || (port.first == ":" && UInt16(port.dropFirst()) != nil)
    }

    private static let hosts = ["127.0.0.1", "localhost", "[::1]"]
}
