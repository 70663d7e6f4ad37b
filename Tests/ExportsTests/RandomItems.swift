import JSON
import Trials

/// Items of what breaks formats.
enum RandomItems {
    private static let pieces = [
        "\\", "\n", "\r\n", "\r", "\t", " ", "\"", "'", ",", ";", "=", "+", "-", "@", "＝", "\u{2028}", "\u{0}",
        "\u{1B}",
        "\u{202E}", "\u{FEFF}", "Привет", "金", "🚀", "1000.00", "-5", "a", "{", "}", "[", "]", ":",
        "long enough for vectors",
    ]

    static func text(using random: inout SeededRandom) -> String {
        (0..<Int.random(in: 0...8, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    }

    static func value(depth: Int = 0, using random: inout SeededRandom) -> JSONValue {
        switch Int.random(in: 0...(depth < 3 ? 11 : 9), using: &random) {
        case 0: .null
        case 1: .bool(Bool.random(using: &random))
        case 2: .integer(Int.random(in: Int.min...Int.max, using: &random))
        case 3: .integer(Int.random(in: -99...99, using: &random))
        case 4: .double(Double.random(in: -1e9...1e9, using: &random))
        case 5: .double(Double(Int.random(in: -99_999...99_999, using: &random) * 2 + 1) / 200)
        case 10:
            .array((0..<Int.random(in: 0...3, using: &random)).map { _ in value(depth: depth + 1, using: &random) })
        case 11:
            .object(
                JSONObject(
                    (0..<Int.random(in: 0...3, using: &random)).map { _ in
                        (text(using: &random), value(depth: depth + 1, using: &random))
                    }))
        default: .string(text(using: &random))
        }
    }

    /// An item that has most of the fields, now and then in another order, and sometimes one of its own.
    static func item(fields: [String], using random: inout SeededRandom) -> JSONValue {
        var names = fields.filter { _ in Int.random(in: 0...9, using: &random) > 0 }
        if Int.random(in: 0...9, using: &random) == 0 { names.shuffle(using: &random) }
        if Int.random(in: 0...9, using: &random) == 0 { names.append("own \(text(using: &random))") }
        return .object(JSONObject(names.map { ($0, value(using: &random)) }))
    }

    /// The items as a JSON array, with white space between its parts if wanted.
    static func page(_ items: [JSONValue], isSpaced: Bool, using random: inout SeededRandom) -> [UInt8] {
        guard isSpaced else { return JSONValue.array(items).bytes }
        var bytes: [UInt8] = []
        spaced(.array(items), into: &bytes, using: &random)
        return bytes
    }

    private static func spaced(_ value: JSONValue, into bytes: inout [UInt8], using random: inout SeededRandom) {
        func space() { bytes += Array(["", " ", "\n", "\r\n\t", "  "].randomElement(using: &random)?.utf8 ?? "".utf8) }
        space()
        switch value {
        case .array(let elements):
            bytes.append(UInt8(ascii: "["))
            for (position, element) in elements.enumerated() {
                if position > 0 { bytes.append(UInt8(ascii: ",")) }
                spaced(element, into: &bytes, using: &random)
            }
            space()
            bytes.append(UInt8(ascii: "]"))
        case .object(let members):
            bytes.append(UInt8(ascii: "{"))
            for (position, (name, member)) in members.enumerated() {
                if position > 0 { bytes.append(UInt8(ascii: ",")) }
                spaced(.string(name), into: &bytes, using: &random)
                bytes.append(UInt8(ascii: ":"))
                spaced(member, into: &bytes, using: &random)
            }
            space()
            bytes.append(UInt8(ascii: "}"))
        default: bytes += value.bytes
        }
        space()
    }
}
