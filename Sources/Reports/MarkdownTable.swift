/// A table of GitHub's Markdown with its columns aligned.
struct MarkdownTable {
    /// Cells up to this width line up; a longer one stands out instead of making all the others as wide.
    private static let widestPadding = 60

    private let alignments: [Alignment]
    private let widths: [Int]
    private let rows: [[String]]

    /// `rows` begins with the headings. All cells are Markdown already; every row has as many as there are alignments.
    init(rows: [[String]], alignments: [Alignment]) {
        self.rows = rows
        self.alignments = alignments
        var widths = [Int](repeating: 3, count: alignments.count)
        for row in rows {
            for (position, cell) in row.enumerated() {
                let width = DisplayWidth.of(cell)
                if width <= MarkdownTable.widestPadding { widths[position] = max(widths[position], width) }
            }
        }
        self.widths = widths
    }

    func write(to output: inout [UInt8]) {
        output.reserveCapacity(output.count + (widths.reduce(1, +) + widths.count * 3) * (rows.count + 1))
        for (position, row) in rows.enumerated() {
            write(row, to: &output)
            if position == 0 { writeRule(to: &output) }
        }
    }

    private func write(_ row: [String], to output: inout [UInt8]) {
        for (position, cell) in row.enumerated() {
            let space = max(0, widths[position] - DisplayWidth.of(cell))
            let before =
                switch alignments[position] {
                case .left: 0
                case .right: space
                case .center: space / 2
                }
            output.append(contentsOf: "| ".utf8)
            output.append(contentsOf: repeatElement(0x20, count: before))
            output.append(contentsOf: cell.utf8)
            output.append(contentsOf: repeatElement(0x20, count: space - before + 1))
        }
        output.append(contentsOf: "|\n".utf8)
    }

    private func writeRule(to output: inout [UInt8]) {
        for (position, alignment) in alignments.enumerated() {
            let width = widths[position]
            let rule =
                switch alignment {
                case .left: String(repeating: "-", count: width)
                case .right: String(repeating: "-", count: width - 1) + ":"
                case .center: ":" + String(repeating: "-", count: width - 2) + ":"
                }
            output.append(contentsOf: "| \(rule) ".utf8)
        }
        output.append(contentsOf: "|\n".utf8)
    }
}
