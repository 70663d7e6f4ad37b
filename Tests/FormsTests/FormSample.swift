import Forms

/// Values that a form can say.
enum FormSample {
    static func map(_ random: inout some RandomNumberGenerator, depth: Int) -> FormValue {
        let names = ["a", ">ID", "!=Имя", "%", "0x", "ё", "[", "x&y=", "007"]
        let isBig = Int.random(in: 0..<20, using: &random) == 0
        var map = FormMap()
        for place in 0..<Int.random(in: 1...(isBig ? 40 : 4), using: &random) {
            var name = (names.randomElement(using: &random) ?? "") + String(place)
            // In the outermost names PHP changes brackets.
            if depth == 4 { name = String(name.map { $0 == "[" ? "_" : $0 }) }
            map[name] = value(&random, depth: depth - 1)
        }
        return .map(map)
    }

    private static func value(_ random: inout some RandomNumberGenerator, depth: Int) -> FormValue {
        guard depth > 0, Int.random(in: 0..<5, using: &random) < 2 else { return .text(text(&random)) }
        if Bool.random(using: &random) { return map(&random, depth: depth) }
        return .list((0..<Int.random(in: 1...20, using: &random)).map { _ in value(&random, depth: depth - 1) })
    }

    private static func text(_ random: inout some RandomNumberGenerator) -> String {
        let alphabet = Array("aЯ=&%+[] \n\"$5\u{0}😀")
        return String(
            (0..<Int.random(in: 0..<8, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? "a" })
    }

    /// Whether a name has what no inner name of a form can have.
    static func hasClosingBracket(_ value: FormValue) -> Bool {
        guard case .map(let map) = value else { return (value.elements ?? []).contains(where: hasClosingBracket) }
        return map.names.contains { $0.contains("]") } || map.values.contains(where: hasClosingBracket)
    }
}
