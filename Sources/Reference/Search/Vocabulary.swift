import Spelling

/// All words that methods can be found by, each once.
struct Vocabulary: Sendable {
    private(set) var words: [SearchWord] = []
    private var places: [String: Int] = [:]

    /// The place of a word, which is taken up if it is new.
    mutating func place(of text: String) -> Int {
        if let place = places[text] { return place }
        let place = words.count
        words.append(SearchWord(text))
        places[text] = place
        return place
    }

    /// How well each word answers a wanted one, by place; nil if none does.
    func worths(of wanted: String) -> [Int]? {
        let wanted = SearchWord(wanted)
        let worths = words.map { $0.answers(wanted) }
        return worths.contains { $0 > 0 } ? worths : nil
    }

    /// The word that was probably meant by one that nothing answers.
    func nearest(to wrong: String) -> String? {
        NearestName(among: words.map(\.text).filter { $0.count > 2 }).nearest(to: wrong)
    }
}
