import FoundationEssentials
import JSON
import Testing
import Trials

@testable import Bitrix24

/// Answers as types: what is forgiven, and what is not.
@Suite struct AnswerDecoderTests {
    static func decode<Value: Decodable>(_ json: String, as type: Value.Type) throws -> Value {
        try AnswerDecoder(JSONDocument(parsing: json).root).decode(type)
    }

    /// The sentence of the error that decoding must end with.
    static func failure<Value: Decodable>(_ json: String, as type: Value.Type) -> String? {
        do {
            _ = try decode(json, as: type)
            return nil
        } catch {
            return PortalError.decoding(error, as: type, method: "m").message
        }
    }

    @Test(
        "a whole number is read in all forms that the portal has for it",
        arguments: [("7405", 7405), ("\"7405\"", 7405), ("\"-3\"", -3), ("\"1000.00\"", 1000), ("7.0", 7)])
    func integers(json: String, expected: Int) throws {
        #expect(try Self.decode(json, as: Int.self) == expected)
        #expect(try Self.decode("[\(json)]", as: [Int?].self) == [expected])
        #expect(try Self.decode("{\"a\":\(json)}", as: [String: Int].self) == ["a": expected])
    }

    @Test(
        "what is no whole number is not made one",
        arguments: ["\"\"", "\"7a\"", "\"7.5\"", "7.5", "true", "null", "[]", "{}", "\" 7\"", "1e300", "\"7.\""])
    func noIntegers(json: String) { #expect(Self.failure(json, as: Int.self) != nil) }

    @Test("a number that its type can't hold is an error, not a crash")
    func overflow() throws {
        #expect(Self.failure("300", as: UInt8.self) != nil)
        #expect(Self.failure("\"-1\"", as: UInt.self) != nil)
        #expect(Self.failure("\"99999999999999999999\"", as: Int.self) != nil)
        #expect(try Self.decode("\"18446744073709551615\"", as: UInt64.self) == .max)
    }

    @Test("sums are read as Double and as Decimal, from texts and numbers; a Decimal's text is not rounded")
    func sums() throws {
        #expect(try Self.decode("[\"1000.50\", 1000.5, 7]", as: [Double].self) == [1000.5, 1000.5, 7])
        #expect(
            try Self.decode("[\"12345678901234567.89\", 0.1, 7]", as: [Decimal].self)
                == [Decimal(string: "12345678901234567.89"), Decimal(string: "0.1"), 7])
        for wrong in [
            "\"\"", "\"1 000\"", "\"nan\"", "\"0x10\"", "\"inf\"", "\"1000,00\"", "\"1e999\"", "true", "\"1-2\"",
        ] {
            #expect(Self.failure(wrong, as: Double.self) != nil, "\(wrong)")
        }
        for wrong in ["\"\"", "\"1 000\"", "\"nan\"", "\"1000|RUB\"", "false", "\"1-2\"", "\"1.2.3\"", "\"e\""] {
            #expect(Self.failure(wrong, as: Decimal.self) != nil, "\(wrong)")
        }
    }

    @Test("yes and no are read from Y, N, 1, 0 and the literals, and from nothing else")
    func truth() throws {
        #expect(try Self.decode("[\"Y\",\"1\",1,true]", as: [Bool].self) == [true, true, true, true])
        #expect(try Self.decode("[\"N\",\"0\",0,false]", as: [Bool].self) == [false, false, false, false])
        for wrong in ["2", "\"\"", "\"yes\"", "null", "1.5", "[]"] {
            #expect(Self.failure(wrong, as: Bool.self) != nil, "\(wrong)")
        }
    }

