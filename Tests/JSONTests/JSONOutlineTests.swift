import JSON
import Testing

@Suite struct JSONOutlineTests {
    @Test("members are found where they lie, with their white space left out")
    func members() throws {
        let text = #" { "result" : [ {"ID":"1"} , 7 ] , "n\u0065xt":50 ,"time":{"a":{}}, "error" : "x" } "#
        let bytes = Array(text.utf8)
        let outline = try JSONOutline(of: bytes, depth: 2)
        let slice = { (id: Int?) in id.map { String(decoding: bytes[outline[$0].range], as: UTF8.self) } }
        #expect(outline.children(of: outline.root).map { outline.name(of: $0) } == ["result", "next", "time", "error"])
        #expect(slice(outline.member("result", of: outline.root)) == #"[ {"ID":"1"} , 7 ]"#)
        #expect(slice(outline.member("next", of: outline.root)) == "50")
        #expect(slice(outline.member("error", of: outline.root)) == #""x""#)
        let result = try #require(outline.member("result", of: outline.root))
        #expect(outline.children(of: result).map { slice($0) } == [#"{"ID":"1"}"#, "7"])
        #expect(outline.count(of: result) == 2)
    }

    @Test("slices at any depth parse to what the whole document has there")
    func property() throws {
        var random = SeededRandom(state: 11)
        for _ in 0..<300 {
            let value = JSONValue.random(depth: 4, using: &random)
            let bytes = value.bytes
            let outline = try JSONOutline(of: bytes, depth: 3)
            for id in outline.ids {
                _ = try JSONValue(parsing: bytes[outline[id].range])
            }
            #expect(try JSONValue(parsing: bytes[outline[0].range]) == value)
            if case .object(let object) = value {
                for (name, member) in object {
                    let id = try #require(outline.member(name, of: 0))
                    #expect(try JSONValue(parsing: bytes[outline[id].range]) == member)
                }
            }
        }
    }

    @Test(
        "a cut or mangled text is refused",
        arguments: [
            "", "{", "{\"a\":[1,2}", "[1,2", "{\"a\" 1}", "{1:2}", "[1 2]", "{\"a\":}", "[]]", "[] 1", "{\"a\":1,}",
        ])
    func malformed(text: String) {
        #expect(throws: JSONError.self) { try JSONOutline(of: Array(text.utf8), depth: 3) }
    }

    @Test("no mutation of a text makes it read outside")
    func fuzz() {
        var random = SeededRandom(state: 3)
        let seed = Array(#"{"result":{"result":{"a":[{"ID":"1"}]},"result_error":[]},"time":{"duration":0.5}}"#.utf8)
        for _ in 0..<3000 {
            var bytes = seed
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            guard let outline = try? JSONOutline(of: bytes, depth: 4) else { continue }
            for id in outline.ids { #expect(outline[id].range.upperBound <= bytes.count) }
        }
    }
}
