/// Text that a spreadsheet would run instead of showing it.
public enum Formula {
    /// The text, with an apostrophe in front if a spreadsheet would take it for a formula: that turns it into text.
    public static func defused(_ text: String) -> String {
        isBegun(by: text) ? "'" + text : text
    }

    /// Whether a spreadsheet would take it for a formula. Such programs drop white space and quotation marks before
    /// they look, and know the full-width forms as well.
    static func isBegun(by text: String) -> Bool {
        guard let first = text.unicodeScalars.first else { return false }
        if first == "\t" || first == "\r" || first == "\n" { return true }
        switch text.unicodeScalars.first(where: { !isPassedOver($0) }) {
        case "=", "+", "-", "@", "＝", "＋", "－", "＠": return true
        default: return false
        }
    }

    /// Whether text of this first byte can be one at all: the quick way for nearly all data.
    static func canBegin(with byte: UInt8) -> Bool {
        switch byte {
        case 0x00...0x20, 0x7F, UInt8(ascii: "\""), UInt8(ascii: "'"): true
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"): true
        // U+00C0…U+05FF: Latin, Greek, Cyrillic and other letters, nothing that is passed over.
        case 0xC3...0xD7: false
        default: byte >= 0x80
        }
    }

    /// Whether it is a number as the portal writes it, such as `-5.00`: harmless however it came. One with a plus in
    /// front is not, as no portal writes that.
    public static func isNumber(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var digits = 0
        var marks = 0
        for (position, byte) in text.enumerated() {
            switch byte {
            case 0x30...0x39: digits += 1
            case UInt8(ascii: "."): marks += 1
            case UInt8(ascii: "-") where position == 0: break
            default: return false
            }
        }
        return (1...30).contains(digits) && marks <= 1
    }

    private static func isPassedOver(_ scalar: UnicodeScalar) -> Bool {
        scalar.properties.isWhitespace || scalar == "\"" || scalar == "'" || scalar == "\u{FEFF}"
            || scalar.properties.generalCategory == .format || scalar.properties.generalCategory == .control
    }
}
