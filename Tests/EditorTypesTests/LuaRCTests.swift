import EditorTypes
import JSON
import Testing

@Suite struct LuaRCTests {
    private func merged(_ text: String?) throws -> JSONValue {
        try JSONValue(parsing: LuaRC.merged(existing: text.map { Array($0.utf8) }))
    }

    @Test(
        "new settings name the version, the folder of types and what a script doesn't have",
        arguments: [nil, "", " \n"])
    func fresh(text: String?) throws {
        let settings = try merged(text)
        #expect(settings["runtime"]?["version"] == "Lua 5.4")
        #expect(settings["workspace"]?["library"] == [".lunokhod/types"])
        for library in ["io", "os", "debug", "package"] {
            #expect(settings["runtime"]?["builtin"]?[library] == "disable", "\(library)")
        }
    }

    @Test("what is set stays, in its order, and merging again changes nothing")
    func kept() throws {
        let old =
            #"{"z": 1, "runtime": {"version": "Lua 5.3", "builtin": {"io": "enable"}}, "workspace": {"library": ["a"]}}"#
        let first = try LuaRC.merged(existing: Array(old.utf8))
        let settings = try JSONValue(parsing: first)
        #expect(settings["runtime"]?["version"] == "Lua 5.3")
        #expect(settings["runtime"]?["builtin"]?["io"] == "enable")
        #expect(settings["runtime"]?["builtin"]?["os"] == "disable")
        #expect(settings["workspace"]?["library"] == ["a", ".lunokhod/types"])
        #expect(settings.object?.names.first == "z")
        #expect(try LuaRC.merged(existing: first) == first)
    }

    @Test(
        "settings with dots, and with Lua before them, are understood and stay such",
        arguments: ["", "Lua."])
    func dotted(prefix: String) throws {
        let old = #"{"\#(prefix)runtime.version": "Lua 5.3", "\#(prefix)workspace.library": ["a"]}"#
        let settings = try merged(old)
        #expect(settings["\(prefix)runtime.version"] == "Lua 5.3")
        #expect(settings["\(prefix)workspace.library"] == ["a", ".lunokhod/types"])
        #expect(settings["runtime.builtin.io"] == "disable")
        #expect(settings["runtime"] == nil)
        #expect(settings["runtime.version"] == (prefix.isEmpty ? "Lua 5.3" : nil))
    }

    @Test("a setting that is no object where ours would go is left alone")
    func whole() throws {
        #expect(try merged(#"{"runtime": {"builtin": "disable"}}"#)["runtime"]?["builtin"] == "disable")
    }

    @Test("what can't be read is an error that says so", arguments: ["{", "[]", "// a comment\n{}", "5", "{} {}"])
    func unreadable(text: String) throws {
        let failure = #expect(throws: LuaRC.Unreadable.self) { try LuaRC.merged(existing: Array(text.utf8)) }
        #expect(failure?.description.hasPrefix(".luarc.json stays as it is") == true)
    }

    @Test("the file is such that people can read it")
    func layout() throws {
        let text = String(decoding: try LuaRC.merged(existing: nil), as: UTF8.self)
        #expect(text.hasPrefix("{\n  \"runtime\": {\n    \"version\": \"Lua 5.4\",\n"))
        #expect(text.hasSuffix("}\n"))
        #expect(text.contains("\"library\": [\".lunokhod/types\"]"))
    }
}
