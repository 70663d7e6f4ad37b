import JSON
import Testing

@testable import DemoPortal

@Suite("A parameter")
struct ParameterTests {
    @Test(
        "becomes a whole number as in PHP",
        arguments: [
            (.text("12abc"), 12), (.text(" 7"), 7), (.text("-3"), -3), (.text("abc"), 0), (.text(""), 0),
            (.text("99999999999999999999"), .max), (.bool(true), 1), (.null, 0), (.number(2.9), 2), (.list([]), 0),
        ] as [(Parameter, Int)])
    func integers(parameter: Parameter, expected: Int) {
        #expect(parameter.integer == expected)
    }

    @Test("becomes a number as in PHP, never an infinite one")
    func numbers() {
        #expect(Parameter.text("1000.50 RUB").number == 1_000.5)
        #expect(Parameter.text("inf").number == 0)
        #expect(Parameter.text("1e999").number.isFinite)
    }

    @Test("is on when it says so", arguments: ["Y", "y", "1", "true"])
    func switchedOn(text: String) {
        #expect(Parameter.text(text).isOn)
        #expect(!Parameter.text("N").isOn)
    }

    @Test("is the same from JSON in one piece and from a cursor")
    func json() throws {
        let text = #"{"a":[1,2.5,"x",null,true],"b":{"c":{}}}"#
        let document = try JSONDocument(parsing: text)
        #expect(try Parameter(document.root) == Parameter(JSONValue(parsing: text.utf8)))
    }

    @Test("finds names in big maps, the last of equals, and capital or small on demand")
    func maps() {
        var map = ParameterMap()
        for number in 0..<100 { map["n\(number)"] = .integer(number) }
        map["n50"] = .text("again")
        #expect(map.count == 100)
        #expect(map["n50"] == .text("again"))
        #expect(map["n99"] == .integer(99))
        #expect(map["n100"] == nil)
        #expect(map.anyCase("N7") == .integer(7))
    }
}
