import Spelling

/// Titles and the codes that they stand for.
struct TitleList {
    struct Entry: Hashable {
        let code: String
        /// What tells it from all others.
        let title: String
        /// What it may be called where that is enough.
        var short: String?
    }

    enum Finding: Hashable {
        case one(String)
        /// Their names, as a list for people.
        case several(String)
        /// The nearest name, if one is near.
        case none(String?)
    }

    /// What it is that has a title, such as `field`.
    let what: String
    /// Whose they are, with the verb: `deals have`.
    let owner: String
    let entries: [Entry]

    /// The code of a title: the exact one comes before one that differs in case and spaces, a code before a title.
    func find(_ title: String) -> Finding {
        let folded = Self.folded(title.oneLine)
        let ways: [(Entry) -> Bool] = [
            { $0.code == title }, { $0.title == title }, { $0.short == title },
            { Self.folded($0.title) == folded }, { $0.short.map(Self.folded) == folded },
            { Self.folded($0.code) == folded },
            // Descriptions that were stored with what nobody sees in a title.
            { Self.folded($0.title.oneLine) == folded }, { ($0.short?.oneLine).map(Self.folded) == folded },
        ]
        for way in ways {
            let found = entries.filter(way)
            if let first = found.first, Set(found.map(\.code)).count == 1 { return .one(first.code) }
            if !found.isEmpty { return .several(names(of: found)) }
        }
        let known = entries.map(\.title) + entries.compactMap(\.short)
        guard let nearest = NearestName(among: known).nearest(to: title) else { return .none(nil) }
        return .none((entries.first { $0.short == nearest || $0.title == nearest }?.title ?? nearest).oneLine)
    }

    /// Full titles where they differ, codes where they don't.
    private func names(of found: [Entry]) -> String {
        let areDifferent = Set(found.map(\.title)).count == found.count
        return found.map { areDifferent ? "'\($0.title.oneLine)'" : "'\($0.code)'" }.joined(separator: ", ")
    }

    private static func folded(_ text: String) -> String {
        text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
