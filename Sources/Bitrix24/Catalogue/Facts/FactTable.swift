/// A table of facts that lies in the program as a text: records sorted by their names, each a line that begins with
/// the name and lines below it that are indented or begin with one of `<`, `#`, `+`.
///
/// Nothing of it is read before somebody looks for a record, and then only what lies on the way to it.
struct FactTable: Sequence {
    typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

    private let bytes: UnsafeBufferPointer<UInt8>

    init(_ text: StaticString) {
        bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    }

    /// Finds the record of a name.
    func record(_ name: String) -> FactRecord? {
        var name = name
        return name.withUTF8 { find($0) }
    }

    private func find(_ wanted: UnsafeBufferPointer<UInt8>) -> FactRecord? {
        var low = bytes.startIndex
        var high = bytes.endIndex
        while low < high {
            let start = recordStart(before: (low + high) / 2, from: low)
            let record = FactRecord(bytes[start..<high])
            if record.nameBytes.elementsEqual(wanted) { return record }
            if record.nameBytes.lexicographicallyPrecedes(wanted) {
                low = Swift.min(record.end + 1, high)
            } else {
                high = start
            }
        }
        return nil
    }

    /// Where the record begins that holds a byte.
    private func recordStart(before index: Int, from low: Int) -> Int {
        var start = index
        while start > low {
            if bytes[start - 1] == FactRecord.newline, !FactRecord.continues(bytes[start]) { break }
            start -= 1
        }
        return start
    }

    func makeIterator() -> AnyIterator<FactRecord> {
        var rest = bytes[...]
        return AnyIterator {
            guard !rest.isEmpty else { return nil }
            let record = FactRecord(rest)
            rest = rest[Swift.min(record.end + 1, rest.endIndex)...]
            return record
        }
    }
}

/// One record of a table. It lies in the program, so it can be kept and costs nothing to copy.
struct FactRecord: @unchecked Sendable {
    private let bytes: FactTable.Bytes

    /// The record that `rest` begins with.
    init(_ rest: FactTable.Bytes) {
        var end = rest.startIndex
        while end < rest.endIndex {
            if rest[end] == Self.newline, end + 1 == rest.endIndex || !Self.continues(rest[end + 1]) { break }
            end += 1
        }
        bytes = rest[rest.startIndex..<end]
    }

    /// Where its newline is, in the table.
    var end: Int { bytes.endIndex }

    var nameBytes: FactTable.Bytes { bytes.prefix { $0 != Self.separator && $0 != Self.newline } }

    var name: String { String(decoding: nameBytes, as: UTF8.self) }

    /// The parts of its first line, the name among them.
    var head: [String] {
        String(decoding: bytes.prefix { $0 != Self.newline }, as: UTF8.self).parts(by: "|")
    }

    /// The first letter of the line's second part, without reading anything else.
    var flag: UInt8? {
        let index = nameBytes.endIndex + 1
        return index < bytes.endIndex ? bytes[index] : nil
    }

    /// The lines below the first one.
    var lines: some Sequence<Substring> {
        String(decoding: bytes.drop { $0 != Self.newline }, as: UTF8.self).utf8
            .split(separator: Self.newline).lazy.map { Substring($0) }
    }

    /// Whether a line that begins so belongs to the record before it.
    static func continues(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: "#") || byte == UInt8(ascii: "+")
    }

    static let newline = UInt8(ascii: "\n")
    private static let separator = UInt8(ascii: "|")
}
