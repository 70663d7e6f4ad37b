import JSON
import Testing
import Trials

@testable import Bitrix24

@Suite struct PortalDescriptionJSONTests {
    @Test("a description is the same after it was written and read")
    func roundTrip() throws {
        let written = SampleDescription.all.json.bytes
        #expect(try PortalDescription(json: try JSONValue(parsing: written)) == SampleDescription.all)
        let empty = PortalDescription(asked: "2026")
        #expect(try PortalDescription(json: empty.json) == empty)
    }

    @Test("members that are not known are passed over")
    func unknown() throws {
        var members = try #require(SampleDescription.all.json.object)
        members["colour"] = "blue"
        #expect(try PortalDescription(json: .object(members)) == SampleDescription.all)
    }

    @Test(
        "what is no description is refused with the place of what is wrong",
        arguments: [
            ("[]", "it is no JSON object"), ("{}", "it has no version"),
            (#"{"version":2}"#, "it has the version 2, and this program knows 1"),
            (#"{"version":1}"#, "asked must be a text"),
            (#"{"version":1,"asked":"","scopes":[1]}"#, "scopes must be a list of texts"),
            (#"{"version":1,"asked":"","entities":{}}"#, "entities must be a list"),
            (#"{"version":1,"asked":"","method_scopes":[["a"]]}"#, "method_scopes[0] must be a pair"),
            (
                #"{"version":1,"asked":"","entities":[{"key":"k","fields":[{"code":"c","title":5}]}]}"#,
                "entities[0].fields[0].title must be a text"
            ),
            (
                #"{"version":1,"asked":"","categories":[{"id":"1"}]}"#,
                "categories[0].entity_type must be a whole number"
            ),
        ])
    func hostile(text: String, sentence: String) throws {
        let json = try JSONValue(parsing: Array(text.utf8))
        let error = #expect(throws: PortalDescription.Unreadable.self) { try PortalDescription(json: json) }
        #expect(error?.description == sentence)
    }

    @Test("a description with any member replaced is read or refused, and nothing else")
    func damaged() throws {
        var random = SeededRandom(seed: 7)
        let values: [JSONValue] = [.null, 5, "x", [], [[]], [:], ["key": "k"], true, -1.5]
        let members = try #require(SampleDescription.all.json.object)
        for name in members.names {
            for _ in 0..<8 {
                var damaged = members
                damaged[name] = values.randomElement(using: &random)
                do throws(PortalDescription.Unreadable) {
                    _ = try PortalDescription(json: .object(damaged))
                } catch {
                    #expect(error.description.contains(name))
                }
            }
        }
    }
}
