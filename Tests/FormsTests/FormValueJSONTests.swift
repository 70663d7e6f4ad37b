import Forms
import Testing

@Suite("A form as JSON")
struct FormValueJSONTests {
    private func json(_ value: FormValue) -> String { String(decoding: value.jsonBytes, as: UTF8.self) }

    @Test("is compact and keeps the order")
    func compact() {
        #expect(json(["b": "1", "a": ["x", ["c": ""]]]) == #"{"b":"1","a":["x",{"c":""}]}"#)
        #expect(json(.map(FormMap())) == "{}")
        #expect(json([]) == "[]")
    }

    @Test("escapes what must be escaped and nothing else")
    func escapes() {
        #expect(json("a\"\\/Ы😀") == #""a\"\\/Ы😀""#)
        #expect(json(["\"": "1"]) == #"{"\"":"1"}"#)
        for code in UInt8(0)..<0x20 {
            let hex = String(code, radix: 16)
            let text = String(decoding: [code], as: UTF8.self)
            #expect(json(.text(text)) == "\"\\u" + String(repeating: "0", count: 4 - hex.utf8.count) + hex + "\"")
        }
        #expect(json("\u{7F}") == #""\u007f""#)
    }
}
