import Testing
import Trials

@testable import Reports

@Suite("Text inside Markdown")
struct MarkdownTextTests {
    @Test(
        "What means something in Markdown is escaped in a cell",
        arguments: [
            ("a|b", "a\\|b"), ("a\\|b", "a\\\\\\|b"), ("*x* `y` ~z~", "\\*x\\* \\`y\\` \\~z\\~"),
            ("<script>", "\\<script>"), ("[a](b)", "\\[a\\](b)"), ("![a](b)", "!\\[a\\](b)"), ("$x$", "\\$x\\$"),
            ("$5", "$5"),
            ("&lt; a & b &#35;", "\\&lt; a & b \\&#35;"), ("LAST_NAME", "LAST_NAME"),
            ("_x_ a_ _b", "\\_x\\_ a\\_ \\_b"),
            ("ФИО_1", "ФИО_1"), ("a\nb\r\nc\rd\u{2028}e", "a<br>b<br>c<br>d<br>e"), ("  a\tb \n", "a b"),
            ("a\u{1B}[31mb\0", "a\u{FFFD}\\[31mb\u{FFFD}"), ("\u{202E}abc", "\u{FFFD}abc"),
            ("# 1. - + >", "# 1. - + >"),
            ("Иванов — «Ромашка», 5 %", "Иванов — «Ромашка», 5 %"),
        ])
    func cells(text: String, markdown: String) {
        #expect(MarkdownText.cell(text) == markdown)
    }

    @Test(
        "A line can't become a heading, a list, a quotation or a rule",
        arguments: [
            ("# x", "\\# x"), ("- x", "\\- x"), ("---", "\\---"), ("===", "\\==="), ("> x", "\\> x"), ("+ x", "\\+ x"),
            ("1. x", "1\\. x"), ("12) x", "12\\) x"), ("7.", "7\\."), ("24.11.2026", "24.11.2026"), ("a\n# b", "a # b"),
            ("", ""),
        ])
    func lines(text: String, markdown: String) {
        #expect(MarkdownText.line(text) == markdown)
    }

    @Test("A heading keeps the number signs at its end")
    func headings() {
        #expect(MarkdownText.heading("Sales #") == "Sales \\#")
        #expect(MarkdownText.heading("Sales ##") == "Sales #\\#")
        #expect(MarkdownText.heading("#") == "\\#")
        #expect(MarkdownText.heading("C#") == "C#")
        #expect(MarkdownText.heading("Deal #5") == "Deal #5")
    }

    @Test("Whatever a cell holds, it stays one line without a bare pipe")
    func fuzz() throws {
        var random = SeededRandom(seed: 64)
        for _ in 0..<3_000 {
            let cell = MarkdownText.cell(HostileText.make(using: &random))
            try #require(!cell.contains { $0.isNewline } && HostileText.barePipes(in: cell) == 0)
            try #require(!cell.unicodeScalars.contains { MarkdownText.isHarmful($0) })
            // A backslash at the end would escape the cell's own border.
            try #require(cell.reversed().prefix { $0 == "\\" }.count % 2 == 0)
        }
    }
}
