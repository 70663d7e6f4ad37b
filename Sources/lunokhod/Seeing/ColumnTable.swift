import Reports

/// Rows under headings. The last column has the room that the others leave, and gives way first.
struct ColumnTable {
    /// What stands in one place.
    struct Cell {
        let text: String
        var style: Terminal.Style?

        init(_ text: String, _ style: Terminal.Style? = nil) {
            // A row is one line, whatever its texts hold.
            self.text = text.split(whereSeparator: \.isNewline).joined(separator: " ")
            self.style = style
        }
    }

    /// The words above the columns.
    let headings: [String]
    /// The column that a narrow terminal goes without.
    var spare: Int?
    /// The rows, each with a cell for each heading.
    var rows: [[Cell]] = []

    /// The last column is worth having from so many letters on.
    private static let least = 24

    /// The table's lines, with the headings where a person looks at it.
    func lines(on paper: Paper) -> [String] {
        var columns = Array(headings.indices)
        if let spare, let width = paper.width, width - taken(by: columns) < Self.least {
            columns.removeAll { $0 == spare }
        }
        let heading =
            paper.width == nil
            ? [] : [paper.styled(line(headings.map { Cell($0) }, columns, .plain(width: paper.width)), .dim)]
        return heading + rows.map { line($0, columns, paper) }
    }

    private func width(of column: Int) -> Int {
        rows.reduce(DisplayWidth.of(headings[column])) { max($0, DisplayWidth.of($1[column].text)) }
    }

    private func taken(by columns: [Int]) -> Int { columns.dropLast().reduce(0) { $0 + width(of: $1) + 2 } }

    private func line(_ row: [Cell], _ columns: [Int], _ paper: Paper) -> String {
        var line = ""
        for column in columns.dropLast() {
            line += styled(TextFit.padded(row[column].text, to: width(of: column)), row[column].style, paper) + "  "
        }
        guard let last = columns.last else { return line }
        let room = paper.width.map { max(0, $0 - taken(by: columns)) }
        let text = room.map { TextFit.cut(row[last].text, to: $0) } ?? row[last].text
        return line + styled(text, row[last].style, paper)
    }

    private func styled(_ text: String, _ style: Terminal.Style?, _ paper: Paper) -> String {
        style.map { paper.styled(text, $0) } ?? text
    }
}
