import CSV
import JSON
import Testing
import Trials

@testable import Exports

@Suite("Items as JSON lines")
struct JSONLItemsTests {
    private func jsonl(_ page: String, limit: Int = .max) throws -> (text: String, count: Int) {
        var writer = JSONLItems()
        var output = OutputBytes()
        writer.begin(to: &output)
        let count = try writer.append(Array(page.utf8), atMost: limit, to: &output)
        return (String(decoding: output.array, as: UTF8.self), count)
    }

    @Test("items are byte for byte what came, white space between the parts left out")
    func compact() throws {
        let page = #" [ { "a" : 1.50 , "b": "x \u0041\" ," } ,\#n[1, 2],\#t"s]",null, 1e5 ] "#
        #expect(try jsonl(page) == (#"{"a":1.50,"b":"x \u0041\" ,"}"# + "\n[1,2]\n\"s]\"\nnull\n1e5\n", 5))
    }

    @Test("backslashes before a quotation mark are counted")
    func backslashes() throws {
        let page = #"[{"a\\":"\\\\","b":"\\\"","c":""},{"d":"\\\\\" "}]"#
        #expect(try jsonl(page) == (#"{"a\\":"\\\\","b":"\\\"","c":""}"# + "\n" + #"{"d":"\\\\\" "}"# + "\n", 2))
    }

    @Test(
        "an empty list has no line, an empty item one",
        arguments: zip(["[]", " [ ] ", "[[]]", "[{},{}]"], [0, 0, 1, 2]))
    func empty(page: String, lines: Int) throws {
        let (text, count) = try jsonl(page)
        #expect(count == lines)
        #expect(text.utf8.count { $0 == UInt8(ascii: "\n") } == lines)
    }

    @Test("no more items than wanted are written", arguments: 0...4)
    func limit(limit: Int) throws {
        let (text, count) = try jsonl(#"[{"a":[1,2]},{"a":2},{"a":3}]"#, limit: limit)
        #expect(count == min(limit, 3))
        #expect(text.split(separator: "\n").count == min(limit, 3))
    }

    @Test("what is no list of items is an error", arguments: ["[1", "{}", "5", "[\"a\nb\"]", "[1 2]", ""])
    func errors(page: String) {
        #expect(throws: ExportError.self) { try jsonl(page) }
    }

    @Test("every line read back is its item")
    func roundTrip() throws {
        var random = SeededRandom(seed: 64)
        for _ in 0..<150 {
            let items = (0..<Int.random(in: 0...12, using: &random)).map { _ in RandomItems.value(using: &random) }
            let page = RandomItems.page(items, isSpaced: true, using: &random)
            let (text, count) = try jsonl(String(decoding: page, as: UTF8.self))
            let lines = text.utf8.split(separator: UInt8(ascii: "\n"))
            #expect(count == items.count)
            try #require(try lines.map { try JSONValue(parsing: Array($0)).bytes } == items.map(\.bytes))
            #expect(lines.map { Array($0) } == items.map(\.bytes))
        }
    }
}
