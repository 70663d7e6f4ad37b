/// Finds the name that somebody probably meant.
public struct NearestName: Sendable {
    /// The names there are.
    public let names: [String]

    /// Looks among these names.
    public init(among names: some Sequence<String>) { self.names = Array(names) }

    /// The nearest name to a wrong one, or nil if none is near: about a third of the letters may differ.
    public func nearest(to wrong: String) -> String? {
        let folded = wrong.lowercased()
        var best: (name: String, distance: Int)?
        for name in names where name != wrong {
            let allowed = max(1, min(folded.count, name.count) / 3)
            let limit = best.map { min($0.distance - 1, allowed) } ?? allowed
            guard limit >= 0, let distance = Self.distance(folded, name.lowercased(), limit: limit) else { continue }
            best = (name, distance)
        }
        return best?.name
    }

    /// `"; did you mean 'x'?"`, or nothing if no name is near.
    public func hint(for wrong: String) -> String {
        nearest(to: wrong).map { "; did you mean '\($0)'?" } ?? ""
    }

    /// The optimal-string-alignment distance (insert, delete, replace, swap neighbours); nil above the limit.
    public static func distance(_ left: String, _ right: String, limit: Int) -> Int? {
        let left = Array(left), right = Array(right)
        guard abs(left.count - right.count) <= limit else { return nil }
        if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
        var beforeLast = [Int](repeating: 0, count: right.count + 1)
        var last = Array(0...right.count)
        for row in 1...left.count {
            var current = [row] + [Int](repeating: 0, count: right.count)
            for column in 1...right.count {
                let same = left[row - 1] == right[column - 1]
                current[column] = min(
                    last[column] + 1, current[column - 1] + 1, last[column - 1] + (same ? 0 : 1))
                let swapped =
                    row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1]
                if swapped { current[column] = min(current[column], beforeLast[column - 2] + 1) }
            }
            guard current.min() ?? 0 <= limit else { return nil }
            (beforeLast, last) = (last, current)
        }
        return last[right.count] <= limit ? last[right.count] : nil
    }
}
