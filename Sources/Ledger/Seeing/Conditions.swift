import GRDB

/// The conditions of a query and the values in them.
struct Conditions {
    private var texts: [String] = []
    private(set) var arguments = StatementArguments()

    /// Adds a condition with one `?`, unless there is no value for it.
    mutating func add(_ text: String, _ value: (any DatabaseValueConvertible)?) {
        guard let value else { return }
        texts.append(text)
        arguments += [value]
    }

    /// Adds that a column has one of some values, unless there are none.
    mutating func add(_ column: String, oneOf values: [String]) {
        guard !values.isEmpty else { return }
        texts.append("\(column) IN (\(values.map { _ in "?" }.joined(separator: ", ")))")
        for value in values { arguments += [value] }
    }

    /// ` WHERE …`, or nothing.
    var sql: String {
        texts.isEmpty ? "" : " WHERE " + texts.joined(separator: " AND ")
    }

    /// Rows of a table that meet them, those with the greatest numbers first.
    func newest(of table: String, most: Int, in db: Database) throws -> [Row] {
        try db.rows("SELECT * FROM \(table)\(sql) ORDER BY id DESC LIMIT ?", arguments + [max(0, most)])
    }
}
