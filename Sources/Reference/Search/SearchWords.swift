/// The words of names and texts.
enum SearchWords {
    /// The words of a text in small letters: at everything but letters and digits, and at the capitals inside of
    /// names. `getFields` is `get`, `fields`; `crm.productRow` is `crm`, `product`, `row`.
    static func split(_ text: String) -> [String] {
        var words: [String] = []
        var word = ""
        var wasSmall = false
        func end(_ word: inout String, _ words: inout [String]) {
            if !word.isEmpty { words.append(word.lowercased()) }
            word = ""
        }
        for character in text {
            guard character.isLetter || character.isNumber else {
                end(&word, &words)
                wasSmall = false
                continue
            }
            if wasSmall, character.isUppercase { end(&word, &words) }
            word.append(character == "ё" || character == "Ё" ? "е" : character)
            wasSmall = character.isLowercase
        }
        end(&word, &words)
        return words
    }

    /// The words that somebody looks for: without those that say nothing.
    static func wanted(_ query: String) -> [String] {
        let words = split(query)
        let telling = words.filter { !silent.contains($0) }
        return telling.isEmpty ? words : telling
    }

    private static let silent: Set<String> = [
        "a", "an", "the", "of", "in", "for", "to", "how", "and", "и", "в", "во", "по", "для", "с", "со", "из", "на",
        "как",
        "к", "метод", "method", "methods", "методы",
    ]
}
