import Spelling

/// Tells a slip of the finger from a name that may well exist without being documented.
enum Misspelling {
    /// The name that was meant, if the wrong one is so near to it that it can hardly be another name.
    static func meant(_ wrong: String, among names: some Sequence<String>) -> String? {
        let folded = wrong.lowercased()
        var best: (name: String, distance: Int)?
        for name in names where !name.hasSuffix("*") {
            let right = name.lowercased()
            if right == folded { return name }
            let limit = best.map { $0.distance - 1 } ?? tolerance(min(folded.count, right.count))
            guard limit > 0, let distance = NearestName.distance(folded, right, limit: limit) else { continue }
            // ADDRESS_2 is not ADDRESS.
            guard folded.filter(\.isNumber) == right.filter(\.isNumber) else { continue }
            best = (name, distance)
        }
        return best?.name
    }

    /// How many letters may differ.
    private static func tolerance(_ length: Int) -> Int { length < 3 ? 0 : length < 8 ? 1 : 2 }
}
