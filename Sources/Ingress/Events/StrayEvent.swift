import Spelling

/// An event that came to an address where no portal's events are taken: what the log says of it. The address is a
/// stranger's words, so of it only a short text that can be printed is kept.
struct StrayEvent: Hashable, Sendable {
    /// The address as it is shown.
    let place: String
    /// The portal's name that it probably stands for.
    private let name: String

    /// Letters of an address that are shown at most.
    private static let longest = 60
    /// How many right addresses are named at most.
    private static let mostNamed = 5

    /// - Parameters:
    ///   - path: the path of the request, without its query
    ///   - token: the token that came along; it is not shown, even if it stands in the path
    init(path: Substring, token: String?) {
        let written = path.split(separator: "/").last ?? ""
        let last = EventPath.portal(of: "/events/" + written) ?? ""
        let readable = EventPath.portal(of: path).map { "/events/" + $0 } ?? String(path)
        let isSafe = [String(path), readable].allSatisfy { text in
            token.map { $0.isEmpty || !text.contains($0) } ?? true
        }
        place = isSafe ? StrayEvent.harmless(readable) : "an address that holds the token"
        name = isSafe ? last : ""
    }

    /// What happened and what to do.
    ///
    /// - Parameter portals: the names of the portals that there are
    func complaint(knowing portals: [String]) -> String {
        let nearest = portals.contains(name) ? name : NearestName(among: portals).nearest(to: name)
        if let nearest {
            return "an event is lost: \(place) is no portal's address; did you mean '\(nearest)'? In Bitrix24, let the "
                + "address end with \(EventPath.path(of: nearest))"
        }
        let addresses = portals.sorted().prefix(StrayEvent.mostNamed).map { EventPath.path(of: $0) }
        let more = portals.count > addresses.count ? ", …" : ""
        let right = addresses.isEmpty ? "/events/ and a portal's name" : addresses.joined(separator: ", ") + more
        return "an event is lost: \(place) is no portal's address; in Bitrix24, let the address end with one of the "
            + "settings' portals: \(right)"
    }

    /// What can be printed in one line, and no more than a line takes.
    private static func harmless(_ text: String) -> String {
        let scalars = text.unicodeScalars
        var shown = String.UnicodeScalarView()
        for scalar in scalars.prefix(longest) { shown.append(isPlain(scalar) ? scalar : "?") }
        return String(shown) + (scalars.count > longest ? "…" : "")
    }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned,
            .nonspacingMark, .enclosingMark:
            false
        case .spaceSeparator: scalar == " "
        default: true
        }
    }
}
