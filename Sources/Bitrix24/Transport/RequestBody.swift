import JSON

/// What a request carries.
enum RequestBody {
    /// The body of one call; an application's token goes into it.
    static func call(_ call: PortalCall, auth: String?) -> [UInt8] {
        guard let auth, var members = call.parameters.object else { return call.parameters.bytes }
        members["auth"] = .string(auth)
        return JSONValue.object(members).bytes
    }

    /// The body of a REST 2 batch.
    static func batch(_ commands: [(name: String, text: String)], halts: Bool, auth: String?) -> [UInt8] {
        var writer = JSONWriter(capacity: commands.reduce(64) { $0 + $1.text.utf8.count + 16 })
        writer.beginObject()
        writer.name("halt")
        writer.integer(halts ? 1 : 0)
        writer.name("cmd")
        writer.beginObject()
        for (name, text) in commands {
            writer.name(name)
            writer.string(text)
        }
        writer.endObject()
        if let auth {
            writer.name("auth")
            writer.string(auth)
        }
        writer.endObject()
        return writer.bytes
    }

    /// The body of a REST 3.0 batch, an array of calls.
    static func batch(_ calls: [PortalCall]) -> [UInt8] {
        JSONValue.array(calls.map { ["method": .string($0.method), "query": $0.parameters] }).bytes
    }
}
