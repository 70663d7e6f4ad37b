/// The signs of one annotation, one after the other.
struct AnnotationScanner {
    /// What isn't an annotation that the language server takes.
    struct Malformed: Error, CustomStringConvertible {
        let description: String
    }

    private(set) var rest: Substring

    init(_ text: some StringProtocol) { rest = Substring(text) }

    /// Whether nothing is left but a remark.
    var isAtEnd: Bool {
        let left = rest.drop { $0 == " " }
        return left.isEmpty || left.hasPrefix("#")
    }

    mutating func take(_ sign: String) -> Bool {
        skipSpaces()
        guard rest.hasPrefix(sign) else { return false }
        rest = rest.dropFirst(sign.count)
        return true
    }

    mutating func expect(_ sign: String) throws {
        guard take(sign) else { throw malformed("'\(sign)' expected") }
    }

    /// A name: it begins with a letter, a digit or `_` and may have dots, hyphens and stars.
    mutating func name() -> String? {
        skipSpaces()
        guard let first = rest.unicodeScalars.first, Self.begins(first) else { return nil }
        let name = rest.prefix { character in
            character.unicodeScalars.allSatisfy { Self.begins($0) || ".*-".unicodeScalars.contains($0) }
        }
        rest = rest[name.endIndex...]
        return String(name)
    }

    /// A text in quotes, without its escapes undone.
    mutating func text() throws -> String? {
        skipSpaces()
        guard rest.first == "\"" else { return nil }
        var index = rest.index(after: rest.startIndex)
        while index < rest.endIndex, rest[index] != "\"" {
            index = rest.index(index, offsetBy: rest[index] == "\\" ? 2 : 1, limitedBy: rest.endIndex) ?? rest.endIndex
        }
        guard index < rest.endIndex else { throw malformed("a text without its end") }
        defer { rest = rest[rest.index(after: index)...] }
        return String(rest[rest.index(after: rest.startIndex)..<index])
    }

    func malformed(_ reason: String) -> Malformed { Malformed(description: "\(reason) at '\(rest.prefix(60))'") }

    private mutating func skipSpaces() { rest = rest.drop { $0 == " " } }

    private static func begins(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "_" || scalar.value >= 0x80 || ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
            || ("0"..."9").contains(scalar)
    }
}
