import Reports

/// Fits texts into columns of a terminal.
enum TextFit {
    /// A text with spaces behind it up to a width.
    static func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
    }

    /// A text that takes no more than a width; what is cut off leaves `…`.
    static func cut(_ text: String, to width: Int) -> String {
        guard DisplayWidth.of(text) > width else { return text }
        var cut = ""
        var used = 1
        for character in text {
            used += DisplayWidth.of(String(character))
            guard used <= width else { break }
            cut.append(character)
        }
        while cut.last == " " { cut.removeLast() }
        return width > 0 ? cut + "…" : ""
    }

    /// The lines of a text, broken at spaces so that each takes no more than a width; a longer word has its own line.
    static func wrapped(_ text: String, to width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            let joined = line.isEmpty ? String(word) : line + " " + word
            if DisplayWidth.of(joined) > width, !line.isEmpty {
                lines.append(line)
                line = String(word)
            } else {
                line = joined
            }
        }
        return line.isEmpty && !lines.isEmpty ? lines : lines + [line]
    }
}
