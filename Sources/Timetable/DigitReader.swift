/// Reads numbers of a fixed width and the marks between them, byte by byte.
struct DigitReader {
    private let bytes: [UInt8]
    private var position = 0

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    var isAtEnd: Bool {
        position == bytes.count
    }

    var next: Character? {
        isAtEnd ? nil : Character(UnicodeScalar(bytes[position]))
    }

    /// Exactly `width` ASCII digits, or nil (then nothing is consumed).
    mutating func number(_ width: Int) -> Int? {
        guard bytes.count - position >= width else { return nil }
        var value = 0
        for byte in bytes[position..<position + width] {
            guard (0x30...0x39).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        position += width
        return value
    }

    /// Steps over one of the ASCII characters given.
    mutating func skip(_ marks: Character...) -> Bool {
        guard let next, marks.contains(next) else { return false }
        position += 1
        return true
    }

    /// Steps over any number of digits and says how many there were.
    mutating func skipDigits() -> Int {
        let start = position
        while position < bytes.count, (0x30...0x39).contains(bytes[position]) { position += 1 }
        return position - start
    }
}

/// The number with zeros in front, at least `width` digits.
func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
