import FoundationEssentials
import GRDB

/// Statements that are prepared once for each connection.
extension Database {
    func run(_ sql: String, _ arguments: StatementArguments = []) throws {
        try cachedStatement(sql: sql).execute(arguments: arguments)
    }

    /// Runs a statement and says whether it has changed a row.
    func changes(_ sql: String, _ arguments: StatementArguments = []) throws -> Bool {
        try run(sql, arguments)
        return changesCount > 0
    }

    /// Runs a statement that inserts one row, and returns its number.
    func insert(_ sql: String, _ arguments: StatementArguments) throws -> Int {
        try run(sql, arguments)
        return Int(lastInsertedRowID)
    }

    func row(_ sql: String, _ arguments: StatementArguments = []) throws -> Row? {
        try Row.fetchOne(cachedStatement(sql: sql), arguments: arguments)
    }

    func rows(_ sql: String, _ arguments: StatementArguments = []) throws -> [Row] {
        try Row.fetchAll(cachedStatement(sql: sql), arguments: arguments)
    }

    func integer(_ sql: String, _ arguments: StatementArguments = []) throws -> Int? {
        try Int.fetchOne(cachedStatement(sql: sql), arguments: arguments)
    }

    func integers(_ sql: String, _ arguments: StatementArguments = []) throws -> [Int] {
        try Int.fetchAll(cachedStatement(sql: sql), arguments: arguments)
    }

    func exists(_ sql: String, _ arguments: StatementArguments = []) throws -> Bool {
        try integer("SELECT EXISTS (\(sql))", arguments) == 1
    }
}

extension Row {
    func stamp(_ column: String) -> Stamp? {
        (self[column] as Int?).map(Stamp.init(milliseconds:))
    }

    /// A moment of a column that is never empty.
    func moment(_ column: String) -> Stamp {
        Stamp(milliseconds: self[column])
    }

    func bytes(_ column: String) -> [UInt8]? {
        (self[column] as Data?).map { [UInt8]($0) }
    }
}

extension [UInt8] {
    /// The bytes as SQLite takes them.
    var blob: Data { Data(self) }
}
