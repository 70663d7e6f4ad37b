import DemoPortal
import FoundationEssentials
import Testing
import Timetable

/// What the READMEs show is what the program does.
@Suite struct ReadmeTests {
    static let names = ["README.md", "README.ru.md"]

    /// Compares a region of a page with what it must be; `UPDATE_README=1 swift test --filter ReadmeTests` writes it.
    private func expect(_ page: String, _ region: String, is wanted: String) throws {
        if ProcessInfo.processInfo.environment["UPDATE_README"] == "1" {
            try MarkdownPage(page).rewrite(region, as: wanted)
        }
        #expect(try MarkdownPage(page).region(region) == wanted)
    }

    @Test("a README's script is the file that it names", arguments: names)
    func script(_ page: String) throws {
        let script = try String(contentsOfFile: WeeklyReportTests.script, encoding: .utf8)
        try expect(page, "weekly-sales-script", is: "```lua\n\(script)```\n")
    }

    @Test("a README's report is what that script writes in the week that it names")
    func report() async throws {
        let workspace = try Workspace()
        let today = try #require(CivilDate(year: 2026, month: 11, day: 23))
        try await DemoPortal(options: DemoPortalOptions(today: today)).serve { address in
            let program = Program(
                workspace: workspace,
                environment: ["LUNOKHOD_WEBHOOK": address.webhook, "LUNOKHOD_ZONE": "Europe/Moscow"])
            let result = try await program.run("run", WeeklyReportTests.script, "--period", "2026-W47")
            #expect(result.code == 0, "\(result.errors)")
        }
        let markdown = String(decoding: workspace.read("out/weekly-sales-2026-W47.md") ?? [], as: UTF8.self)
        #expect(markdown.hasPrefix("# "))
        // The report has a fence of its own, so the one around it is longer.
        for page in Self.names { try expect(page, "weekly-sales", is: "````markdown\n\(markdown)````\n") }
    }

    @Test("both READMEs have the same code, commands, settings, links and order")
    func twins() throws {
        let outlines = try Self.names.map { name in
            let page = try MarkdownPage(name)
            return page.code.map(\.language) + page.tableRows.flatMap { $0 }.flatMap(Self.untranslated)
                + page.lines.flatMap(Self.links) + page.lines.compactMap(Self.depth)
        }
        let (english, russian) = (outlines[0], outlines[1])
        #expect(english == russian)
        #expect(english.contains("--period") && english.contains("docs/guide.md") && english.contains("sh"))
    }

    /// The flags and the variables in a cell.
    private static func untranslated(_ cell: String) -> [String] {
        cell.split { !$0.isASCII || !($0.isLetter || $0.isNumber || "-_".contains($0)) }.map(String.init)
            .filter { $0.hasPrefix("--") && $0.contains(where: \.isLetter) || $0.hasPrefix("LUNOKHOD_") }
    }

    private static func links(_ line: Substring) -> [String] {
        line.split(separator: "](").dropFirst().compactMap { $0.split(separator: ")").first.map(String.init) }
            .filter { !$0.hasPrefix("README") }
    }

    /// How deep a heading is; nil for other lines.
    private static func depth(_ line: Substring) -> String? {
        line.hasPrefix("#") ? String(line.prefix { $0 == "#" }) : nil
    }

    @Test("every file that a page of the documentation links to is there")
    func linked() throws {
        var count = 0
        for page in try MarkdownPage.all {
            let folder = page.name.split(separator: "/").dropLast().map { $0 + "/" }.joined()
            for link in page.lines.flatMap(Self.links) where !link.hasPrefix("http") && !link.hasPrefix("#") {
                let file = link.split(separator: "#").first.map(String.init) ?? ""
                let path = "\(MarkdownPage.repository)/\(folder)\(file)"
                #expect(FileManager.default.fileExists(atPath: path), "\(page.name) links to \(link)")
                count += 1
            }
        }
        #expect(count > 8)
    }
}
