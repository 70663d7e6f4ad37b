import Bitrix24

/// Finds methods by words of their names, of what they are about and of what they do, in English and Russian.
public struct MethodSearch: Sendable {
    /// What was found.
    public struct Answer: Sendable {
        /// The methods, the best first.
        public var methods: [MethodFacts] = []
        /// Words that nothing has, each with the one that was looked for instead.
        public var corrections: [(wrong: String, right: String)] = []
        /// Words that nothing has, nor anything near.
        public var unknown: [String] = []
        /// How many methods each of the words has, if none has all of them.
        public var counts: [(word: String, count: Int)] = []
    }

    /// A method and the words that it is found by.
    private struct Entry {
        let method: MethodFacts
        let words: [(place: Int, weight: Int)]
        let cost: Int
        let turn: Int
    }

    private let filter: MethodFilter
    private let entries: [Entry]
    private let vocabulary: Vocabulary

    /// Reads the names and titles of the methods that a filter lets through.
    public init(_ filter: MethodFilter = MethodFilter()) {
        self.filter = filter
        var vocabulary = Vocabulary()
        var texts = TextPlaces()
        entries = Catalogue.methods.filter(filter.lets).map { Self.entry($0, &vocabulary, &texts) }
        self.vocabulary = vocabulary
    }

    /// The methods that have all of the words; those of a family (`crm.deal`) if the query is the name of one; all
    /// if it is empty.
    public func find(_ query: String) -> Answer {
        let family = self.family(query)
        guard family.isEmpty else { return Answer(methods: family) }
        var answer = Answer()
        var wanted: [(word: String, worths: [Int])] = []
        for word in SearchWords.wanted(query) {
            if let worths = vocabulary.worths(of: word) {
                wanted.append((word, worths))
            } else if let near = vocabulary.nearest(to: word), let worths = vocabulary.worths(of: near) {
                answer.corrections.append((word, near))
                wanted.append((near, worths.map { $0 * SearchWord.nearness / 100 }))
            } else {
                answer.unknown.append(word)
            }
        }
        guard answer.unknown.isEmpty else { return answer }
        answer.methods = ranked(wanted.map(\.worths))
        if answer.methods.isEmpty {
            answer.counts = wanted.map { word in (word.word, entries.count { Self.worth(of: $0, word.worths) > 0 }) }
        }
        return answer
    }

    /// Those whose names begin with the parts of a name.
    private func family(_ query: String) -> [MethodFacts] {
        guard query.contains("."), !query.contains(" ") else { return [] }
        let start = query.lowercased().split(separator: ".").map { $0 + "." }.joined()
        return entries.filter { $0.method.name.lowercased().hasPrefix(start) }
            .sorted { ($0.cost, $0.turn, $0.method.name) < ($1.cost, $1.turn, $1.method.name) }.map(\.method)
    }

    private func ranked(_ wanted: [[Int]]) -> [MethodFacts] {
        var found: [(entry: Entry, worth: Int)] = []
        for entry in entries {
            var sum = 0
            var hasAll = true
            for worths in wanted where hasAll {
                let worth = Self.worth(of: entry, worths)
                hasAll = worth > 0
                sum += worth
            }
            if hasAll { found.append((entry, sum - entry.cost)) }
        }
        return found.sorted { Self.isBefore($0, $1) }.map(\.entry.method)
    }

    private static func worth(of entry: Entry, _ worths: [Int]) -> Int {
        entry.words.reduce(0) { max($0, worths[$1.place] * $1.weight / 100) }
    }

    private static func isBefore(_ left: (entry: Entry, worth: Int), _ right: (entry: Entry, worth: Int)) -> Bool {
        if left.worth != right.worth { return left.worth > right.worth }
        let (first, second) = (left.entry, right.entry)
        if first.method.isDeprecated != second.method.isDeprecated { return second.method.isDeprecated }
        return (first.turn, first.method.key) < (second.turn, second.method.key)
    }
}

extension MethodSearch {
    /// Words of texts that many methods share, so that each is read once.
    private struct TextPlaces {
        private var known: [String: [Int]] = [:]

        mutating func places(_ text: String, _ vocabulary: inout Vocabulary) -> [Int] {
            if let places = known[text] { return places }
            let places = SearchWords.split(text).map { vocabulary.place(of: $0) }
            known[text] = places
            return places
        }
    }

    /// The words that a method is found by: those of its name and titles are worth most, those of its scope least.
    private static func entry(
        _ method: MethodFacts, _ vocabulary: inout Vocabulary, _ texts: inout TextPlaces
    ) -> Entry {
        let title = MethodTitle(of: method.name)
        var words: [(place: Int, weight: Int)] = []
        func take(_ text: String, _ weight: Int) {
            words += texts.places(text, &vocabulary).map { ($0, weight) }
        }
        let parts = method.name.split(separator: ".").map(String.init)
        for part in parts {
            take(part, 100)
            take(part.lowercased(), 100)
        }
        for entry in title.words + [title.family].compactMap(\.self) {
            take(entry.title.english, 100)
            take(entry.title.russian, 100)
            take(entry.others, 95)
        }
        for scope in method.scopes.compactMap({ TitleTable.scopes[$0] }) {
            take(scope.title.both(first: .english), 40)
            take(scope.others, 30)
        }
        let titleLength = title.family.map { SearchWords.split($0.title.russian).count } ?? 1
        let cost = 5 * parts.count + 2 * titleLength + (method.isDeprecated ? 1 : 0)
        return Entry(method: method, words: words, cost: cost, turn: turn(parts.last ?? ""))
    }

    /// The order of the verbs that each family has.
    private static func turn(_ verb: String) -> Int {
        ["list", "getlist", "get", "add", "update", "delete", "fields", "getfields"].firstIndex(of: verb.lowercased())
            ?? 8
    }
}
