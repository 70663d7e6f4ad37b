/// A word that is looked for or found, with its stem.
struct SearchWord: Hashable, Sendable {
    let text: String
    let stem: WordStem

    /// - Parameter text: in small letters.
    init(_ text: String) {
        self.text = text
        stem = WordStem(text)
    }

    /// How well this word answers one that is looked for, of a hundred: the same word, one of the same stem, one that
    /// begins so, one that has it inside; 0 if not at all.
    func answers(_ wanted: SearchWord) -> Int {
        if text == wanted.text { return 100 }
        if stem == wanted.stem { return 99 }
        if stem.isAkin(to: wanted.stem) { return 97 }
        let isLonger = text.utf8.count > wanted.text.utf8.count
        if isLonger, wanted.text.count > 1, text.hasPrefix(wanted.text) { return 70 }
        if isLonger, wanted.text.count > 3, text.contains(wanted.text) { return 50 }
        return 0
    }

    /// What a word is worth that was only spelled alike.
    static let nearness = 40
}
