/// The language of what people are told.
public enum AlertLocale: String, CaseIterable, Hashable, Sendable, Codable {
    /// Russian.
    case ru
    /// English.
    case en

    /// The locale of an identifier such as `ru`, `ru_RU`, `en-US` or `ru_RU.UTF-8`; nil for other languages.
    public init?(identifier: String) {
        let language = identifier.lowercased().prefix { $0 != "_" && $0 != "-" && $0 != "." }
        self.init(rawValue: String(language))
    }
}
