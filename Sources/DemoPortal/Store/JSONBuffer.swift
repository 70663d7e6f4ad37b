/// Bytes of a JSON answer in the making, written as the portal's PHP writes them.
///
/// Every value leaves a comma behind itself, which the closing bracket takes back. So pieces that were written once
/// (a record's members) can be copied together in any order. An empty object becomes `[]`, because PHP knows no
/// difference between an empty list and an empty map.
struct JSONBuffer: Sendable {
    private(set) var bytes: [UInt8] = []

    init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

    var count: Int { bytes.count }

    /// The bytes without the comma that follows the last value.
    consuming func finished() -> [UInt8] {
        if bytes.last == UInt8(ascii: ",") { bytes.removeLast() }
        return bytes
    }

    /// Makes room for the bytes of an answer whose size is known.
    mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

    /// Begins anew in the same memory.
    mutating func clear() { bytes.removeAll(keepingCapacity: true) }

    /// Appends bytes that were put together elsewhere.
    mutating func text(_ text: UnsafeBufferPointer<UInt8>) { bytes.append(contentsOf: text) }

    mutating func truncate(to count: Int) { bytes.removeSubrange(count...) }

    mutating func beginObject() { bytes.append(UInt8(ascii: "{")) }
    mutating func beginArray() { bytes.append(UInt8(ascii: "[")) }

    mutating func endObject() {
        if bytes.last == UInt8(ascii: "{") {
            bytes[bytes.count - 1] = UInt8(ascii: "[")
            bytes.append(UInt8(ascii: "]"))
        } else {
            bytes[bytes.count - 1] = UInt8(ascii: "}")
        }
        bytes.append(UInt8(ascii: ","))
    }

    mutating func endArray() {
        if bytes.last == UInt8(ascii: ",") { bytes.removeLast() }
        bytes.append(UInt8(ascii: "]"))
        bytes.append(UInt8(ascii: ","))
    }

    mutating func name(_ name: String) {
        quote(name)
        bytes.append(UInt8(ascii: ":"))
    }

    mutating func string(_ text: String) {
        quote(text)
        bytes.append(UInt8(ascii: ","))
    }

    mutating func integer(_ value: Int) {
        digits(value)
        bytes.append(UInt8(ascii: ","))
    }

    /// A whole number in quotes, as old methods send it.
    mutating func quotedInteger(_ value: Int) {
        bytes.append(UInt8(ascii: "\""))
        digits(value)
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ","))
    }

    /// The shortest form that names the number; whole numbers without a fraction.
    mutating func number(_ value: Double) {
        if let whole = Int(exactly: value) { return integer(whole) }
        bytes.append(contentsOf: value.isFinite ? value.description.utf8 : "null".utf8)
        bytes.append(UInt8(ascii: ","))
    }

    mutating func bool(_ value: Bool) { literal(value ? "true," : "false,") }
    mutating func null() { literal("null,") }

    /// Bytes that are complete already: members or values, each with its comma.
    mutating func pieces(_ pieces: UnsafeBufferPointer<UInt8>) { bytes.append(contentsOf: pieces) }

    /// Bytes that are complete already: members or values, each with its comma.
    mutating func pieces(_ pieces: [UInt8]) { bytes.append(contentsOf: pieces) }

    /// A value that is a JSON text already, without a comma.
    mutating func value(_ json: some Collection<UInt8>) {
        bytes.append(contentsOf: json)
        bytes.append(UInt8(ascii: ","))
    }

    private mutating func literal(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    mutating func digits(_ value: Int) {
        if value >= 0, value < 10 { return bytes.append(UInt8(ascii: "0") + UInt8(value)) }
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { room in
            var rest = value.magnitude
            var start = room.count
            while rest > 0 {
                start -= 1
                room[start] = UInt8(ascii: "0") + UInt8(rest % 10)
                rest /= 10
            }
            if value < 0 {
                start -= 1
                room[start] = UInt8(ascii: "-")
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: UnsafeBufferPointer(room)[start...]))
        }
    }

    mutating func byte(_ byte: UInt8) { bytes.append(byte) }

    // MARK: Strings

    /// Bytes that PHP escapes here: the portal encodes with the options that make JSON safe inside HTML.
    private static let special: [Bool] = (0..<256).map { byte in
        byte < 0x20 || byte == 0xE2 || [0x22, 0x26, 0x27, 0x2F, 0x3C, 0x3E, 0x5C].contains(byte)
    }

    private mutating func quote(_ text: String) {
        var text = text
        bytes.append(UInt8(ascii: "\""))
        text.withUTF8 { escape($0) }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        JSONBuffer.special.withUnsafeBufferPointer { special in
            for position in text.indices where special[Int(text[position])] {
                guard let escaped = JSONBuffer.escaped(text, at: position) else { continue }
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<position]))
                bytes.append(contentsOf: escaped.utf8)
                start = position + (text[position] == 0xE2 ? 3 : 1)
            }
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    }

    private static func escaped(_ text: UnsafeBufferPointer<UInt8>, at position: Int) -> String? {
        switch text[position] {
        case 0x5C: return "\\\\"
        case 0x2F: return "\\/"
        case 0x0A: return "\\n"
        case 0x0D: return "\\r"
        case 0x09: return "\\t"
        case 0x08: return "\\b"
        case 0x0C: return "\\f"
        case 0xE2:
            // The line and paragraph separators U+2028 and U+2029 end a line in JavaScript.
            guard position + 2 < text.count, text[position + 1] == 0x80 else { return nil }
            if text[position + 2] == 0xA8 { return "\\u2028" }
            return text[position + 2] == 0xA9 ? "\\u2029" : nil
        case let byte:
            let hex = String(byte, radix: 16, uppercase: true)
            return "\\u00" + (hex.count < 2 ? "0" : "") + hex
        }
    }
}
