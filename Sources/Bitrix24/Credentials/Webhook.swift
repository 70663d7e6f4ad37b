/// The address of an incoming webhook, `https://PORTAL/rest/USER/CODE/`: whoever knows it acts as its user.
///
/// So it shows only its harmless part, whether printed, interpolated or dumped.
public struct Webhook: Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Why an address is none. The address itself is never in it.
    public enum Mistake: Error, Hashable, Sendable {
        /// It does not begin with `https://` or `http://`.
        case scheme
        /// There is no host behind the scheme, or it has signs that no host has.
        case host
        /// The path is not `…/rest/USER/CODE/`.
        case path

        /// What is wrong, to be put behind the name of the setting.
        public var reason: String {
            switch self {
            case .scheme: "does not begin with https:// (or http:// for a portal of your own network)"
            case .host: "has no portal's address behind https://"
            case .path: "is not of the form https://PORTAL/rest/USER/CODE/; copy it from Bitrix24's webhook page"
            }
        }
    }

    /// `https` or `http`.
    public let scheme: String
    /// The portal's host with its port, if it has one.
    public let host: String
    /// What stands before `/rest/` on boxed portals; empty in the cloud.
    public let prefix: String
    /// The user that the webhook acts as.
    public let user: String
    private let code: String

    /// Reads an address as Bitrix24 shows it; a method's name behind it and white space around it do no harm.
    public init(_ text: String) throws(Mistake) {
        let parts = text.trimmed.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count >= 3, parts[1].isEmpty, ["https:", "http:"].contains(parts[0].lowercased()) else {
            throw .scheme
        }
        let host = parts[2].lowercased()
        guard !host.isEmpty, !host.hasPrefix(":"), host.utf8.allSatisfy(\.isHostByte) else { throw .host }
        guard let rest = parts.dropFirst(3).firstIndex(of: "rest"), parts.count > rest + 2 else { throw .path }
        let user = parts[rest + 1], code = parts[rest + 2]
        guard !user.isEmpty, user.utf8.allSatisfy(\.isDigit) else { throw .path }
        guard !code.isEmpty, code.utf8.allSatisfy(\.isCodeByte) else { throw .path }
        guard parts[3..<rest].allSatisfy({ $0.utf8.allSatisfy(\.isCodeByte) }) else { throw .path }
        scheme = parts[0].lowercased() == "https:" ? "https" : "http"
        self.host = host
        prefix = parts[3..<rest].map { "/" + $0 }.joined()
        self.user = user
        self.code = code
    }

    /// The portal's address without the secret.
    public var portal: String { "\(scheme)://\(host)\(prefix)" }

    /// The portal's address by its parts.
    var address: PortalAddress { PortalAddress(scheme: scheme, host: host, prefix: prefix) }

    /// What must not be shown of it.
    var secrets: Secrets { Secrets([code]) }

    /// The path of a method behind the portal's address: a secret, for the transport alone.
    func path(of method: String, version: RESTVersion) -> String {
        version == .three ? "/rest/api/\(user)/\(code)/\(method)" : "/rest/\(user)/\(code)/\(method)"
    }

    /// The address with the secret left out.
    public var description: String { "\(portal)/rest/\(user)/…/" }
    /// The address with the secret left out.
    public var debugDescription: String { description }
    /// Nothing but the description, so that a dump shows no secret either.
    public var customMirror: Mirror { Mirror(self, children: ["webhook": description]) }
}

extension UInt8 {
    var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

    /// What may stand in a host with a port.
    var isHostByte: Bool {
        isCodeByte || self == UInt8(ascii: ":") || self == UInt8(ascii: "[") || self == UInt8(ascii: "]")
    }

    /// Letters, digits and the signs that need no percent-encoding in a path.
    var isCodeByte: Bool {
        isDigit || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) || self == UInt8(ascii: "-")
            || self == UInt8(ascii: ".") || self == UInt8(ascii: "_") || self == UInt8(ascii: "~")
    }
}

extension String {
    var trimmed: String {
        let isSpace = { (character: Character) in character.isWhitespace }
        let start = drop(while: isSpace)
        return String(start.reversed().drop(while: isSpace).reversed())
    }
}
