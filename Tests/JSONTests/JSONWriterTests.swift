import JSON
import Testing

@Suite struct JSONWriterTests {
    @Test("what is written reads back as the same value")
    func roundTrip() throws {
        let value: JSONValue = [
            "text": "кавычка \" черта \\ строка\n\u{1}\u{7f}", "list": [1, -2, 2.5, true, false, nil, [], [:]],
            "": ["глубже": ["x": 9_007_199_254_740_993]],
        ]
        #expect(try JSONValue(parsing: value.bytes) == value)
    }

    @Test("random values read back as the same values")
    func property() throws {
        var random = SeededRandom(state: 7)
        for _ in 0..<500 {
            let value = JSONValue.random(depth: 4, using: &random)
            #expect(try JSONValue(parsing: value.bytes) == value)
        }
    }

    @Test("numbers that JSON can't express become null")
    func infinite() {
        #expect(JSONValue.array([.double(.infinity), .double(.nan)]).bytes == Array("[null,null]".utf8))
    }

    @Test("raw pieces take their commas like values")
    func raw() {
        var writer = JSONWriter()
        writer.beginObject()
        writer.name("a")
        writer.raw("[1]".utf8)
        writer.name("b")
        writer.raw("2".utf8)
        writer.endObject()
        #expect(String(decoding: writer.bytes, as: UTF8.self) == #"{"a":[1],"b":2}"#)
    }
}

struct SeededRandom: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

extension JSONValue {
    static func random(depth: Int, using random: inout SeededRandom) -> JSONValue {
        switch Int.random(in: 0..<(depth > 0 ? 7 : 5), using: &random) {
        case 0: return .null
        case 1: return .bool(.random(using: &random))
        case 2: return .integer(Int(truncatingIfNeeded: random.next()))
        case 3: return .double(Double.random(in: -1e9...1e9, using: &random) + 0.5)
        case 4: return .string(String.random(using: &random))
        case 5: return .array((0..<3).map { _ in random_(depth, &random) })
        default:
            return .object(
                JSONObject((0..<3).map { (String($0) + String.random(using: &random), random_(depth, &random)) }))
        }
    }

    private static func random_(_ depth: Int, _ random: inout SeededRandom) -> JSONValue {
        .random(depth: depth - 1, using: &random)
    }
}

extension String {
    static func random(using random: inout SeededRandom) -> String {
        let letters = Array("aZ9 \"\\/\n\t\u{0}\u{1f}я€😀{}[]:,")
        return String(
            (0..<Int.random(in: 0..<9, using: &random)).compactMap { _ in letters.randomElement(using: &random) })
    }
}
