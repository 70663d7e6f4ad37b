/// Where a portal is: scheme, host and, for boxed portals, the part of the path before `/rest/`.
struct PortalAddress: Hashable, Sendable, CustomStringConvertible {
    let scheme: String
    /// With the port, if it has one.
    let host: String
    let prefix: String

    var description: String { "\(scheme)://\(host)\(prefix)" }

    init(scheme: String, host: String, prefix: String) {
        self.scheme = scheme
        self.host = host
        self.prefix = prefix
    }

    /// Reads an address such as `https://demo.bitrix24.ru/rest/`, of which what follows `/rest` is left out.
    init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count >= 3, parts[1].isEmpty, ["https:", "http:"].contains(parts[0].lowercased()) else {
            return nil
        }
        let host = parts[2].lowercased()
        guard !host.isEmpty, !host.hasPrefix(":"), host.utf8.allSatisfy(\.isHostByte) else { return nil }
        let path = parts[3...].prefix { $0 != "rest" }.filter { !$0.isEmpty }
        guard path.allSatisfy({ $0.utf8.allSatisfy(\.isCodeByte) }) else { return nil }
        self.init(
            scheme: parts[0].lowercased() == "https:" ? "https" : "http", host: host,
            prefix: path.map { "/" + $0 }.joined())
    }

    /// Scheme and host of an address, all of it that may be shown.
    static func root(of text: String) -> String? {
        let parts = text.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count >= 3 else { return nil }
        return PortalAddress(parts[..<3].joined(separator: "/"))?.description
    }

    /// Where the portal has moved to, told by the header `Location` of its answer to a request for `path`.
    ///
    /// It must be the same path elsewhere: a redirect to a page to log in is no move. And since a credential is sent
    /// there, it must be as trustworthy as the portal: no step from https to http, and none out of the cloud.
    func successor(location: String?, path: String) -> PortalAddress? {
        guard let location, let range = location.firstRange(of: path), location[range.upperBound...].isQuery,
            let address = PortalAddress(String(location[..<range.lowerBound])), address != self
        else { return nil }
        guard address.scheme == "https" || scheme == "http" else { return nil }
        guard !isCloud || address.isCloud else { return nil }
        return address
    }

    /// Whether it is one of the vendor's own hosts, `NAME.bitrix24.ru`, `.com`, `.com.br` and so on.
    private var isCloud: Bool {
        let name = host.split(separator: ":").first ?? ""
        let labels = name.split(separator: ".")
        guard let place = labels.firstIndex(of: "bitrix24"), place > 0 else { return false }
        // Nothing but a public ending may follow: bitrix24.evil.example is somebody else's.
        let ending = labels[(place + 1)...].joined(separator: ".")
        return Self.cloudEndings.contains(ending)
    }

    private static let cloudEndings: Set<String> = [
        "ru", "com", "by", "kz", "ua", "eu", "de", "fr", "it", "pl", "es", "in", "cn", "jp", "vn", "id", "site", "tech",
        "com.br", "com.tr", "co", "mx", "net", "uk", "co.uk", "tr", "br",
    ]
}

extension Substring {
    /// Whether nothing of a path follows but a slash at its end.
    fileprivate var isQuery: Bool {
        let rest = first == "/" ? dropFirst() : self
        return rest.isEmpty || rest.first == "?" || rest.first == "#"
    }
}
