import FoundationEssentials
import Testing

/// A page of the documentation, taken apart.
struct MarkdownPage: Sendable {
    /// A fenced block of code.
    struct Code: Sendable, CustomTestStringConvertible {
        /// The page's name and the line on which the code begins: `docs/guide.md:88`.
        let place: String
        let language: String
        let text: String
        /// Why it is no whole script: what stands after `fragment:` in the comment in front of it.
        let fragment: String?

        var testDescription: String { place }
    }

    struct Missing: Error {
        let what: String
    }

    static let repository = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
        .joined(separator: "/")

    /// The name, counted from the top folder.
    let name: String
    let text: String

    init(_ name: String) throws {
        self.name = name
        text = try String(contentsOfFile: "\(Self.repository)/\(name)", encoding: .utf8)
    }

    /// Both READMEs, and the pages in `docs`.
    static var all: [MarkdownPage] {
        get throws {
            let docs = try FileManager.default.contentsOfDirectory(atPath: "\(repository)/docs")
            let names = docs.filter { $0.hasSuffix(".md") }.sorted().map { "docs/\($0)" }
            return try (["README.md", "README.ru.md"] + names).map { try MarkdownPage($0) }
        }
    }

    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

    /// What stands between the lines `<!-- NAME -->` and `<!-- /NAME -->`, with its last line end.
    func region(_ region: String) throws -> String { String(text[try range(of: region)]) }

    /// Writes something else between the two marks of a region.
    func rewrite(_ region: String, as replacement: String) throws {
        let range = try range(of: region)
        try (text[..<range.lowerBound] + replacement + text[range.upperBound...])
            .write(toFile: "\(Self.repository)/\(name)", atomically: true, encoding: .utf8)
    }

    private func range(of region: String) throws -> Range<String.Index> {
        guard let start = text.firstRange(of: "<!-- \(region) -->\n"),
            let end = text.firstRange(of: "<!-- /\(region) -->"),
            start.upperBound <= end.lowerBound
        else { throw Missing(what: "\(name) has no region \(region)") }
        return start.upperBound..<end.lowerBound
    }

    /// The fenced blocks of code, also those that are indented below the point of a list.
    var code: [Code] {
        var found: [Code] = []
        var fence: (mark: Substring, language: String, line: Int)?
        var body: [Substring] = []
        var previous: Substring = ""
        for (index, line) in lines.enumerated() {
            let bare = line.drop { $0 == " " }
            let mark = bare.prefix { $0 == "`" }
            if let open = fence {
                guard bare == open.mark else {
                    body.append(line)
                    continue
                }
                let code = body.map { $0 + "\n" }.joined()
                found.append(
                    Code(
                        place: "\(name):\(open.line)", language: open.language, text: code,
                        fragment: Self.fragment(previous)))
                fence = nil
                previous = ""
            } else if mark.count >= 3 {
                fence = (mark, String(bare.dropFirst(mark.count)), index + 2)
                body = []
            } else {
                previous = line
            }
        }
        return found
    }

    private static func fragment(_ line: Substring) -> String? {
        let start = "<!-- fragment: ", end = " -->"
        guard line.hasPrefix(start), line.hasSuffix(end) else { return nil }
        return String(line.dropFirst(start.count).dropLast(end.count))
    }

    /// The cells of each row of a table.
    var tableRows: [[String]] {
        lines.filter { $0.hasPrefix("| ") }.map { line in
            line.split(separator: "|").map { $0.split(separator: " ").joined(separator: " ") }
        }
    }
}
