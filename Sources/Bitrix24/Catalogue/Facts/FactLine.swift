/// A line of a record: `  NAME!:type|e:Y,N|d:N`, indented by its level.
///
/// It is read byte by byte, since letters are looked for that are single bytes.
struct FactLine {
    let level: Int
    /// The name, with `!` or `~` behind it in parameters.
    let name: Substring
    let type: Substring
    private let parts: [Substring.UTF8View]

    init(_ line: Substring) {
        let text = line.utf8.drop { $0 == UInt8(ascii: " ") }
        level = line.utf8.count - text.count
        let head = text.prefix { $0 != UInt8(ascii: "|") }
        let colon = head.lastIndex(of: UInt8(ascii: ":")) ?? head.endIndex
        name = Substring(head[..<colon])
        type = Substring(head[colon...].dropFirst())
        let rest = text[head.endIndex...].dropFirst()
        parts = rest.isEmpty ? [] : rest.split(separator: UInt8(ascii: "|"))
    }

    /// The text of a part, such as `Y,N` of `e:Y,N`.
    func text(_ letter: Unicode.Scalar) -> String? {
        parts.first { $0.first == UInt8(ascii: letter) && $0.dropFirst().first == UInt8(ascii: ":") }
            .map { String(Substring($0.dropFirst(2))) }
    }

    /// The values of a part that lists some.
    func values(_ letter: Unicode.Scalar) -> [String] { text(letter).map { $0.parts(by: ",") } ?? [] }

    /// Whether there is a part that is only a letter.
    func has(_ letter: Unicode.Scalar) -> Bool { parts.contains { $0.elementsEqual([UInt8(ascii: letter)]) } }
}

extension Substring {
    /// The texts between a separator, empty ones too.
    func parts(by separator: Unicode.Scalar) -> [String] {
        utf8.split(separator: UInt8(ascii: separator), omittingEmptySubsequences: false).map { String(Substring($0)) }
    }
}

extension String {
    /// The texts between a separator, empty ones too.
    func parts(by separator: Unicode.Scalar) -> [String] { self[...].parts(by: separator) }
}
