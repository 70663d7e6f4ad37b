import Spelling

/// What the vendor documents of the portal's methods.
///
/// It is read where it lies in the program: nothing is built at start.
public enum Catalogue {
    /// The documented facts of a method, or nil if it isn't documented.
    public static func method(_ name: String, version: PortalCall.Version = .two) -> MethodFacts? {
        withLine(of: name, version) { MethodFacts(line: String(decoding: $0, as: UTF8.self)) }
    }

    /// Whether a method changes something; nil if it isn't documented.
    static func isWrite(_ name: String, version: PortalCall.Version) -> Bool? {
        withLine(of: name, version) { line in
            line.firstIndex(of: separator).map { line[$0 + 1] == UInt8(ascii: "w") } ?? true
        }
    }

    /// The portal takes names in capital and small letters alike.
    private static func withLine<Value>(
        of name: String, _ version: PortalCall.Version, _ read: (Slice<UnsafeBufferPointer<UInt8>>) -> Value
    ) -> Value? {
        let table = UnsafeBufferPointer(start: methodTable.utf8Start, count: methodTable.utf8CodeUnitCount)
        var wanted = version == .three ? name + "@3" : name
        if let found = wanted.withUTF8({ line(of: $0, in: table).map(read) }) { return found }
        let small = wanted.utf8.map(\.small)
        var lines = TableLines(table: methodTable)
        while let line = lines.next() {
            let isWanted = line.prefix { $0 != separator }.lazy.map(\.small).elementsEqual(small)
            if isWanted { return read(line) }
        }
        return nil
    }

    /// Finds the line that begins with a name; lines are sorted by their names.
    private static func line(
        of wanted: UnsafeBufferPointer<UInt8>, in table: UnsafeBufferPointer<UInt8>
    ) -> Slice<UnsafeBufferPointer<UInt8>>? {
        var low = table.startIndex
        var high = table.endIndex
        while low < high {
            var start = (low + high) / 2
            while start > low, table[start - 1] != newline { start -= 1 }
            let line = table[start..<high].prefix { $0 != newline }
            let name = line.prefix { $0 != separator }
            if name.elementsEqual(wanted) { return line }
            if name.lexicographicallyPrecedes(wanted) { low = line.endIndex + 1 } else { high = start }
        }
        return nil
    }

    private static let newline = UInt8(ascii: "\n")

    /// The documented name nearest to a wrong one.
    public static func nearest(to name: String) -> String? {
        NearestName(among: names).nearest(to: name)
    }

    /// The names of all documented methods of REST 2.
    public static var names: [String] {
        var names: [String] = []
        var lines = TableLines(table: methodTable)
        while let line = lines.next() {
            let name = String(decoding: line.prefix { $0 != separator }, as: UTF8.self)
            if !name.hasSuffix("@3") { names.append(name) }
        }
        return names
    }

    static let separator = UInt8(ascii: "|")
}

extension UInt8 {
    /// A letter as a small one.
    fileprivate var small: UInt8 { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self | 0x20 : self }
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
