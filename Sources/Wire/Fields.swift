/// Writes a message's fields: numbers as 4 bytes little endian, bytes with their length before them.
struct FieldWriter {
    private(set) var bytes: [UInt8] = []

    mutating func number(_ value: UInt32) {
        for shift in stride(from: 0, to: 32, by: 8) { bytes.append(UInt8(truncatingIfNeeded: value >> shift)) }
    }

    mutating func field(_ value: some Collection<UInt8>) {
        number(UInt32(truncatingIfNeeded: value.count))
        bytes.append(contentsOf: value)
    }

    mutating func field(_ value: String) { field(Array(value.utf8)) }
}

/// Reads a message's fields.
struct FieldReader {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) { rest = bytes[...] }

    mutating func number() throws(WireError) -> UInt32 {
        guard rest.count >= 4 else { throw .truncated }
        let value = (0..<4).reduce(UInt32(0)) { $0 | UInt32(rest[rest.startIndex + $1]) << UInt32(8 * $1) }
        rest = rest.dropFirst(4)
        return value
    }

    mutating func field() throws(WireError) -> [UInt8] {
        let length = Int(try number())
        guard rest.count >= length else { throw .truncated }
        defer { rest = rest.dropFirst(length) }
        return Array(rest.prefix(length))
    }

    mutating func text() throws(WireError) -> String { String(decoding: try field(), as: UTF8.self) }

    /// What is left, as the last field.
    mutating func remainder() -> [UInt8] {
        defer { rest = [] }
        return Array(rest)
    }
}
