/// What stays of a word without its ending: `сделка`, `сделки`, `сделок` are `сделк`; `company`, `companies` are
/// `compan`.
///
/// It is for comparing words, not for people to see: a stem is rarely a word.
struct WordStem: Hashable, Sendable {
    let text: String

    /// - Parameter word: in small letters.
    init(_ word: String) {
        let isRussian = word.unicodeScalars.contains { (0x430...0x451).contains($0.value) }
        text = isRussian ? Self.russian(word.map { $0 == "ё" ? "е" : $0 }) : Self.english(Array(word))
    }

    /// Whether two stems are of one word: they are the same, or one goes on for two letters at most, as `добав` and
    /// `добавл` do.
    func isAkin(to other: WordStem) -> Bool {
        if text == other.text { return true }
        let (short, long) = text.count < other.text.count ? (text, other.text) : (other.text, text)
        return short.count >= 5 && long.count - short.count <= 2 && long.hasPrefix(short)
    }

    private static func russian(_ letters: [Character]) -> String {
        var stem = letters
        for ending in endings where stem.count >= ending.count + 3 && stem.suffix(ending.count).elementsEqual(ending) {
            stem.removeLast(ending.count)
            break
        }
        // The vowel that comes and goes: сделок – сделка, звонок – звонки.
        if stem.count > 4, stem.last == "к", "оеё".contains(stem[stem.count - 2]),
            !vowels.contains(stem[stem.count - 3])
        {
            stem.remove(at: stem.count - 2)
        }
        return String(stem)
    }

    private static func english(_ letters: [Character]) -> String {
        var stem = letters
        let drop = { (ending: String, left: Int) in
            guard stem.count >= ending.count + left, stem.suffix(ending.count).elementsEqual(ending) else {
                return false
            }
            stem.removeLast(ending.count)
            return true
        }
        if drop("ies", 3) || drop("ing", 3) || drop("es", 3) || drop("ed", 3) || drop("y", 3) || drop("e", 3) {
            return String(stem)
        }
        if stem.last == "s", stem.count > 3, !"su".contains(stem[stem.count - 2]) { stem.removeLast() }
        return String(stem)
    }

    private static let vowels = "аеиоуыэюя"

    /// Of nouns, adjectives and verbs, the longest first.
    private static let endings: [[Character]] = [
        "ениями", "ениях", "ением", "ений", "ение", "ения", "ению", "ание", "анием", "ировать", "овать", "ывать",
        "ивать", "иями", "ями", "ами", "ого", "его", "ому", "ему", "ыми", "ими", "иях", "ить", "ать", "ять", "еть",
        "уть", "ием", "иям", "ией", "ах", "ях", "ов", "ев", "ей", "ой", "ий", "ый", "ая", "яя", "ое", "ее", "ые", "ие",
        "ую", "юю", "ом", "ем", "ам", "ям", "ию", "ия", "ии", "ти", "ть", "ых", "их", "ью", "ь", "а", "я", "о", "е",
        "и", "ы", "у", "ю", "й",
    ].map(Array.init).sorted { $0.count > $1.count }
}
