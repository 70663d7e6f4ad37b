import Testing

/// A command line of this program as the documentation writes it.
struct WrittenCommand: Sendable, CustomTestStringConvertible {
    /// The page that has it.
    let page: String
    /// As it is written: `lunokhod run SCRIPT --period "last week"`.
    let line: String

    var testDescription: String { "\(page): \(line)" }

    private var words: [String] { line.split(separator: " ").map(String.init) }

    /// The command's name; empty for `lunokhod --version` and the like, two words where it belongs to a group.
    var command: [String] {
        let names = words.dropFirst().prefix { !$0.hasPrefix("-") }
        return Array(names.prefix(Self.groups.contains(names.first ?? "") ? 2 : 1))
    }

    /// Commands that are groups of commands.
    private static let groups: Set = ["portal"]

    /// The flags, without values.
    var flags: [String] {
        words.filter { $0.hasPrefix("--") }.map { String($0.prefix { $0.isLetter || $0 == "-" }) }
    }

    /// All of a page: the lines of its shell code, and the rows of its tables of commands.
    ///
    /// In a table, `…` stands for the command of a row above, and flags in the other cells belong to the row's command.
    static func all(of page: MarkdownPage) -> [WrittenCommand] {
        (shell(page) + table(page)).map { WrittenCommand(page: page.name, line: $0) }
    }

    private static func shell(_ page: MarkdownPage) -> [String] {
        page.code.filter { $0.language == "sh" }.flatMap { code in
            code.text.split(separator: "\n").map { $0.drop { $0 == " " } }
                .filter { $0.hasPrefix("lunokhod ") }.map { String($0.prefix { $0 != "#" }) }
        }
    }

    private static func table(_ page: MarkdownPage) -> [String] {
        var found: [String] = []
        var command = ""
        for row in page.tableRows {
            guard let first = row.first.flatMap(spans)?.first, row.first?.hasPrefix("`") == true else { continue }
            if first.hasPrefix("lunokhod ") {
                let name = WrittenCommand(page: page.name, line: first).command
                command = (["lunokhod"] + name).joined(separator: " ")
                let flags = row.dropFirst().flatMap(spans).filter { $0.hasPrefix("--") }
                found.append(([first] + flags).joined(separator: " "))
            } else if first.hasPrefix("… --") {
                found.append(command + first.dropFirst())
            }
        }
        return found
    }

    /// What stands between backticks.
    private static func spans(_ cell: String) -> [String] {
        cell.split(separator: "`", omittingEmptySubsequences: false).enumerated()
            .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }
}
