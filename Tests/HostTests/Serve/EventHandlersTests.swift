import JSON
import Scripting
import Testing
import Timetable

@testable import Host

@Suite("The handlers of an event")
struct EventHandlersTests {
    private func script(_ name: String, on events: String...) throws -> ServedScript {
        let told: JSONValue = [
            "definition": ["kind": "handler", "on": .array(events.map { .string($0) })]
        ]
        let definition = try #require(Definition(told))
        return try ServedScript(
            script: Script(name: name, source: []), digest: name, definition: definition, zone: .utc)
    }

    @Test func `those of an event are found in the order of their names, however they write it`() throws {
        let handlers = EventHandlers([
            try script("b.lua", on: "OnCrmDealAdd", "ONCRMDEALADD"), try script("a.lua", on: "ONCRMDEALADD"),
            try script("c.lua", on: "ONCRMDEALUPDATE"),
        ])
        #expect(handlers.of("ONCRMDEALADD").map(\.name) == ["a.lua", "b.lua"])
        #expect(handlers.of("ONCRMDEAL").isEmpty)
        #expect(handlers.of("ONCRMDEALADDED").isEmpty)
    }

    @Test func `one of all smart processes is one of each of them, once`() throws {
        let handlers = EventHandlers([
            try script("c.lua", on: "ONCRMDYNAMICITEMADD_174"),
            try script("b.lua", on: "ONCRMDYNAMICITEMADD", "ONCRMDYNAMICITEMADD_174"),
            try script("a.lua", on: "ONCRMDYNAMICITEMADD"),
        ])
        #expect(handlers.of("ONCRMDYNAMICITEMADD_174").map(\.name) == ["a.lua", "b.lua", "c.lua"])
        #expect(handlers.of("ONCRMDYNAMICITEMADD_175").map(\.name) == ["a.lua", "b.lua"])
        #expect(handlers.of("ONCRMDYNAMICITEMADD_OF").isEmpty)
        #expect(handlers.of("ONCRMDYNAMICITEMADD_174_5").isEmpty)
    }
}
