import JSON
import Testing
import Trials

@testable import LuaVM

@Suite struct ShapedAnswerTests {
    private func expect(
        _ shape: JSONShape, _ cases: [(json: String, becomes: JSONValue)],
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let pushed = try Pushed()
        for (json, becomes) in cases {
            let got = try pushed.value(of: json, shape: shape)
            #expect(got.sorted == becomes.sorted, "\(json)", sourceLocation: sourceLocation)
        }
    }

    @Test("an identifier that is a text becomes a number, and what is not exactly one stays")
    func integer() throws {
        try expect(
            .integer,
            [
                (#""7""#, 7), (#""-7""#, -7), (#""0""#, 0), (#""9223372036854775807""#, .integer(.max)),
                (#""-9223372036854775808""#, .integer(.min)), (#""9223372036854775808""#, "9223372036854775808"),
                (#""-0""#, "-0"), (#""007""#, "007"), (#"" 7""#, " 7"), (#""7.0""#, "7.0"), (#""""#, ""), ("7", 7),
                ("7.0", 7), ("7.5", Pushed.double(7.5)), ("1e30", Pushed.double(1e30)), ("-0.0", Pushed.double(-0.0)),
                ("true", true), (#"{"a":"7"}"#, ["a": "7"]), (#"["7"]"#, ["7"]),
            ])
    }

    @Test("an amount that is a text becomes a number, unless a digit would be lost")
    func number() throws {
        try expect(
            .number,
            [
                (#""1000""#, 1000), (#""1000.50""#, Pushed.double(1000.5)), (#""-0.1""#, Pushed.double(-0.1)),
                (#""1e3""#, Pushed.double(1000)), (#""1.5E-3""#, Pushed.double(0.0015)), (#""0.00""#, Pushed.double(0)),
                (#""99999999999999999999""#, "99999999999999999999"), (#""1.2345678901234567""#, "1.2345678901234567"),
                (#""123456789012345.00""#, Pushed.double(123456789012345)), (#""1e999""#, "1e999"), (#""""#, ""),
                (#""007""#, "007"), (#""5.""#, "5."), (#"".5""#, ".5"), (#""0x10""#, "0x10"),
                (#""100|RUB""#, "100|RUB"),
                ("2.50", Pushed.double(2.5)), ("3", 3),
            ])
    }

    @Test("a flag becomes a boolean in each of its spellings, and only in these")
    func flags() throws {
        let letters: [(String, JSONValue)] = [
            (#""Y""#, true), (#""N""#, false), ("true", true), ("false", false), (#""""#, ""), (#""y""#, "y"), ("2", 2),
        ]
        try expect(.flag, letters + [(#""1""#, true), (#""0""#, false), ("1", true), ("0", false)])
        try expect(.letterFlag, letters + [(#""1""#, "1"), (#""0""#, "0"), ("1", 1), ("0", 0)])
    }

    @Test("a list is one in each of PHP's spellings; a single value is taken for an element, but not wrapped")
    func list() throws {
        try expect(
            .list(.integer),
            [
                (#"["1","x",null]"#, [1, "x", nil]), (#"{"0":"1","2":"5","10":"7"}"#, [1, 5, 7]), ("{}", []),
                ("false", []), ("true", true), (#""7""#, 7), (#"{"a":"7"}"#, ["a": "7"]),
                (#"{"2":"7","1":"8"}"#, ["2": "7", "1": "8"]),
                (#"{"07":"7"}"#, ["07": "7"]), (#"{"1":null,"2":"3"}"#, [nil, 3]), ("null", nil),
                // Identifiers are kept.
                (#"{"12":"7","15":"8"}"#, ["12": "7", "15": "8"]), (#"{"2":"7"}"#, ["2": "7"]),
            ])
        try expect(.list(.any), [(#"{"1":"a","3":"b"}"#, ["a", "b"]), ("false", [])])
        try expect(.list(.list(.integer)), [(#"[["1"],false,"2"]"#, [[1], [], 2])])
    }

    @Test("an object stays one where PHP writes it as a list")
    func map() throws {
        try expect(
            .map(.flag),
            [
                (#"{"7":"Y","x":"N"}"#, ["7": true, "x": false]), ("[]", [:]),
                (#"["Y",null,"N"]"#, ["0": true, "2": false]),
                (#""Y""#, "Y"), (#"{"a":null}"#, [:]),
            ])
    }

    @Test("each member of a record has its own type, by its name or by how it begins")
    func record() throws {
        let shape = JSONShape.record(
            [("ID", .integer), ("PRICE", .number), ("UF_CRM_TEXT", .any)], prefixes: [("UF_CRM_", .flag)])
        try expect(
            shape,
            [
                (
                    #"{"ID":"7","PRICE":"1.50","UF_CRM_TEXT":"Y","UF_CRM_9":"Y","id":"7","X":null}"#,
                    ["ID": 7, "PRICE": Pushed.double(1.5), "UF_CRM_TEXT": "Y", "UF_CRM_9": true, "id": "7"]
                ), ("[]", [:]), (#"[{"ID":"7"},[],"x"]"#, [["ID": 7], [:], "x"]), (#""7""#, "7"),
            ])
        try expect(
            .tuple([.integer, .any, .flag]),
            [(#"["1","2","Y","4"]"#, [1, "2", true, "4"]), ("[]", []), (#"{"0":"1"}"#, ["0": "1"])])
    }

    @Test("records that alternate in one place don't take each other's types")
    func alternating() throws {
        let shape = JSONShape.tuple([
            .record([("ID", .integer)]), .record([("ID", .flag)]), .any, .record([("ID", .integer)]),
        ])
        try expect(
            shape,
            [(#"[{"ID":"1"},{"ID":"1"},{"ID":"1"},{"ID":"1"}]"#, [["ID": 1], ["ID": true], ["ID": "1"], ["ID": 1]])])
    }

    @Test("random values become exactly what the rules say, and without a shape stay what they are")
    func random() throws {
        var shapes = RandomShapes(random: SeededRandom(seed: 20_261_125))
        let pushed = try Pushed()
        for _ in 0..<4_000 {
            let model = shapes.model(depth: 4)
            let value = shapes.value(for: model, depth: 4)
            let got = try pushed.value(of: value.bytes, shape: model.shape.bytes)
            let text = String(decoding: value.bytes, as: UTF8.self)
            #expect(got.sorted == model.converted(value).sorted, "\(text) as \(model)")
            let raw = try pushed.value(of: value.bytes, shape: [])
            #expect(raw.sorted == ShapeModel.plain(value).sorted, "\(text)")
        }
    }

    @Test("bytes that are no shape harm nothing")
    func hostile() throws {
        var shapes = RandomShapes(random: SeededRandom(seed: 7))
        let pushed = try Pushed()
        for _ in 0..<4_000 {
            var bytes = shapes.model(depth: 4).shape.bytes
            for _ in 0..<Int.random(in: 1..<4, using: &shapes.random) where !bytes.isEmpty {
                let position = bytes.indices.randomElement(using: &shapes.random) ?? 0
                bytes[position] = UInt8.random(in: 0...255, using: &shapes.random)
                if Bool.random(using: &shapes.random) { bytes.removeLast() }
            }
            let value = shapes.value(for: shapes.model(depth: 3), depth: 3)
            let got = try pushed.value(of: value.bytes, shape: bytes)
            guard let read = JSONShape(bytes: bytes), !read.isAny else { continue }
            #expect(try pushed.value(of: value.bytes, shape: read.bytes).sorted == got.sorted)
        }
        let deep = [UInt8](repeating: 5, count: 1 << 20)
        #expect(try pushed.value(of: Array(#""7""#.utf8), shape: deep) == "7")
        #expect(try pushed.value(of: Array(#"{"a":"7"}"#.utf8), shape: [7, 255, 255, 255, 127, 0]) == ["a": "7"])
    }

    @Test("memory that is short for a shape fails the script, not the process")
    func memory() throws {
        let session = try Session("b24.call('m')", memoryLimit: 2 << 20)
        _ = session.run()
        let shape = JSONShape.tuple((0..<200_000).map { _ in .integer })
        let failure = try #require(session.failure(session.answer("[]", shape: shape)))
        #expect(failure["message"] == "not enough memory")
    }
}
