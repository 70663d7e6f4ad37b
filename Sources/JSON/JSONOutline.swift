import CSimdJSON

/// Where the upper levels of a JSON text lie in its bytes.
///
/// Finding them costs a fraction of a parse, and the slices can be handed on as they are. What lies below the
/// wanted depth is only skipped: whoever parses a slice finds its mistakes.
public struct JSONOutline: Sendable {
    /// A value of the upper levels.
    public struct Entry: Sendable {
        /// Its name in its object; empty for an array's element and for the root.
        public let name: String
        /// Its place in the text.
        public let range: Range<Int>
        /// Whether it is an object, told by its first byte.
        public let isObject: Bool
        /// Whether it is an array.
        public let isArray: Bool
        let parent: Int
    }

    /// Identifies an entry of this outline.
    public typealias ID = Int

    /// All entries in the order of the text; the first is the root.
    public let entries: [Entry]

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
        entries = (0..<found.count).map { Entry(found.entries[$0], names: found.names) }
    }

    /// The root.
    public var root: ID { 0 }

    /// The members or elements of an entry, in order.
    public func children(of id: ID) -> [ID] {
        // A child lies behind its parent and before the parent's end.
        var found: [ID] = []
        var next = id + 1
        while next < entries.count, entries[next].range.lowerBound < entries[id].range.upperBound {
            if entries[next].parent == id { found.append(next) }
            next += 1
        }
        return found
    }

    /// The member of that name.
    public func member(_ name: String, of id: ID) -> ID? {
        children(of: id).first { entries[$0].name == name }
    }

    /// An entry.
    public subscript(id: ID) -> Entry { entries[id] }
}

extension JSONOutline.Entry {
    init(_ entry: csj_entry, names: UnsafePointer<CChar>?) {
        if let names, entry.name_length > 0 {
            let start = UnsafeRawPointer(names + Int(entry.name_offset))
            name = String(
                decoding: UnsafeRawBufferPointer(start: start, count: Int(entry.name_length)), as: UTF8.self)
        } else {
            name = ""
        }
        range = entry.offset..<(entry.offset + entry.length)
        isObject = entry.kind == UInt8(ascii: "{")
        isArray = entry.kind == UInt8(ascii: "[")
        parent = Int(entry.parent)
    }
}
