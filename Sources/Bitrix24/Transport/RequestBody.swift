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
    static func batch(_ commands: [BatchCommand], halts: Bool, auth: String?) -> [UInt8] {
        var body = Array(halts ? #"{"halt":1,"cmd":{"#.utf8 : #"{"halt":0,"cmd":{"#.utf8)
        body.reserveCapacity(commands.reduce(256) { $0 + $1.text.length + 32 })
        for (position, command) in commands.enumerated() {
            body.append(contentsOf: (position == 0 ? "\"" : ",\"").utf8)
            body.append(contentsOf: command.name.utf8)
            body.append(contentsOf: "\":\"".utf8)
            command.text.append(to: &body, prefix: command.prefix)
            body.append(UInt8(ascii: "\""))
        }
        body.append(UInt8(ascii: "}"))
        if let auth { body.append(contentsOf: #","auth":"#.utf8 + JSONValue.string(auth).bytes) }
        body.append(UInt8(ascii: "}"))
        return body
    }

    /// The body of a REST 3.0 batch, an array of calls.
    static func batch(_ calls: [PortalCall]) -> [UInt8] {
        JSONValue.array(calls.map { ["method": .string($0.method), "query": $0.parameters] }).bytes
    }
}

/// A command of a batch by its name. Names of one call's commands begin alike, so that they can refer to each other.
struct BatchCommand: Sendable {
    let prefix: String
    let position: Int
    let text: CommandText

    var name: String { prefix + String(position) }
}
