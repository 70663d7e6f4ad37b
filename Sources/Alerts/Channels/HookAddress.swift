/// The address of a webhook or a heartbeat: whoever knows it can use it, so it shows only its scheme and host.
public struct HookAddress: Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    /// `https` or `http`.
    public let scheme: String
    /// The host with its port, if it has one.
    public let host: String
    /// All of it: a secret.
    let url: String

    /// Reads an address; white space around it does no harm.
    public init(_ text: String) throws(AlertMistake) {
        var scalars = Substring(text)
        while scalars.first?.isWhitespace == true { scalars.removeFirst() }
        while scalars.last?.isWhitespace == true { scalars.removeLast() }
        let url = String(scalars)
        guard url.utf8.count <= 2000 else { throw AlertMistake("is longer than 2,000 characters") }
        guard url.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !Self.forbidden.contains($0) }) else {
            throw AlertMistake("has spaces or signs that no address has; percent-encode them")
        }
        let lowercased = url.lowercased()
        guard let scheme = ["https", "http"].first(where: { lowercased.hasPrefix($0 + "://") }) else {
            throw AlertMistake("does not begin with https:// (or http:// for a server of your own network)")
        }
        let rest = url.dropFirst(scheme.count + 3)
        let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        let host = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
        guard !host.isEmpty, !host.hasPrefix(":"), host.utf8.allSatisfy(\.isHostByte) else {
            throw AlertMistake("has no host behind \(scheme)://")
        }
        self.scheme = scheme
        self.host = host.lowercased()
        self.url = url
    }

    /// What must not be shown of it: the whole, what is before and behind the host, and each part long enough to be a
    /// secret.
    var secrets: [String] {
        let rest = url.dropFirst(scheme.count + 3)
        let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        let path = rest.dropFirst(authority.count)
        let user = authority.split(separator: "@", omittingEmptySubsequences: false).dropLast()
        let parts = path.split { "/?#&=".contains($0) } + user.flatMap { $0.split(separator: ":") }
        return [url, path.count > 1 ? String(path) : ""] + user.map(String.init)
            + parts.filter { $0.count >= 4 }.map(String.init)
    }

    /// The scheme and the host.
    public var description: String { "\(scheme)://\(host)/…" }
    /// The scheme and the host.
    public var debugDescription: String { description }
    /// Nothing but the description.
    public var customMirror: Mirror { Mirror(self, children: ["address": description]) }

    private static let forbidden = Array("\\\"<>^`{|}".utf8)
}

extension UInt8 {
    var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

    var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }

    /// What may stand in a host with a port.
    var isHostByte: Bool { isDigit || isLetter || "-._:[]".utf8.contains(self) }
}
