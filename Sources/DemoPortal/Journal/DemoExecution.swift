import JSON

/// A write that the portal has executed.
public struct DemoExecution: Hashable, Sendable {
    /// The method as the vendor writes it: `crm.deal.add`.
    public let method: String
    /// Its parameters, without credentials; from a query or a batch all values are text.
    public let parameters: JSONValue
    /// How many writes were executed before this one.
    public let position: Int
}

extension JSONValue {
    init(_ parameter: Parameter) {
        switch parameter {
        case .null: self = .null
        case .bool(let bool): self = .bool(bool)
        case .integer(let integer): self = .integer(integer)
        case .number(let number): self = .double(number)
        case .text(let text): self = .string(text)
        case .list(let list): self = .array(list.map { JSONValue($0) })
        case .map(let map): self = .object(JSONObject(zip(map.names, map.values).map { ($0, JSONValue($1)) }))
        }
    }
}
