import NIOCore
import NIOHTTP1

/// A request that has arrived whole.
struct ReceivedRequest: Sendable {
    var head: HTTPRequestHead
    var body: ByteBuffer
    /// The other end of the connection; nil if it is gone.
    var peer: SocketAddress?

    /// The path without the query.
    var path: Substring {
        head.uri.utf8.firstIndex(of: UInt8(ascii: "?")).map { head.uri[..<$0] } ?? head.uri[...]
    }

    /// Who sent it, for people: the connection's other end, or whom the proxy names as its own visitor.
    func sender(trustsProxy: Bool) -> String {
        if trustsProxy, let named = head.headers["X-Forwarded-For"].last {
            // Only the last name is the proxy's own; those before it are the visitor's words.
            let name =
                named.split(separator: ",").last.map { $0.filter { $0.isASCII && $0.isHexDigit || ".:".contains($0) } }
                ?? ""
            if !name.isEmpty && name.utf8.count <= 45 { return name }
        }
        return peer?.ipAddress ?? "unknown"
    }
}
