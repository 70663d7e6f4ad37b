import JSON
import Testing

@Suite struct JSONDocumentTests {
    @Test("every kind of value reads as what it is")
    func kinds() throws {
        let root = try JSONDocument(
            parsing: #"{"n":null,"t":true,"f":false,"i":-7,"d":0.25,"s":"да\n","a":[1,[]],"o":{}}"#
        ).root
        #expect(root["n"]?.isNull == true)
        #expect(root["t"]?.bool == true)
        #expect(root["f"]?.bool == false)
        #expect(root["i"]?.integer == -7)
        #expect(root["d"]?.double == 0.25)
        #expect(root["d"]?.integer == nil)
        #expect(root["s"]?.string == "да\n")
        #expect(root["a"]?.count == 2)
        #expect(root["a"]?[1]?.kind == .array)
        #expect(root["o"]?.count == 0)
        #expect(root["missing"] == nil)
        #expect(root.members.map(\.name) == ["n", "t", "f", "i", "d", "s", "a", "o"])
    }

    @Test("integers beyond Int are numbers, not wrong integers")
    func greatIntegers() throws {
        let root = try JSONDocument(parsing: "[9223372036854775807,9223372036854775808,18446744073709551615]").root
        #expect(root[0]?.integer == Int.max)
        #expect(root[1]?.integer == nil)
        #expect(root[2]?.double == 18446744073709551616.0)
    }

    @Test(
        "what is not JSON is refused", arguments: ["", " ", "{", "[1,]", "{\"a\"}", "tru", "1 2", "\"\u{1}\"", "[\"a"])
    func malformed(text: String) {
        #expect(throws: JSONError.self) { try JSONDocument(parsing: text) }
    }

    @Test("nesting beyond 256 levels is refused")
    func depth() throws {
        let deep = { (levels: Int) in String(repeating: "[", count: levels) + String(repeating: "]", count: levels) }
        #expect(throws: JSONError.self) { try JSONDocument(parsing: deep(300)) }
        _ = try JSONDocument(parsing: deep(200))
    }

    @Test("a value outlives everything but its document")
    func lifetime() throws {
        func view() throws -> JSONView? { try JSONDocument(parsing: #"{"a":["kept"]}"#).root["a"]?[0] }
        #expect(try view()?.string == "kept")
    }
}
