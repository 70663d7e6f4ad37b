import JSON
import Testing

@testable import Scripting

@Suite("What a script defines")
struct DefinitionTests {
    @Test func `what it says is the same after it was kept`() throws {
        let told: JSONValue = [
            "definition": ["kind": "job", "title": "t", "portal": "perm", "schedule": "0 9 * * *", "writes": [:]],
            "run_line": 3,
        ]
        let first = try #require(Definition(told))
        let kept = try #require(Definition(try JSONValue(parsing: first.json.bytes)))
        for definition in [first, kept] {
            #expect(definition.kind == .job && definition.runLine == 3)
            #expect(definition.portal == "perm" && definition.schedules == ["0 9 * * *"])
            #expect(definition.writes == [] && definition.scopes == nil)
        }
    }

    @Test func `without a portal none is named, and without a kind nothing is defined`() throws {
        #expect(try #require(Definition(["definition": ["kind": "handler", "on": ["X"]]])).portal == nil)
        #expect(Definition(["definition": ["kind": "poem"]]) == nil)
        #expect(Definition(.null) == nil)
    }
}
