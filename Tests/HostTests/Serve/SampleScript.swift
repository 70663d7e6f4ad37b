import JSON
import Scripting
import Testing
import Timetable

@testable import Host

/// Scripts as `serve` has them, without files.
enum SampleScript {
    /// The portals that scripts can name.
    static let portals = ScriptPortals(names: ["main", "perm"], home: "main", file: "lunokhod.yaml")

    /// A script of a definition's members.
    static func served(
        _ members: JSONObject, name: String = "scripts/a.lua", digest: String = "1", zone: Zone = .utc
    ) throws -> ServedScript {
        let definition = try #require(Definition(["definition": .object(members)]))
        return try ServedScript(
            script: Script(name: name, source: []), digest: digest, definition: definition, zone: zone,
            portals: portals)
    }

    /// A handler of some events.
    static func handler(_ events: [String], name: String = "scripts/a.lua", _ more: JSONObject = [:]) throws
        -> ServedScript
    {
        var members = more
        members["kind"] = "handler"
        members["on"] = .array(events.map(JSONValue.string))
        return try served(members, name: name)
    }
}
