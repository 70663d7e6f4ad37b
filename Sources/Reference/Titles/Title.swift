/// What something is called, in both languages.
public struct Title: Hashable, Sendable {
    /// The languages that titles are written in.
    public enum Language: Hashable, Sendable {
        /// English.
        case english
        /// Russian.
        case russian
    }

    /// The English title, such as `deals: list`.
    public let english: String
    /// The Russian title, such as `сделки: список`.
    public let russian: String

    /// A title in both languages.
    public init(english: String, russian: String) {
        self.english = english
        self.russian = russian
    }

    /// The title in a language.
    public func text(_ language: Language) -> String { language == .russian ? russian : english }

    /// Both titles, that of a language first; one if they are alike.
    public func both(first: Language) -> String {
        if english == russian { return english }
        return first == .russian ? "\(russian) / \(english)" : "\(english) / \(russian)"
    }
}
