import JSON

/// JSON as people write settings: a member a line.
enum SettingsLayout {
    static func text(of settings: JSONObject) -> [UInt8] {
        var bytes: [UInt8] = []
        write(.object(settings), indent: "", to: &bytes)
        return bytes + [UInt8(ascii: "\n")]
    }

    private static func write(_ value: JSONValue, indent: String, to bytes: inout [UInt8]) {
        let inner = indent + "  "
        switch value {
        case .object(let object) where !object.isEmpty:
            writeLines(object.map { name, value in (JSONValue.string(name).bytes + Array(": ".utf8), value) })
        case .array(let items) where items.contains { $0.object != nil || $0.array != nil }:
            writeLines(items.map { ([], $0) }, open: "[", close: "]")
        case .array(let items) where !items.isEmpty:
            bytes += Array("[\(items.map { String(decoding: $0.bytes, as: UTF8.self) }.joined(separator: ", "))]".utf8)
        default: bytes += value.bytes
        }

        func writeLines(_ lines: [(head: [UInt8], value: JSONValue)], open: String = "{", close: String = "}") {
            bytes += Array((open + "\n").utf8)
            for (place, line) in lines.enumerated() {
                bytes += Array(inner.utf8) + line.head
                write(line.value, indent: inner, to: &bytes)
                bytes += Array((place < lines.count - 1 ? ",\n" : "\n").utf8)
            }
            bytes += Array((indent + close).utf8)
        }
    }
}
