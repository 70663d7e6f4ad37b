import Spelling

/// What the vendor documents of the portal's methods.
///
/// It is read where it lies in the program: nothing is built at start.
public enum Catalogue {
    /// The documented facts of a method, or nil if it isn't documented.
    public static func method(_ name: String) -> MethodFacts? {
        let wanted = Array(name.utf8)
        var lines = TableLines(table: methodTable)
        while let line = lines.next() {
            guard line.starts(with: wanted), line.count > wanted.count,
                line[line.startIndex + wanted.count] == separator
            else { continue }
            return MethodFacts(line: String(decoding: line, as: UTF8.self))
        }
        return nil
    }

    /// The documented name nearest to a wrong one.
    public static func nearest(to name: String) -> String? {
        NearestName(among: names).nearest(to: name)
    }

    /// The names of all documented methods.
    public static var names: [String] {
        var names: [String] = []
        var lines = TableLines(table: methodTable)
        while let line = lines.next() {
            names.append(String(decoding: line.prefix { $0 != separator }, as: UTF8.self))
        }
        return names
    }

    static let separator = UInt8(ascii: "|")
}

/// Walks over the lines of a text that lies in the program.
private struct TableLines {
    private var rest: Slice<UnsafeBufferPointer<UInt8>>

    init(table: StaticString) {
        let bytes = UnsafeBufferPointer(start: table.utf8Start, count: table.utf8CodeUnitCount)
        rest = bytes[...]
    }

    mutating func next() -> Slice<UnsafeBufferPointer<UInt8>>? {
        guard !rest.isEmpty else { return nil }
        let line = rest.prefix { $0 != UInt8(ascii: "\n") }
        rest = rest[min(line.endIndex + 1, rest.endIndex)...]
        return line
    }
}
