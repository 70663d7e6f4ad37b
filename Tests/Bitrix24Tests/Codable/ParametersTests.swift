import FoundationEssentials
import JSON
import Testing
import Trials

@testable import Bitrix24

/// What parameters are sent as.
@Suite struct ParametersTests {
    static func text(_ parameters: Parameters) throws -> String {
        String(decoding: try parameters.value(for: "m").bytes, as: UTF8.self)
    }

    @Test("literals are written as they are, in their order")
    func literals() throws {
        let name = "Anna"
        #expect(
            try Self.text(["b": 1, "a": [true, nil, 0.5, "x"], "c": ["name": "\(name)!"]])
                == #"{"b":1,"a":[true,null,0.5,"x"],"c":{"name":"Anna!"}}"#)
        #expect(try Self.text([:]) == "{}")
    }

    @Test("what is in variables is written by its type")
    func values() throws {
        #expect(try Self.text([.value(5), .value("a"), .value(true), .value([1: "b"])]) == #"[5,"a",true,{"1":"b"}]"#)
        #expect(try Self.text(.value(Date(timeIntervalSince1970: 0))) == "\"1970-01-01T00:00:00+00:00\"")
        #expect(try Self.text(.value(Decimal(string: "0.10"))) == "\"0.1\"")
        #expect(try Self.text(.value(Float(0.1))) == "0.1")
        #expect(try Self.text(.value(Int?.none)) == "null")
        #expect(try Self.text(.value(UInt64.max)) == "\"18446744073709551615\"")
        #expect(try Self.text(.value(["a": Parameters(["b": 1])])) == #"{"a":{"b":1}}"#)
    }

    @Test("parameters put together from names and values keep the last of equal names")
    func members() throws {
        #expect(try Self.text(Parameters([("a", 1), ("b", 2), ("a", 3)])) == #"{"a":3,"b":2}"#)
    }

    struct Endless: Encodable {
        func encode(to encoder: any Encoder) throws {
            var container = encoder.unkeyedContainer()
            try container.encode(self)
        }
    }

    @Test("what can't be written is told with its place, and before anything is sent")
    func failures() {
        let error = #expect(throws: PortalError.self) {
            try ParametersTests.text(["fields": ["SUMS": [1, .value([Double.nan])]]])
        }
        #expect(
            error?.description
                == "m: the parameter fields.SUMS[1][0] can't be sent: it is not a finite number (ENCODING)")
        #expect(error?.retryable == true)
        #expect(throws: PortalError.self) { try ParametersTests.text(.value(Endless())) }
    }

    /// A value of every kind, made by chance.
    struct Sample: Codable, Equatable {
        var whole: Int
        var small: Int8
        var text: String
        var truth: Bool
        var number: Double
        var float: Float
        var sum: Decimal
        var moment: Date
        var data: Data
        var maybe: Int?
        var list: [String]
        var names: [String: Int]
        var inner: [Sample]

        init(_ random: inout SeededRandom, depth: Int = 0) {
            whole = Int(truncatingIfNeeded: random.next())
            small = Int8(truncatingIfNeeded: random.next())
            text = Self.text(&random)
            truth = random.next().isMultiple(of: 2)
            let double = Double(bitPattern: random.next())
            number = double.isFinite ? double : 0
            float = Float.random(in: -1e6...1e6, using: &random)
            sum = Decimal(Int.random(in: -1_000_000...1_000_000, using: &random)) / 100
            moment = Date(
                timeIntervalSince1970: Double(Int.random(in: -60_000_000_000...250_000_000_000, using: &random)))
            data = Data((0..<Int.random(in: 0...5, using: &random)).map { UInt8($0) })
            maybe = random.next().isMultiple(of: 2) ? Int.random(in: 0...9, using: &random) : nil
            list = (0..<Int.random(in: 0...3, using: &random)).map { _ in Self.text(&random) }
            names = ["b": 1, Self.text(&random): 2]
            inner = []
            guard depth < 3 else { return }
            for _ in 0..<Int.random(in: 0...2, using: &random) { inner.append(Sample(&random, depth: depth + 1)) }
        }

        static func text(_ random: inout SeededRandom) -> String {
            let signs: [Character] = ["a", "Я", "\"", "\\", "\n", "\u{0}", "😀", "1", " ", "/"]
            return String(
                (0..<Int.random(in: 0...6, using: &random)).map { _ in signs.randomElement(using: &random) ?? "a" })
        }
    }

    @Test("what is encoded is decoded as it was", arguments: 0..<200 as Range<UInt64>)
    func roundTrip(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let sample = Sample(&random)
        let json = try Parameters.value(sample).value(for: "m").bytes
        #expect(try AnswerDecoder(JSONDocument(parsing: json).root).decode(Sample.self) == sample)
    }

    @Test("random texts are decoded or refused, never more", arguments: 0..<300 as Range<UInt64>)
    func noise(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        var json = try Parameters.value(Sample(&random)).value(for: "m").bytes
        for _ in 0..<3 {
            let position = Int.random(in: json.indices, using: &random)
            json[position] = Array("{}[],:\"019ne.-".utf8).randomElement(using: &random) ?? 0x20
        }
        guard let document = try? JSONDocument(parsing: json) else { return }
        do {
            _ = try AnswerDecoder(document.root).decode(Sample.self)
        } catch {
            #expect(error is DecodingError)
        }
    }
}
