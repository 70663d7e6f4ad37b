/// A JSON value of one's own, for what is built or changed; to read a reply, a `JSONView` is cheaper.
public enum JSONValue: Hashable, Sendable {
    /// The literal `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A whole number.
    case integer(Int)
    /// Any other number; must be finite to be written.
    case double(Double)
    /// A string.
    case string(String)
    /// A list of values.
    case array([JSONValue])
    /// Named values in their order.
    case object(JSONObject)

    /// Copies a value out of a document.
    public init(_ view: JSONView) {
        switch view.kind {
        case .null: self = .null
        case .bool: self = .bool(view.bool ?? false)
        case .integer: self = view.integer.map(JSONValue.integer) ?? .double(view.double ?? 0)
        case .double: self = .double(view.double ?? 0)
        case .string: self = .string(view.string ?? "")
        case .array: self = .array(view.elements.map(JSONValue.init))
        case .object: self = .object(JSONObject(view.members.map { ($0.name, JSONValue($0.value)) }))
        }
    }

    /// Parses a JSON text.
    public init(parsing bytes: some Collection<UInt8>) throws(JSONError) {
        self.init(try JSONDocument(parsing: bytes).root)
    }

    /// The object's member of that name; nil for any other value.
    public subscript(name: String) -> JSONValue? { object?[name] }

    /// The element at a position from 0; nil outside and for any other value.
    public subscript(position: Int) -> JSONValue? {
        guard let array, array.indices.contains(position) else { return nil }
        return array[position]
    }

    /// The members, if this is an object.
    public var object: JSONObject? { if case .object(let object) = self { object } else { nil } }
    /// The elements, if this is an array.
    public var array: [JSONValue]? { if case .array(let array) = self { array } else { nil } }
    /// The string, if it is one.
    public var string: String? { if case .string(let string) = self { string } else { nil } }
    /// The integer, if it is one.
    public var integer: Int? { if case .integer(let integer) = self { integer } else { nil } }
    /// The boolean, if it is one.
    public var bool: Bool? { if case .bool(let bool) = self { bool } else { nil } }
    /// The number, if it is one.
    public var double: Double? {
        switch self {
        case .integer(let integer): Double(integer)
        case .double(let double): double
        default: nil
        }
    }
    /// Whether this is `null`.
    public var isNull: Bool { self == .null }

    /// The value as a JSON text (UTF-8, no white space).
    public var bytes: [UInt8] {
        var writer = JSONWriter()
        writer.value(self)
        return writer.bytes
    }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
    /// `"text"`.
    public init(stringLiteral value: String) { self = .string(value) }
    /// `5`.
    public init(integerLiteral value: Int) { self = .integer(value) }
    /// `0.5`.
    public init(floatLiteral value: Double) { self = .double(value) }
    /// `true`.
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    /// `[1, 2]`.
    public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    /// `["a": 1]`.
    public init(dictionaryLiteral elements: (String, JSONValue)...) { self = .object(JSONObject(elements)) }
    /// `nil`.
    public init(nilLiteral: ()) { self = .null }
}
