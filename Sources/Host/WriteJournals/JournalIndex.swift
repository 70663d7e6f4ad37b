import Bitrix24

/// Where in a journal's file the latest line about each row is.
///
/// A row takes some dozens of bytes, however long its key: an import may have a million.
struct JournalIndex {
    /// What a row is known by: its key's hash, long enough that no two rows share one.
    private struct Print: Hashable {
        let one: Int
        let other: Int

        init(_ key: String) {
            var hasher = Hasher()
            hasher.combine(key)
            one = hasher.finalize()
            hasher = Hasher()
            hasher.combine(one)
            hasher.combine(key)
            other = hasher.finalize()
        }
    }

    /// What is known of a row.
    enum Place: Hashable {
        /// It was begun, and no line tells its end.
        case begun
        /// The line at this offset tells it.
        case line(Int)
    }

    /// The offset of the line; -1 while there is none.
    private var offsets: [Print: Int] = [:]

    subscript(key: String) -> Place? {
        offsets[Print(key)].map { $0 < 0 ? .begun : .line($0) }
    }

    /// Takes notice of a line.
    mutating func note(_ line: JournalLine, at offset: Int) {
        switch line {
        case .header: break
        case .begin(let keys): for key in keys { offsets[Print(key)] = -1 }
        case .entry(let key, .begun): offsets[Print(key)] = -1
        case .entry(let key, _): offsets[Print(key)] = offset
        }
    }
}
