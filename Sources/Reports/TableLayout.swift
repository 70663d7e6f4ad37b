/// How a table's columns are written and aligned, and its totals.
struct TableLayout {
    let texts: [CellText]
    let alignments: [Alignment]
    let totals: [ColumnTotal?]
    private let locale: ReportLocale

    init(_ table: Table, currency: String?, locale: ReportLocale) {
        self.locale = locale
        var texts: [CellText] = []
        var alignments: [Alignment] = []
        var totals: [ColumnTotal?] = []
        for (position, column) in table.columns.enumerated() {
            let values = table.rows.lazy.map { $0[position] }
            let total = column.total.map { ColumnTotal($0, of: table.rows, at: position) }
            texts.append(CellText(column, values: values, total: total, currency: currency, locale: locale))
            alignments.append(column.alignment ?? TableLayout.alignment(column, values))
            totals.append(total)
        }
        self.texts = texts
        self.alignments = alignments
        self.totals = totals
    }

    private static func alignment(_ column: Column, _ values: some Sequence<CellValue>) -> Alignment {
        if let format = column.format { return format.isNumeric ? .right : .left }
        var hasNumbers = false
        for value in values {
            if value.isNumber { hasNumbers = true } else if !value.isEmpty { return .left }
        }
        return hasNumbers ? .right : .left
    }

    /// Headings, rows and, where a column asks for one, the row of totals, as Markdown.
    func markdownRows(_ table: Table) -> [[String]] {
        var rows = [table.columns.map { MarkdownText.cell($0.heading) }]
        rows.reserveCapacity(table.rows.count + 2)
        for row in table.rows {
            rows.append(row.indices.map { MarkdownText.cell(texts[$0].text(row[$0])) })
        }
        if let totals = totalTexts() {
            rows.append(totals.map { $0.isEmpty ? "" : "**\(MarkdownText.cell($0))**" })
        }
        return rows
    }

    /// The row of totals, the word for it in its first free cell; nil where no column asks for a total.
    private func totalTexts() -> [String]? {
        guard totals.contains(where: { $0 != nil }) else { return nil }
        var cells = totals.indices.map { index in
            totals[index].map { texts[index].text($0) + ($0.leftOut > 0 ? "*" : "") } ?? ""
        }
        if let free = totals.firstIndex(of: nil) {
            cells[free] = locale.total
        } else {
            cells[0] = "\(locale.total): \(cells[0])"
        }
        return cells
    }

    /// What explains the asterisks at the totals.
    func remarks(_ table: Table) -> [String] {
        totals.indices.compactMap { index in
            guard let total = totals[index], total.leftOut > 0 else { return nil }
            return "\\* " + MarkdownText.inline(locale.leftOut(total.leftOut, of: table.columns[index].heading))
        }
    }
}
