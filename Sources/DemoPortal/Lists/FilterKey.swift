/// A key of a filter: `>=DATE_CREATE` is the prefix `>=` and the field `DATE_CREATE`.
struct FilterKey: Hashable, Sendable {
    enum Prefix: String, CaseIterable, Sendable {
        case notLikeAlternative = "!%="
        case notLike = "!=%"
        case notContains = "!%"
        case notAmong = "!@"
        case notEqual = "!="
        case not = "!"
        case between = "><"
        case greaterOrEqual = ">="
        case greater = ">"
        case lessOrEqual = "<="
        case less = "<"
        case like = "=%"
        case likeAlternative = "%="
        case contains = "%"
        case among = "@"
        case equal = "="
    }

    /// nil where the key is a bare name.
    let prefix: Prefix?
    let field: String

    init(_ key: String) {
        // The cases stand in an order in which a longer prefix comes before its own beginning.
        let prefix = Prefix.allCases.first { key.hasPrefix($0.rawValue) }
        self.prefix = prefix
        field = String(key.dropFirst(prefix?.rawValue.count ?? 0))
    }
}
