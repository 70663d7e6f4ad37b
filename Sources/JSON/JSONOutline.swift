import CSimdJSON

/// Where the upper levels of a JSON text lie in its bytes.
///
/// Finding them costs a fraction of a parse, and the slices can be handed on as they are. What lies below the
/// wanted depth is only skipped: whoever parses a slice finds its mistakes.
public struct JSONOutline: Sendable {
    /// A value of the upper levels.
    public struct Entry: Sendable {
        /// Its place in the text.
        public let range: Range<Int>
        /// Its first byte, which tells what it is.
        let kind: UInt8

        /// Whether it is an object.
        public var isObject: Bool { kind == UInt8(ascii: "{") }
        /// Whether it is an array.
        public var isArray: Bool { kind == UInt8(ascii: "[") }
    }

    /// Identifies an entry of this outline.
    public typealias ID = Int

    private let entries: [csj_entry]
    private let names: [UInt8]

    /// Outlines `bytes` down to `depth` levels below the root.
    public init(of bytes: some Collection<UInt8>, depth: Int) throws(JSONError) {
        guard let parser = csj_parser_new() else { throw JSONError(code: 0) }
        defer { csj_parser_free(parser) }
        var found = csj_outline()
        let outline = { (buffer: UnsafeBufferPointer<UInt8>) in
            csj_outline_to(parser, buffer.baseAddress, buffer.count, Int32(clamping: depth), &found)
        }
        let code = bytes.withContiguousStorageIfAvailable(outline) ?? Array(bytes).withUnsafeBufferPointer(outline)
        guard code == 0 else { throw JSONError(code: code) }
        entries = Array(UnsafeBufferPointer(start: found.entries, count: found.count))
        names = Array(UnsafeRawBufferPointer(start: found.names, count: found.names_length))
    }

    /// The root.
    public var root: ID { 0 }

    /// All entries in the order of the text.
    public var ids: Range<ID> { entries.indices }

    /// The members or elements of an entry, in order.
    public func children(of id: ID) -> Children {
        Children(entries: entries, position: id + 1, end: Int(entries[id].after))
    }

    /// How many members or elements an entry has.
    public func count(of id: ID) -> Int { children(of: id).reduce(into: 0) { count, _ in count += 1 } }

    /// The member of that name.
    public func member(_ name: String, of id: ID) -> ID? {
        children(of: id).first { isNamed(name, $0) }
    }

    /// Whether an entry has that name.
    public func isNamed(_ name: String, _ id: ID) -> Bool {
        Int(entries[id].name_length) == name.utf8.count && nameBytes(of: id).elementsEqual(name.utf8)
    }

    /// An entry's name in its object; empty for an array's element and for the root.
    public func name(of id: ID) -> String { String(decoding: nameBytes(of: id), as: UTF8.self) }

    /// An entry.
    public subscript(id: ID) -> Entry {
        let entry = entries[id]
        return Entry(range: entry.offset..<(entry.offset + entry.length), kind: entry.kind)
    }

    private func nameBytes(of id: ID) -> ArraySlice<UInt8> {
        let start = Int(entries[id].name_offset)
        return names[start..<(start + Int(entries[id].name_length))]
    }

    /// Walks over the members or elements of an entry.
    public struct Children: Sequence, IteratorProtocol {
        fileprivate let entries: [csj_entry]
        fileprivate var position: ID
        fileprivate let end: ID

        /// The next of them.
        public mutating func next() -> ID? {
            guard position < end else { return nil }
            defer { position = Int(entries[position].after) }
            return position
        }
    }
}
