import CSV

/// Writes the tables of a report as CSV files; charts, texts and notes are left out.
public struct CSVFormat: Hashable, Sendable {
    /// How the files are written.
    public var options: CSVOptions
    /// The language of the word in front of totals.
    public var locale: ReportLocale

    /// CSV with options.
    public init(options: CSVOptions = .rfc4180, locale: ReportLocale = .en) {
        self.options = options
        self.locale = locale
    }

    /// One file for each table: the first without a suffix, then `-2`, `-3` …
    ///
    /// Numbers are written without grouping and currency, shares as they are, dates as ISO texts, booleans as `true`
    /// and `false`. Text that a spreadsheet would run as a formula gets an apostrophe in front.
    public func render(_ report: Report) -> [ReportFile] {
        report.tables.enumerated().map { position, table in
            ReportFile(
                suffix: position == 0 ? "" : "-\(position + 1)", fileExtension: "csv", bytes: bytes(of: table))
        }
    }

    private func bytes(of table: Table) -> [UInt8] {
        let cell = CSVCell(options: options)
        var lines = CSVLines(options: options)
        var output = OutputBytes(capacity: (table.rows.count + 1) * table.columns.count * 10)
        lines.begin(to: &output)
        if options.header {
            write(table.columns.map { Formula.defused($0.heading) }, with: &lines, to: &output)
        }
        for row in table.rows {
            write(zip(row, table.columns).map { cell.text($0, format: $1.format) }, with: &lines, to: &output)
        }
        if options.totals, table.columns.contains(where: { $0.total != nil }) {
            write(totals(of: table, with: cell), with: &lines, to: &output)
        }
        return output.array
    }

    private func totals(of table: Table, with cell: CSVCell) -> [String] {
        var hasLabel = false
        return table.columns.enumerated().map { position, column in
            guard let kind = column.total else {
                defer { hasLabel = true }
                return hasLabel ? "" : locale.total
            }
            switch ColumnTotal(kind, of: table.rows, at: position).value {
            case .number(let number): return cell.text(number)
            case .cell(let value): return cell.text(value, format: column.format)
            case nil: return ""
            }
        }
    }

    private func write(_ texts: [String], with lines: inout CSVLines, to output: inout OutputBytes) {
        for text in texts { lines.cell(harmless: text, to: &output) }
        lines.endLine(to: &output)
    }
}
