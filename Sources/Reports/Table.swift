/// A table of a report.
public struct Table: Hashable, Sendable {
    /// What stands above the table.
    public var title: String?
    /// The columns from left to right.
    public var columns: [Column]
    /// The rows; each has one value for each column, in their order.
    public var rows: [[CellValue]]

    /// A table. A row that is shorter than `columns` is filled up with nothing, a longer one is cut.
    public init(title: String? = nil, columns: [Column], rows: [[CellValue]]) {
        self.title = title
        self.columns = columns
        self.rows = rows.map { row in
            row.count == columns.count
                ? row
                : Array(row.prefix(columns.count)) + Array(repeating: .null, count: max(0, columns.count - row.count))
        }
    }
}
