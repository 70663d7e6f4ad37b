/// An event's code taken apart: `ONCRMDEALADD` is something that happens (`ADD`) to a noun (`CRMDEAL`).
struct EventName {
    /// What it is about, in capitals, such as `CRMDEAL` or `CATALOG.PRICE`.
    let noun: String
    /// What happened.
    let change: ChangeKind
    /// The smart process that the code itself names, as in `ONCRMDYNAMICITEMADD_1036`.
    let entityTypeID: Int?
    /// Whether it is simply added, updated or deleted, by these words.
    let isPlain: Bool

    init(_ code: String) {
        var rest = code.uppercased()[...]
        var type: Int?
        if let bar = rest.lastIndex(of: "_"), let number = Int(rest[rest.index(after: bar)...]), number > 0 {
            type = number
            rest = rest[..<bar]
        }
        entityTypeID = type
        if let dots = rest.range(of: ".ON.") {
            noun = String(rest[..<dots.lowerBound])
            change = Self.verbs.first { $0.verb == rest[dots.upperBound...] }?.change ?? .other
            isPlain = change != .other
            return
        }
        if rest.hasPrefix("ON") { rest.removeFirst(2) }
        guard let verb = Self.verbs.first(where: { rest.hasSuffix($0.verb) }) else {
            noun = String(rest)
            change = .other
            isPlain = false
            return
        }
        noun = String(rest.dropLast(verb.verb.count))
        change = verb.change
        isPlain = ["ADD", "UPDATE", "DELETE"].contains(verb.verb)
    }

    /// Of two that end alike the longer one is first. What is saved may be new or not.
    private static let verbs: [(verb: String, change: ChangeKind)] = [
        ("MOVETOCATEGORY", .updated), ("SETENUMVALUES", .updated), ("SETSTATUS", .updated), ("EXPOSE", .other),
        ("UNREGISTER", .other), ("REGISTER", .other), ("ENTITYSAVED", .other), ("SAVED", .other),
        ("DELETED", .deleted), ("DELETE", .deleted), ("UPDATE", .updated), ("ADD", .added),
    ]
}

extension Substring {
    /// Where a text is in it.
    fileprivate func range(of text: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
            start = index(after: start)
        }
        return nil
    }
}
