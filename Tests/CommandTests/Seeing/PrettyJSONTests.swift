import JSON
import Testing

@testable import lunokhod

@Suite struct PrettyJSONTests {
    @Test("each member has a line of its own, and the lines are the same value")
    func lines() throws {
        let value: JSONValue = ["a": [1, ["b": nil]], "empty": [], "text": "x\"\n"]
        let lines = PrettyJSON.lines(value)
        #expect(lines.prefix(4) == ["{", "  \"a\": [", "    1,", "    {"])
        #expect(lines.contains("  \"empty\": [],"))
        #expect(try JSONValue(parsing: Array(lines.joined(separator: "\n").utf8)) == value)
    }
}
