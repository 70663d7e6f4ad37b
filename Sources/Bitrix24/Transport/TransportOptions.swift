/// How a portal is reached, beyond its address.
public struct TransportOptions: Hashable, Sendable {
    /// A proxy for HTTP, by host and port.
    public struct Proxy: Hashable, Sendable, CustomStringConvertible {
        /// Its host.
        public var host: String
        /// Its port.
        public var port: Int

        /// A proxy.
        public init(host: String, port: Int) {
            self.host = host
            self.port = port
        }

        /// What it is called in sentences.
        public var description: String { "the proxy \(host):\(port)" }

        /// Reads `http://HOST:PORT` or `HOST:PORT`.
        public init?(_ text: String) {
            let bare = text.hasPrefix("http://") ? String(text.dropFirst(7)) : text
            let parts = (bare.hasSuffix("/") ? String(bare.dropLast()) : bare).split(separator: ":")
            guard parts.count == 2, let port = Int(parts[1]), (1...65_535).contains(port),
                parts[0].utf8.allSatisfy(\.isHostByte)
            else { return nil }
            self.init(host: String(parts[0]), port: port)
        }
    }

    /// A PEM file with certificates that are trusted beside the system's: a private authority's, or the portal's own
    /// where it signed it itself.
    public var caFile: String?
    /// The proxy, if there is one.
    public var proxy: Proxy?
    /// How long a connection may take, in seconds.
    public var connectTimeout = 10.0
    /// How long one request may take in all, in seconds. The portal itself ends one after 60.
    public var requestTimeout = 75.0
    /// The largest answer that is read, in bytes.
    public var largestAnswer = 64 << 20

    /// The usual way.
    public init() {}
}
