/// How many columns of a terminal or an editor a text takes: wide letters and emoji take two, combining marks none.
public enum DisplayWidth {
    /// The columns of a text.
    public static func of(_ text: String) -> Int {
        var width = 0
        var isSimple = true
        for scalar in text.unicodeScalars {
            guard isNarrow(scalar.value) else {
                isSimple = false
                break
            }
            width += 1
        }
        return isSimple ? width : text.reduce(0) { $0 + of($1) }
    }

    static func of(_ character: Character) -> Int {
        var width = 0
        for scalar in character.unicodeScalars {
            // An emoji made of several is drawn as one.
            if scalar.value == 0xFE0F || scalar.properties.isEmojiPresentation || isWide(scalar.value) { return 2 }
            if width == 0, !isInvisible(scalar) { width = 1 }
        }
        return width
    }

    /// Latin, Greek and Cyrillic letters, dashes, quotation marks, symbols of currencies and №: the bulk of all data.
    private static func isNarrow(_ value: UInt32) -> Bool {
        switch value {
        case 0x20...0x7E, 0xA0...0xAC, 0xAE...0x02FF, 0x0370...0x0482, 0x2010...0x2027, 0x20A0...0x20C0, 0x2116: true
        default: false
        }
    }

    private static func isInvisible(_ scalar: UnicodeScalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: true
        default: false
        }
    }

    /// The blocks that Unicode's East Asian Width (UAX #11) calls wide or fullwidth, emoji aside.
    private static func isWide(_ value: UInt32) -> Bool {
        switch value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
            0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60,
            0xFFE0...0xFFE6, 0x17000...0x18CFF, 0x1AFF0...0x1B2FF, 0x20000...0x2FFFD, 0x30000...0x3FFFD:
            true
        default: false
        }
    }
}