    @Test("a text is read from an identifier that came as a number, but nothing else becomes text")
    func texts() throws {
        #expect(try Self.decode("[\"a\", 5]", as: [String].self) == ["a", "5"])
        for wrong in ["null", "true", "1.5", "[]"] { #expect(Self.failure(wrong, as: String.self) != nil, "\(wrong)") }
    }

    @Test("a list is read from an array, from PHP's array with gaps, and from false")
    func lists() throws {
        #expect(try Self.decode("[1,2]", as: [Int].self) == [1, 2])
        #expect(try Self.decode("{\"0\":1,\"5\":2}", as: [Int].self) == [1, 2])
        #expect(try Self.decode("{}", as: [Int].self) == [])
        #expect(try Self.decode("false", as: Set<Int>.self) == [])
        #expect(try Self.decode("{\"a\":false}", as: [String: [Int]?].self) == ["a": []])
        for wrong in ["{\"a\":1}", "true", "\"\"", "null", "5"] {
            #expect(Self.failure(wrong, as: [Int].self) != nil, "\(wrong)")
        }
    }

    struct Person: Decodable, Equatable {
        var id: Int
        var age: Int?
        var name: String?
        var isMarried: Bool?
        var birthday: Date?
        var address: [String: String]?
        var boss: Boss?
        struct Boss: Decodable, Equatable { var id: Int }
    }

    @Test("nothing is null, a missing member, an empty text where none is wanted, and PHP's empty array")
    func nothing() throws {
        let bare = Person(id: 1)
        #expect(try Self.decode("{\"id\":1}", as: Person.self) == bare)
        #expect(
            try Self.decode(
                "{\"id\":1,\"age\":null,\"name\":null,\"isMarried\":\"\",\"birthday\":\"\",\"boss\":[]}",
                as: Person.self)
                == bare)
        #expect(try Self.decode("{\"id\":1,\"name\":\"\"}", as: Person.self).name == "")
        #expect(try Self.decode("{\"id\":1,\"address\":[]}", as: Person.self).address == [:])
        #expect(try Self.decode("{\"id\":1,\"isMarried\":false}", as: Person.self).isMarried == false)
        #expect(try Self.decode("[\"\",null,\"5\"]", as: [Int?].self) == [nil, nil, 5])
        #expect(Self.failure("{\"id\":1,\"age\":\"x\"}", as: Person.self) != nil)
        #expect(Self.failure("{\"id\":1,\"boss\":{}}", as: Person.self) != nil)
    }

    @Test("an empty array is an empty object, a full one is none")
    func emptyObject() throws {
        #expect(try Self.decode("[]", as: [String: Int].self) == [:])
        #expect(Self.failure("[1]", as: [String: Int].self) != nil)
        #expect(try Self.decode("{\"5\":\"a\"}", as: [Int: String].self) == [5: "a"])
    }

    @Test("the error names the place and what is there, but not the value")
    func sentences() {
        #expect(
            Self.failure("{\"a\":[1,\"secret\"]}", as: [String: [Int]].self)
                == "the answer is not a Dictionary<String, Array<Int>>: "
                + "at a[1] it is a text that is not a whole number of the type Int")
        #expect(Self.failure("{}", as: Person.self) == "the answer is not a Person: there is no member 'id'")
        #expect(Self.failure("5", as: Person.self) == "the answer is not a Person: it is a number instead of an object")
        #expect(
            Self.failure("{\"id\":\"1\",\"boss\":{\"id\":[]}}", as: Person.self)
                == "the answer is not a Person: at boss.id it is a list instead of a whole number")
    }

    enum Stage: String, Codable { case new = "NEW", won = "WON" }

    @Test("enumerations and addresses are read by their texts")
    func rawValues() throws {
        #expect(try Self.decode("[\"NEW\",\"WON\"]", as: [Stage].self) == [.new, .won])
        #expect(try Self.decode("[\"\"]", as: [Stage?].self) == [nil])
        #expect(Self.failure("\"LOST\"", as: Stage.self) != nil)
        #expect(try Self.decode("\"https://example.org/a\"", as: URL.self) == URL(string: "https://example.org/a"))
        #expect(try Self.decode("\"AQI=\"", as: Data.self) == Data([1, 2]))
    }

    @Test("a large object that is read as a dictionary is complete")
    func manyMembers() throws {
        let json = "{" + (0..<20_000).map { "\"k\($0)\":\"\($0)\"" }.joined(separator: ",") + "}"
        let members = try Self.decode(json, as: [String: Int].self)
        #expect(members.count == 20_000)
        #expect(members["k19999"] == 19_999)
    }

    struct Nest: Codable { var inner: [Nest] }

    @Test("an answer that is nested without end is refused, one that is nested deep is read")
    func depth() throws {
        let deep = { (levels: Int) in
            String(repeating: "{\"inner\":[", count: levels) + String(repeating: "]}", count: levels)
        }
        #expect(throws: JSONError.self) { try Self.decode(deep(100_000), as: Nest.self) }
        var nest = try Self.decode(deep(100), as: Nest.self)
        var levels = 1
        while let inner = nest.inner.first { (nest, levels) = (inner, levels + 1) }
        #expect(levels == 100)
    }
}
