import Spelling

extension PeriodExpression {
    /// The expression that somebody probably meant.
    static func nearest(to text: String) -> String? {
        guard text.utf8.count <= 64 else { return nil }
        if let dated = nearestDated(to: text) { return dated }
        var known = ["today", "yesterday", "tomorrow"]
        for direction in ["this", "last", "next"] {
            known += PeriodSpan.Unit.allCases.map { "\(direction) \($0.rawValue)" }
        }
        if let near = NearestName(among: known).nearest(to: text) { return near }
        let words = text.split(separator: " ")
        guard words.count == 3, Int(words[1]) != nil else { return nil }
        let counted = ["last", "next"].flatMap { direction in
            PeriodSpan.Unit.allCases.map { "\(direction) \(words[1]) \($0.rawValue)s" }
        }
        return NearestName(among: counted).nearest(to: text)
    }

    /// Dates in another order or without their zeros: `16.11.2026`, `2026/11/16`, `2026-w7`, `2026q4`.
    private static func nearestDated(to text: String) -> String? {
        let numbers = text.split { !($0.isASCII && $0.isNumber) }
        let letters = text.filter(\.isLetter)
        guard let year = numbers.first(where: { $0.count == 4 }), numbers.count <= 3,
            numbers.allSatisfy({ $0.count <= 2 || $0 == year })
        else { return nil }
        var parts = numbers.filter { $0 != year }.map { $0.count == 1 ? "0\($0)" : String($0) }
        if numbers.last == year { parts.reverse() }
        let guess: String
        switch (letters, parts.count) {
        case ("", 1...2): guess = "\(year)-\(parts.joined(separator: "-"))"
        case ("w", 1): guess = "\(year)-W\(parts[0])"
        case ("q", 1): guess = "\(year)-Q\(parts[0].suffix(1))"
        default: return nil
        }
        return (try? PeriodExpression(guess)) == nil ? nil : guess
    }
}
