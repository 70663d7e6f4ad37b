/// A line of a record: `  NAME!:type|e:Y,N|d:N`, indented by its level.
struct FactLine {
    let level: Int
    /// The name, with `!` or `~` behind it in parameters.
    let name: Substring
    let type: Substring
    private let parts: [Substring]

    init(_ line: Substring) {
        let text = line.drop { $0 == " " }
        level = line.utf8.count - text.utf8.count
        let all = text.split(separator: "|", omittingEmptySubsequences: false)
        let colon = all[0].lastIndex(of: ":") ?? all[0].endIndex
        name = all[0][..<colon]
        type = all[0][colon...].dropFirst()
        parts = Array(all.dropFirst())
    }

    /// The text of a part, such as `Y,N` of `e:Y,N`.
    func text(_ letter: Character) -> String? {
        parts.first { $0.first == letter && $0.dropFirst().first == ":" }.map { String($0.dropFirst(2)) }
    }

    /// The values of a part that lists some.
    func values(_ letter: Character) -> [String] {
        text(letter).map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) } ?? []
    }

    /// Whether there is a part that is only a letter.
    func has(_ letter: String) -> Bool { parts.contains { $0 == letter } }
}
