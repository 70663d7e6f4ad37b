import CSV
import Glibc
import JSON

/// Writes items as JSON, one a line, byte for byte as they came but for the white space between the parts.
public struct JSONLItems: ItemWriter {
    private let parser = JSONParser()

    /// A writer.
    public init() {}

    /// Nothing: the fields go along with each item.
    public var warnings: [String] { [] }

    /// Nothing stands before the items.
    public func begin(to output: inout OutputBytes) {}

    /// Writes items, a line each.
    public mutating func append(
        _ items: [UInt8], atMost limit: Int, to output: inout OutputBytes
    ) throws(ExportError) -> Int {
        guard limit > 0 else { return 0 }
        // The parse refuses what is malformed, so that the walk over the bytes can trust them.
        let kind: UInt8
        do throws(JSONError) {
            kind = try items.withUnsafeBufferPointer { bytes throws(JSONError) in
                try parser.withTape(of: UnsafeRawBufferPointer(bytes)) {
                    Tape(words: $0, strings: $1).kind(at: Tape.root)
                }
            }
        } catch {
            throw .malformed(error)
        }
        guard kind == UInt8(ascii: "[") else { throw .notAList }
        // An item needs no more room than it takes here, its line feed that of the comma or the bracket behind it.
        let place = output.room(for: items.count)
        let (count, written) = items.withUnsafeBufferPointer { Self.write($0, atMost: limit, at: place) }
        output.advance(by: count)
        return written
    }

    private static func write(
        _ items: UnsafeBufferPointer<UInt8>, atMost limit: Int, at place: UnsafeMutablePointer<UInt8>
    ) -> (count: Int, written: Int) {
        guard let base = items.baseAddress else { return (0, 0) }
        var position = (items.firstIndex(of: UInt8(ascii: "[")) ?? 0) + 1
        var lines = Lines(line: place, end: place)
        while position < items.count, lines.written < limit, lines.depth >= 0 {
            if items[position] == UInt8(ascii: "\"") {
                let count = length(ofString: base + position, within: items.count - position)
                memcpy(lines.end, base + position, count)
                lines.end += count
                position += count
            } else {
                lines.take(items[position])
                position += 1
            }
        }
        return (lines.end - place, lines.written)
    }

    /// The lines that are being written.
    private struct Lines {
        var line: UnsafeMutablePointer<UInt8>
        var end: UnsafeMutablePointer<UInt8>
        var written = 0
        /// How many objects and arrays are open inside the list; -1 behind its end.
        var depth = 0

        /// Takes a byte that stands outside of strings.
        @inline(__always)
        mutating func take(_ byte: UInt8) {
            switch byte {
            case UInt8(ascii: " "), 0x09, 0x0A, 0x0D: return
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            default: break
            }
            let endsItem = depth < 0 || (depth == 0 && byte == UInt8(ascii: ","))
            // An empty list ends without an item.
            if endsItem && end == line { return }
            end.pointee = endsItem ? UInt8(ascii: "\n") : byte
            end += 1
            if endsItem {
                line = end
                written += 1
            }
        }
    }

    /// How many bytes the string there takes, its quotation marks included.
    @inline(__always)
    private static func length(ofString start: UnsafePointer<UInt8>, within limit: Int) -> Int {
        var position = 1
        while let found = memchr(start + position, Int32(UInt8(ascii: "\"")), limit - position) {
            let quote = UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - start
            var backslashes = 0
            while start[quote - 1 - backslashes] == UInt8(ascii: "\\") { backslashes += 1 }
            if backslashes.isMultiple(of: 2) { return quote + 1 }
            position = quote + 1
        }
        return limit
    }
}
