import Bitrix24

/// A scope and how many methods it allows.
public struct ScopeCount: Hashable, Sendable {
    /// The scope's name, such as `crm`.
    public let scope: String
    /// What it is about; nil if there is no title.
    public let title: Title?
    /// How many methods it allows that read.
    public let reads: Int
    /// How many methods it allows that change something.
    public let writes: Int

    /// How many methods it allows.
    public var methods: Int { reads + writes }

    /// All scopes of the documented methods, by name. A method of several scopes counts in each.
    public static var all: [ScopeCount] {
        var counts: [String: (reads: Int, writes: Int)] = [:]
        for method in Catalogue.methods {
            for scope in method.scopes {
                if method.isWrite {
                    counts[scope, default: (0, 0)].writes += 1
                } else {
                    counts[scope, default: (0, 0)].reads += 1
                }
            }
        }
        return counts.map { ScopeCount(scope: $0, title: ScopeTitle.of($0), reads: $1.reads, writes: $1.writes) }
            .sorted { $0.scope < $1.scope }
    }
}
