/// Numbers that come as text.
enum NumberText {
    /// Whether a text is a number as JSON or PHP writes it, not one of the others that Swift reads, such as `0x10`.
    static func isNumber(_ text: String) -> Bool {
        var rest = Substring(text).utf8
        func takeDigits() -> Bool {
            let digits = rest.prefix(while: \.isDigit)
            rest = rest.dropFirst(digits.count)
            return !digits.isEmpty
        }
        func take(_ signs: Unicode.Scalar...) -> Bool {
            guard let first = rest.first, signs.contains(where: { UInt8(ascii: $0) == first }) else { return false }
            rest = rest.dropFirst()
            return true
        }
        _ = take("-", "+")
        guard takeDigits() else { return false }
        if take("."), !takeDigits() { return false }
        if take("e", "E") {
            _ = take("-", "+")
            guard takeDigits() else { return false }
        }
        return rest.isEmpty
    }

    /// The digits of a whole number, which may have a fraction of zeros: sums are `1000.00`.
    static func whole(_ text: String) -> Substring? {
        guard let point = text.firstIndex(of: ".") else { return text[...] }
        let fraction = text[point...].dropFirst()
        guard !fraction.isEmpty, fraction.utf8.allSatisfy({ $0 == UInt8(ascii: "0") }) else { return nil }
        return text[..<point]
    }
}
