import JSON
import Testing

@testable import Host

@Suite("The handlers of an event")
struct EventHandlersTests {
    private func script(_ name: String, on events: String..., portal: String? = nil) throws -> ServedScript {
        try SampleScript.handler(events, name: name, portal.map { ["portal": .string($0)] } ?? [:])
    }

    @Test func `one that names a portal is for that portal's events only`() throws {
        let handlers = EventHandlers([
            try script("a.lua", on: "ONCRMDYNAMICITEMADD", portal: "main"),
            try script("b.lua", on: "ONCRMDYNAMICITEMADD_174", portal: "perm"),
            try script("c.lua", on: "ONCRMDYNAMICITEMADD_174"),
        ])
        #expect(handlers.of("ONCRMDYNAMICITEMADD_174", on: "main").map(\.name) == ["a.lua", "c.lua"])
        #expect(handlers.of("ONCRMDYNAMICITEMADD_174", on: "perm").map(\.name) == ["b.lua", "c.lua"])
        #expect(handlers.of("ONCRMDYNAMICITEMADD_175", on: "perm").isEmpty)
    }

    @Test func `those of an event are found in the order of their names, however they write it`() throws {
        let handlers = EventHandlers([
            try script("b.lua", on: "OnCrmDealAdd", "ONCRMDEALADD"), try script("a.lua", on: "ONCRMDEALADD"),
            try script("c.lua", on: "ONCRMDEALUPDATE"),
        ])
        #expect(handlers.of("ONCRMDEALADD", on: "main").map(\.name) == ["a.lua", "b.lua"])
        #expect(handlers.of("ONCRMDEAL", on: "main").isEmpty)
        #expect(handlers.of("ONCRMDEALADDED", on: "main").isEmpty)
    }

    @Test func `one of all smart processes is one of each of them, once`() throws {
        let handlers = EventHandlers([
            try script("c.lua", on: "ONCRMDYNAMICITEMADD_174"),
            try script("b.lua", on: "ONCRMDYNAMICITEMADD", "ONCRMDYNAMICITEMADD_174"),
            try script("a.lua", on: "ONCRMDYNAMICITEMADD"),
        ])
        #expect(handlers.of("ONCRMDYNAMICITEMADD_174", on: "main").map(\.name) == ["a.lua", "b.lua", "c.lua"])
        #expect(handlers.of("ONCRMDYNAMICITEMADD_175", on: "main").map(\.name) == ["a.lua", "b.lua"])
        #expect(handlers.of("ONCRMDYNAMICITEMADD_OF", on: "main").isEmpty)
        #expect(handlers.of("ONCRMDYNAMICITEMADD_174_5", on: "main").isEmpty)
    }
}
