/// Writes a report as GitHub Flavored Markdown that reads well as plain text, too.
public struct MarkdownFormat: Hashable, Sendable {
    /// The language of numbers, dates and the format's own words.
    public var locale: ReportLocale

    /// Markdown in a language.
    public init(locale: ReportLocale) {
        self.locale = locale
    }

    /// The report as one file. Titles and cells are escaped, texts and notes are Markdown of the script's author.
    public func render(_ report: Report) -> [ReportFile] {
        var page = Page(locale: locale, currency: report.currency)
        page.paragraph("# \(MarkdownText.heading(report.title))")
        if let period = report.periodLabel {
            page.paragraph("**\(locale.period):** \(MarkdownText.inline(period))")
        }
        for line in report.subtitle { page.paragraph(MarkdownText.line(line)) }
        for block in report.blocks { page.add(block) }
        if let generated = report.generated {
            page.paragraph("\(locale.generated): \(MarkdownText.inline(generated))")
        }
        return [ReportFile(fileExtension: "md", bytes: page.bytes)]
    }

    /// The text so far; an empty line stands between its parts.
    private struct Page {
        let locale: ReportLocale
        let currency: String?
        var bytes: [UInt8] = []

        mutating func paragraph(_ text: String) {
            if text.isEmpty { return }
            separate()
            bytes.append(contentsOf: text.utf8)
            bytes.append(0x0A)
        }

        mutating func add(_ block: Block) {
            switch block {
            case .text(let text): paragraph(text.trimmedLines.joined(separator: "\n"))
            case .note(let text):
                let lines = text.trimmedLines
                guard let first = lines.first else { return }
                let rest = lines.dropFirst().map { $0.isEmpty ? ">" : "> \($0)" }
                paragraph((["> **\(locale.note):** \(first)"] + rest).joined(separator: "\n"))
            case .table(let table): add(table)
            case .chart(let chart): add(chart)
            }
        }

        private mutating func add(_ table: Table) {
            title(table.title)
            guard !table.rows.isEmpty, !table.columns.isEmpty else {
                paragraph("*\(locale.noRows)*")
                return
            }
            let layout = TableLayout(table, currency: currency, locale: locale)
            separate()
            MarkdownTable(rows: layout.markdownRows(table), alignments: layout.alignments).write(to: &bytes)
            for remark in layout.remarks(table) { paragraph(remark) }
        }

        private mutating func add(_ chart: Chart) {
            title(chart.title)
            guard !chart.points.isEmpty else {
                paragraph("*\(locale.noRows)*")
                return
            }
            let lines = BarChart.lines(chart, currency: currency, locale: locale)
            // The fence must be longer than any row of backticks in a label.
            let longest = lines.reduce(2) { max($0, $1.longestRun(of: UInt8(ascii: "`"))) }
            let fence = String(repeating: "`", count: longest + 1)
            paragraph(([fence + "text"] + lines + [fence]).joined(separator: "\n"))
        }

        private mutating func title(_ title: String?) {
            if let title, !title.isEmpty { paragraph("## \(MarkdownText.heading(title))") }
        }

        private mutating func separate() {
            if !bytes.isEmpty { bytes.append(0x0A) }
        }
    }
}

extension String {
    /// The lines without white space at their ends, and without empty ones before and behind the text.
    fileprivate var trimmedLines: [String] {
        var lines = split(omittingEmptySubsequences: false) { $0.isNewline }.map { line in
            String(line.reversed().drop { $0.isWhitespace }.reversed())
        }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return Array(lines.drop { $0.isEmpty })
    }

    fileprivate func longestRun(of byte: UInt8) -> Int {
        var longest = 0
        var run = 0
        for other in utf8 {
            run = other == byte ? run + 1 : 0
            longest = Swift.max(longest, run)
        }
        return longest
    }
}
