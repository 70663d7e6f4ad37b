import Bitrix24

/// What a method does in words, put together from the titles of its family and of the words behind it.
struct MethodTitle: Sendable {
    /// The title: `deals: list`.
    let title: Title
    /// The title of the family, and the other words for it; nil if the family has none.
    let family: TitleTable.Entry?
    /// The titles of the words behind the family.
    let words: [TitleTable.Entry]

    /// - Parameter name: the method's name, such as `crm.deal.list`.
    init(of name: String) {
        let parts = name.split(separator: ".").map(String.init)
        let (family, length) = Self.family(of: parts)
        let rest = parts.dropFirst(length)
        words = rest.flatMap(Self.entries)
        self.family = family
        let english = rest.map { Self.phrase($0, .english) }.joined(separator: ", ")
        let russian = rest.map { Self.phrase($0, .russian) }.joined(separator: ", ")
        guard let family else {
            title = Title(english: english, russian: russian)
            return
        }
        title =
            rest.isEmpty
            ? family.title
            : Title(english: "\(family.title.english): \(english)", russian: "\(family.title.russian): \(russian)")
    }

    /// The longest family that the name begins with, and how many parts of the name it is.
    private static func family(of parts: [String]) -> (TitleTable.Entry?, Int) {
        for length in stride(from: parts.count, to: 0, by: -1) {
            let key = parts.prefix(length).joined(separator: ".").lowercased()
            if let entry = TitleTable.families[key] { return (entry, length) }
        }
        return (nil, 0)
    }

    private static func entries(_ part: String) -> [TitleTable.Entry] {
        if let entry = TitleTable.words[part] { return [entry] }
        return SearchWords.split(part).compactMap { TitleTable.words[$0] }
    }

    private static func phrase(_ part: String, _ language: Title.Language) -> String {
        if let entry = TitleTable.words[part] { return entry.title.text(language) }
        let words = SearchWords.split(part)
        let titles = words.map { TitleTable.words[$0]?.title }
        // A phrase is translated as a whole or left as the portal writes it: half a translation helps nobody.
        if language == .russian, titles.allSatisfy({ $0 != nil }) {
            return titles.compactMap { $0?.russian }.joined(separator: " ")
        }
        return words.joined(separator: " ")
    }
}

extension MethodFacts {
    /// What the method does in words, such as `deals: list`.
    public var title: Title { MethodTitle(of: name).title }

    /// The method as its name is asked for: `tasks.task.get`, and `tasks.task.get@3` in REST 3.0.
    public var key: String { version == .three ? name + "@3" : name }
}

/// What the scopes are about.
public enum ScopeTitle {
    /// The title of a scope; nil if there is none.
    public static func of(_ scope: String) -> Title? { TitleTable.scopes[scope]?.title }
}
