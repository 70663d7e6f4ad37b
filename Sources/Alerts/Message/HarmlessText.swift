/// Makes texts of unknown origin fit for a message.
enum HarmlessText {
    /// One line: whatever could end it, hide something or turn its direction is gone.
    static func line(_ text: String, most: Int) -> String { clean(text, most: most, keepsLines: false) }

    /// Some lines, each ended by a line feed alone.
    static func lines(_ text: String, most: Int) -> String { clean(text, most: most, keepsLines: true) }

    /// The beginning of a text, at most so many Unicode scalars with the sign that something is missing.
    ///
    /// Scalars and not characters: one character can have any number of accents.
    static func cut(_ text: String, most: Int) -> String {
        guard text.unicodeScalars.count > most else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.prefix(max(0, most - 1)))) + "…"
    }

    /// A text in which Bitrix24's chat finds no BB code: it would make links, mention people, or offer commands.
    ///
    /// There is no sign that escapes a bracket, so an invisible one is put behind those that could begin a code.
    static func withoutCodes(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var isBehindBracket = false
        for scalar in text.unicodeScalars {
            if isBehindBracket, !isHarmlessBehindBracket(scalar) { result.append(joiner) }
            result.append(scalar)
            isBehindBracket = scalar == "["
        }
        if isBehindBracket { result.append(joiner) }
        return String(result)
    }

    private static let joiner: Unicode.Scalar = "\u{2060}"

    private static func isHarmlessBehindBracket(_ scalar: Unicode.Scalar) -> Bool {
        (scalar >= "0" && scalar <= "9") || scalar == " " || scalar == "\"" || scalar == "'"
    }

    private static func clean(_ text: String, most: Int, keepsLines: Bool) -> String {
        var result = String.UnicodeScalarView()
        var wasReturn = false
        // What lies far behind the limit need not be looked at.
        for scalar in text.unicodeScalars.prefix(4 * most + 16) {
            defer { wasReturn = scalar == "\r" }
            if scalar == "\n", wasReturn { continue }
            switch scalar.properties.generalCategory {
            case .control where scalar == "\n" || scalar == "\r", .lineSeparator, .paragraphSeparator:
                result.append(keepsLines ? "\n" : " ")
            case .control: result.append(" ")
            // Joiners make emoji and letters of some languages; all other formats hide or turn text.
            case .format where scalar != "\u{200C}" && scalar != "\u{200D}": continue
            default: result.append(scalar)
            }
        }
        return cut(String(result), most: most)
    }
}
