import JSON

/// The settings of the Lua language server, `.luarc.json`.
public enum LuaRC {
    /// Where the types are, from the folder of `.luarc.json`.
    public static let folder = ".lunokhod/types"

    /// Why settings stay as they are.
    public struct Unreadable: Error, Hashable, Sendable, CustomStringConvertible {
        /// What is wrong and what to do.
        public let description: String
    }

    /// Completes settings: what is set stays, and what a script of Lunokhod needs and isn't set is added.
    /// - Parameter existing: the bytes of the file, nil if there is none.
    public static func merged(existing: [UInt8]?) throws(Unreadable) -> [UInt8] {
        var settings = try read(existing)
        let isDotted = settings.names.contains { $0.contains(".") }
        for (path, value) in wanted where !isSet(path, in: settings) {
            if isDotted {
                settings[path.joined(separator: ".")] = value
            } else {
                settings = set(path[...], to: value, in: settings)
            }
        }
        add(folder, to: ["workspace", "library"], in: &settings, isDotted: isDotted)
        return SettingsLayout.text(of: settings)
    }

    /// A script has no files, no system and no other modules; the library's own `require` is among the types.
    private static let wanted: [(path: [String], value: JSONValue)] =
        [(["runtime", "version"], "Lua 5.4")]
        + ["debug", "io", "os", "package"].map { (["runtime", "builtin", $0], "disable") }
        + [(["workspace", "checkThirdParty"], false)]

    private static func read(_ existing: [UInt8]?) throws(Unreadable) -> JSONObject {
        guard let existing, existing.contains(where: { !" \t\r\n".utf8.contains($0) }) else { return [:] }
        let how = "add \(folder) to its workspace.library yourself, or remove the file and run this again"
        do throws(JSONError) {
            if let object = try JSONValue(parsing: existing).object { return object }
        } catch {
            throw Unreadable(description: ".luarc.json stays as it is, \(error); \(how)")
        }
        throw Unreadable(description: ".luarc.json stays as it is, it is no JSON object; \(how)")
    }

    // MARK: The ways in which a setting is written

    /// The names of a setting: each part an object's, or several joined by dots; with `Lua` before or without.
    private static func find(_ path: ArraySlice<String>, in object: JSONObject) -> [String]? {
        for count in path.indices.map({ $0 - path.startIndex + 1 }) {
            let name = path.prefix(count).joined(separator: ".")
            guard let value = object[name] else { continue }
            if count == path.count { return [name] }
            if let rest = value.object.flatMap({ find(path.dropFirst(count), in: $0) }) { return [name] + rest }
        }
        return nil
    }

    private static func place(of path: [String], in settings: JSONObject) -> [String]? {
        find(path[...], in: settings) ?? find((["Lua"] + path)[...], in: settings)
    }

    private static func isSet(_ path: [String], in settings: JSONObject) -> Bool {
        place(of: path, in: settings) != nil || isSetWhole(path, in: settings)
    }

    /// Whether something above a setting is set to what is no object: then nothing can be added below it.
    private static func isSetWhole(_ path: [String], in settings: JSONObject) -> Bool {
        (1..<path.count).contains { count in
            guard let place = place(of: Array(path.prefix(count)), in: settings) else { return false }
            return value(at: place[...], in: .object(settings))?.object == nil
        }
    }

    private static func value(at place: ArraySlice<String>, in value: JSONValue) -> JSONValue? {
        guard let name = place.first else { return value }
        return value.object?[name].flatMap { self.value(at: place.dropFirst(), in: $0) }
    }

    private static func set(_ place: ArraySlice<String>, to value: JSONValue, in object: JSONObject) -> JSONObject {
        guard let name = place.first else { return object }
        var object = object
        let rest = place.dropFirst()
        object[name] = rest.isEmpty ? value : .object(set(rest, to: value, in: object[name]?.object ?? [:]))
        return object
    }

    private static func add(
        _ text: String, to path: [String], in settings: inout JSONObject, isDotted: Bool
    ) {
        if let place = place(of: path, in: settings) {
            guard case let list = value(at: place[...], in: .object(settings))?.array ?? [],
                !list.contains(.string(text))
            else { return }
            settings = set(place[...], to: .array(list + [.string(text)]), in: settings)
        } else if isDotted {
            settings[path.joined(separator: ".")] = [.string(text)]
        } else {
            settings = set(path[...], to: [.string(text)], in: settings)
        }
    }
}
