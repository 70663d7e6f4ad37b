import Bitrix24
import DemoPortal
import FoundationEssentials
import Testing

/// The documentation's Swift code is that of `Examples.swift`, which is compiled and run.
@Suite struct DocumentedCodeTests {
    private static let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4)
        .joined(separator: "/")
    static let articles = "Sources/Bitrix24/Bitrix24.docc"
    static let pages: [String] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(root)/\(articles)")) ?? []
        return ["README.md", "README.ru.md"] + names.filter { $0.hasSuffix(".md") }.sorted().map { "\(articles)/\($0)" }
    }()

    private static func lines(_ name: String) throws -> [Substring] {
        try String(contentsOfFile: "\(root)/\(name)", encoding: .utf8)
            .split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// The texts between lines that are `start` and `end`, moved to the left edge.
    static func blocks(in lines: [Substring], from start: String, to end: String) -> [String] {
        var blocks: [String] = []
        var block: [Substring]?
        for line in lines {
            let bare = line.drop { $0 == " " }
            if block == nil, bare == start {
                block = []
            } else if let found = block, bare == end {
                let margin = found.filter { !$0.isEmpty }.map { $0.prefix { $0 == " " }.count }.min() ?? 0
                blocks.append(found.map { String($0.dropFirst(margin)) }.joined(separator: "\n"))
                block = nil
            } else {
                block?.append(line)
            }
        }
        return blocks
    }

    private static func examples() throws -> [String] {
        blocks(in: try lines("Tests/Bitrix24Tests/Codable/Examples.swift"), from: "// example", to: "// end")
    }

    @Test("a page's Swift code is an example that is compiled", arguments: pages)
    func code(_ page: String) throws {
        let examples = try Self.examples()
        for block in Self.blocks(in: try Self.lines(page), from: "```swift", to: "```") {
            #expect(examples.contains(block), "\(page) has code that is not in Examples.swift:\n\(block)")
        }
    }

    @Test("every example is on a page")
    func shown() throws {
        let blocks = try Self.pages.flatMap { Self.blocks(in: try Self.lines($0), from: "```swift", to: "```") }
        for example in try Self.examples() {
            #expect(blocks.contains(example), "no page has the example:\n\(example)")
        }
    }

    @Test("the examples do on the demo portal what they say")
    func run() async throws {
        try await TestPortal.demo(deals: 120).serve { address in
            try await Examples.overview(webhook: address.webhook)
            try await Examples.start(webhook: address.webhook)
            try await withPortal(webhook: address.webhook) { portal in
                try await Examples.changes(portal, closes: Date(timeIntervalSince1970: 1_800_000_000))
                try await Examples.member(portal)
                try await Examples.list(portal)
                try await Examples.pages(portal)
                try await Examples.collect(portal)
                try await Examples.references(portal)
                try await Examples.many(portal)
                #expect(try await Examples.errors(portal)?.execution == .answered)
            }
        }
        try await Examples().newDealsAreOpen()
    }
}
