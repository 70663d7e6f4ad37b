import JSON
import Testing

/// A script that tells what it gets, with whole numbers and others told apart.
final class Pushed {
    private let session: Session

    init() throws {
        session = try Session(
            """
            local function told(value)
              if math.type(value) == "float" then return { double = string.unpack("<i8", string.pack("<d", value)) } end
              if type(value) == "table" then
                for key, member in pairs(value) do value[key] = told(member) end
              end
              return value
            end
            while true do print(json.encode({ value = told(b24.call("m")) })) end
            """)
        _ = session.run()
    }

    /// How a number that isn't whole for Lua is told.
    static func double(_ double: Double) -> JSONValue { ["double": .integer(Int(bitPattern: UInt(double.bitPattern)))] }

    /// What the script gets of a JSON text.
    func value(of json: [UInt8], shape: [UInt8]) throws -> JSONValue {
        let event = session.answer(json, shape: shape)
        guard case .call = event else { throw Failure(event: event) }
        return try JSONValue(parsing: (session.printed.last ?? "").utf8)["value"] ?? .null
    }

    func value(of json: String, shape: JSONShape) throws -> JSONValue {
        try value(of: Array(json.utf8), shape: shape.bytes)
    }

    struct Failure: Error { let event: Session.Event }
}

extension JSONValue {
    /// The value with members in the order of their names, since a Lua table has none.
    var sorted: JSONValue {
        switch self {
        case .array(let array): .array(array.map(\.sorted))
        case .object(let object):
            .object(JSONObject(object.map { ($0, $1.sorted) }.sorted { $0.0 < $1.0 }))
        default: self
        }
    }
}
