/// Titles by key, written one a line: `key | English | Russian | other words that people look for`.
struct TitleTable: Sendable {
    /// One line.
    struct Entry: Sendable {
        let title: Title
        /// What people also look for it by, in both languages.
        let others: String
    }

    /// The keys as they are written, in the order of the lines.
    let keys: [String]
    private let entries: [String: Entry]

    /// Reads the lines; one without both titles is left out.
    init(_ text: String) {
        var keys: [String] = []
        var entries: [String: Entry] = [:]
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: "|", omittingEmptySubsequences: false).map(Self.trimmed)
            guard parts.count > 2 else { continue }
            keys.append(parts[0])
            entries[parts[0].lowercased()] = Entry(
                title: Title(english: parts[1], russian: parts[2]), others: parts.count > 3 ? parts[3] : "")
        }
        self.keys = keys
        self.entries = entries
    }

    /// The line of a key; capital and small letters are alike.
    subscript(key: String) -> Entry? { entries[key.lowercased()] }

    /// Tables one after another.
    static func joined(_ tables: [TitleTable]) -> [String: Entry] {
        tables.reduce(into: [:]) { all, table in all.merge(table.entries) { first, _ in first } }
    }

    private static func trimmed(_ part: Substring) -> String {
        String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}

extension TitleTable {
    /// All families of methods, by their names in small letters.
    static let families = joined([crm, trade, work, talk])
}
