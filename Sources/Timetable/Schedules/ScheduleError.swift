import Spelling

/// Why a text is no schedule, or none of the words that go with one; `description` is a sentence for people.
public struct ScheduleError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong, where, and what to write instead.
    public let description: String

    init(_ description: String) {
        self.description = description
    }

    /// The text in quotation marks, cut to 60 characters; what can't be printed becomes a question mark.
    static func quoted(_ text: some StringProtocol) -> String {
        let shown = text.unicodeScalars.prefix(60).map { scalar -> Character in
            let isPlain = scalar.properties.generalCategory != .control && scalar.properties.generalCategory != .format
            return isPlain && ![0x2028, 0x2029].contains(scalar.value) ? Character(scalar) : "?"
        }
        return "\"" + String(shown) + (text.unicodeScalars.count > 60 ? "…\"" : "\"")
    }

    /// A word that isn't one of those there are.
    static func unknown(_ word: String, as noun: String, among words: [String]) -> ScheduleError {
        // A long text is no misspelt word, and comparing it would take long.
        let near = word.utf8.count <= 64 ? NearestName(among: words).nearest(to: word) : nil
        let hint = near.map { "; did you mean \"\($0)\"?" } ?? "; write \(words.map { "\"\($0)\"" }.listed)"
        return ScheduleError("\(noun) can't be \(quoted(word))\(hint)")
    }
}

extension [String] {
    /// `a, b or c`.
    var listed: String {
        guard let last, count > 1 else { return first ?? "" }
        return dropLast().joined(separator: ", ") + " or " + last
    }
}
