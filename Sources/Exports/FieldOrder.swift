import Glibc

/// Which column each member of an item goes to.
///
/// The items of a list have their members in one order, so the name that followed last time is compared first, and it
/// nearly always is the right one.
struct FieldOrder {
    /// A name that has been met. The names' letters lie in one piece, one behind the other.
    private struct Name {
        let start: Int
        let count: Int
        let column: Int?
        /// The name that followed it last.
        var next: Int
        /// How often it came, where it has no column.
        var items = 0
    }

    /// More names than any list has. Those beyond are only counted, so that no answer can fill the memory.
    static let mostNames = 2_000

    /// The columns in their order.
    let columns: [String]
    private let columnsByKey: [String: Int]
    private var names: [Name] = []
    private var letters: [UInt8] = []
    private var first = 0
    private var expected = 0
    private var previous: Int?

    /// - Parameter isLenient: whether `RESPONSIBLE_ID` is also the column of `responsibleId`: some methods are asked
    ///   for fields in one spelling and answer in the other.
    init(columns: [String], isLenient: Bool) {
        self.columns = columns
        let keys = columns.enumerated().map { (isLenient ? Self.key($1) : $1, $0) }
        columnsByKey = Dictionary(keys) { first, _ in first }
        self.isLenient = isLenient
    }

    private let isLenient: Bool

    /// Begins with the next item.
    @inline(__always)
    mutating func beginItem() {
        previous = nil
        expected = first
    }

    /// The column of the item's next member; nil where it has none.
    @inline(__always)
    mutating func column(of name: UnsafeBufferPointer<UInt8>) -> Int? {
        guard expected < names.count, isName(expected, name) else { return searchedColumn(of: name) }
        previous = expected
        let found = names[expected]
        if found.column == nil { names[expected].items += 1 }
        expected = found.next
        return found.column
    }

    private mutating func searchedColumn(of name: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let found = index(of: name) ?? added(name) else { return nil }
        if let previous { names[previous].next = found } else { first = found }
        previous = found
        expected = names[found].next
        if names[found].column == nil { names[found].items += 1 }
        return names[found].column
    }

    @inline(__always)
    private func isName(_ index: Int, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
        guard names[index].count == name.count, let other = name.baseAddress else { return false }
        return letters.withUnsafeBufferPointer { letters in
            letters.baseAddress.map { memcmp($0 + names[index].start, other, name.count) == 0 } ?? true
        }
    }

    /// Looks from the expected name on, as a member that this item doesn't have is the usual reason.
    private func index(of name: UnsafeBufferPointer<UInt8>) -> Int? {
        let start = min(expected, names.count)
        return (start..<names.count).first { isName($0, name) } ?? (0..<start).first { isName($0, name) }
    }

    private mutating func added(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard names.count < Self.mostNames else { return nil }
        let text = String(decoding: bytes, as: UTF8.self)
        let column = columnsByKey[isLenient ? Self.key(text) : text]
        names.append(Name(start: letters.count, count: bytes.count, column: column, next: names.count + 1))
        letters.append(contentsOf: bytes)
        return names.count - 1
    }

    private static func key(_ name: String) -> String { name.lowercased().filter { $0 != "_" } }

    /// All names that have been met.
    var known: [String] { names.map { text(of: $0) } }

    /// The names without a column, and how many items have them.
    var leftOut: [(name: String, items: Int)] {
        names.filter { $0.column == nil }.map { (text(of: $0), $0.items) }
    }

    /// The columns that no item had.
    var missing: [String] {
        let met = Set(names.compactMap(\.column))
        return columns.indices.filter { !met.contains($0) }.map { columns[$0] }
    }

    private func text(of name: Name) -> String {
        String(decoding: letters[name.start..<name.start + name.count], as: UTF8.self)
    }
}
