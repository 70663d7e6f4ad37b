import JSON
import Scripting

/// A made-up portal for the Lua tests, whose answers say what was asked: `fake_host.lua` has the same.
actor EchoRoom: Room {
    private var logged: [JSONValue] = []

    nonisolated func answers(_ name: String) -> Bool {
        name == "log" || name.hasPrefix("b24.") || name.hasPrefix("names.")
    }

    func answer(_ call: HostCall) throws(HostCallFailure) -> Answer { Answer(try value(of: call)) }

    private func value(of call: HostCall) throws(HostCallFailure) -> JSONValue {
        let method = call.arguments["method"]?.string ?? ""
        switch call.name {
        case "log":
            logged.append(call.arguments)
            return .null
        case "b24.describe": return ["lists": .bool(method.hasSuffix("list"))]
        case "b24.call": return ["result": call.arguments]
        case "b24.result": return try result(of: method, call.arguments)
        case "b24.list.count": return .integer(call.arguments["params"]?["items"]?.array?.count ?? 0)
        case "b24.list.open": return page(call.arguments)
        case "b24.list.next":
            return ["list": 1, "items": [["ID": 100]], "done": true, "partial": "the rest was refused"]
        case "b24.batch": return batch(call.arguments)
        case "names.field", "names.stage", "names.choice": return try code(call)
        default: throw HostCallFailure(code: "HOST", message: "there is no \(call.name)")
        }
    }

    private func result(of method: String, _ arguments: JSONValue) throws(HostCallFailure) -> JSONValue {
        if method == "fail" { throw HostCallFailure(error: Self.failure) }
        guard method == "test.logged" else { return arguments }
        defer { logged = [] }
        return .array(logged)
    }

    /// Every field has the code that is asked for, except for one that isn't there.
    private func code(_ call: HostCall) throws(HostCallFailure) -> JSONValue {
        let title = call.arguments["title"]?.string ?? ""
        if title == "none" { throw HostCallFailure(code: "NAME", message: "there is none") }
        let parts = [call.name, call.arguments["entity"]?.string ?? "", call.arguments["field"]?.string ?? "", title]
        return .string(parts.joined(separator: "|"))
    }

    private func page(_ arguments: JSONValue) -> JSONValue {
        let params = arguments["params"]
        return [
            "list": 1, "items": params?["items"] ?? [arguments], "note": params?["note"] ?? .null,
            "done": .bool(params?["more"] == nil),
        ]
    }

    private func batch(_ arguments: JSONValue) -> JSONValue {
        var results: JSONObject = [:]
        var errors: JSONObject = [:]
        for (index, command) in (arguments["commands"]?.array ?? []).enumerated() {
            let name = command["name"]?.string ?? ""
            if command["method"] == "fail" {
                errors[name] = Self.failure
            } else {
                results[name] = [
                    "position": .integer(index + 1), "command": command, "halt": arguments["halt"] ?? .null,
                    "raw": arguments["raw"] ?? .null,
                ]
            }
        }
        return ["results": .object(results), "errors": .object(errors)]
    }

    private static let failure: JSONValue = [
        "code": "FAILED", "message": "the method failed", "method": "fail", "status": 400, "retryable": false,
    ]
}
