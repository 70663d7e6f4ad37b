/// Makes any text safe inside Markdown: it is shown letter by letter and can't end a cell, a line or a heading.
enum MarkdownText {
    /// Text of a table's cell: line breaks become `<br>`.
    static func cell(_ text: String) -> String {
        escaped(text, lineBreak: "<br>")
    }

    /// Text within a line.
    static func inline(_ text: String) -> String {
        escaped(text, lineBreak: " ")
    }

    /// Text behind the `#` of a heading; `#` at its end would be taken for decoration.
    static func heading(_ text: String) -> String {
        let inline = inline(text)
        let body = inline.unicodeScalars.reversed().drop { $0 == "#" }
        let hasMarks = body.count < inline.unicodeScalars.count
        return hasMarks && (body.first ?? " ") == " " ? inline.dropLast() + "\\#" : inline
    }

    /// Text that begins a line of its own: what opens a heading, a quotation, a list or a rule is escaped as well.
    static func line(_ text: String) -> String {
        let inline = inline(text)
        let scalars = inline.unicodeScalars
        guard let first = scalars.first else { return "" }
        if "#>+-=".unicodeScalars.contains(first) { return "\\" + inline }
        let digits = scalars.prefix { ("0"..."9").contains($0) }
        let rest = scalars.dropFirst(digits.count)
        let opensList = !digits.isEmpty && (rest.first == "." || rest.first == ")")
        if opensList, rest.dropFirst().first ?? " " == " " { return String(digits) + "\\" + String(rest) }
        return inline
    }

    private static func escaped(_ text: String, lineBreak: String) -> String {
        if isPlain(text) { return trimmed(text) }
        let scalars = Array(trimmed(text).unicodeScalars)
        let hasTwoDollars = scalars.lazy.filter { $0 == "$" }.dropFirst().first != nil
        var safe = String.UnicodeScalarView()
        for (position, scalar) in scalars.enumerated() {
            let next = position + 1 < scalars.count ? scalars[position + 1] : nil
            switch scalar {
            case "\\", "|", "`", "*", "<", "[", "]", "~":
                safe.append("\\")
                safe.append(scalar)
            case "$":
                // Two of them make a formula of what is between; alone it is the symbol of a currency.
                if hasTwoDollars { safe.append("\\") }
                safe.append(scalar)
            case "_":
                // Between letters or digits it can't begin an emphasis, and names of fields stay readable.
                let isInside = position > 0 && isWord(scalars[position - 1]) && next.map(isWord) == true
                if !isInside { safe.append("\\") }
                safe.append(scalar)
            case "&":
                if let next, isWord(next) || next == "#" { safe.append("\\") }
                safe.append(scalar)
            case "\r" where next == "\n": break
            case "\n", "\r", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}":
                safe.append(contentsOf: lineBreak.unicodeScalars)
            case "\t": safe.append(" ")
            default: safe.append(isHarmful(scalar) ? "\u{FFFD}" : scalar)
            }
        }
        return String(safe)
    }

    /// Whether no letter needs to be looked at: the quick way for nearly all data.
    private static func isPlain(_ text: String) -> Bool {
        var before: UInt8 = 0
        for byte in text.utf8 {
            switch byte {
            case 0x00...0x1F, 0x7F: return false
            case UInt8(ascii: "\\"), UInt8(ascii: "|"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "<"),
                UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "~"), UInt8(ascii: "$"), UInt8(ascii: "_"),
                UInt8(ascii: "&"):
                return false
            // U+0080…U+009F, and all of U+2000…U+207F, where the marks of direction are.
            case 0x80...0x9F where before == 0xC2: return false
            case 0x80...0x81 where before == 0xE2: return false
            default: before = byte
            }
        }
        return true
    }

    private static func isWord(_ scalar: UnicodeScalar) -> Bool {
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
    }

    /// Control characters (a terminal obeys them) and marks that turn the direction of writing.
    static func isHarmful(_ scalar: UnicodeScalar) -> Bool {
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    private static func trimmed(_ text: String) -> String {
        guard let first = text.unicodeScalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = text.unicodeScalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(text.unicodeScalars[first...last])
    }
}
