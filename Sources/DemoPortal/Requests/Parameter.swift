import JSON

/// A value that a request brings: from JSON as it is, from a query always as text.
enum Parameter: Hashable, Sendable {
    case null
    case bool(Bool)
    case integer(Int)
    case number(Double)
    case text(String)
    case list([Parameter])
    case map(ParameterMap)

    /// Copies a JSON value.
    init(_ view: JSONView) {
        switch view.kind {
        case .null: self = .null
        case .bool: self = .bool(view.bool ?? false)
        case .integer: self = view.integer.map(Parameter.integer) ?? .number(view.double ?? 0)
        case .double: self = .number(view.double ?? 0)
        case .string: self = .text(view.string ?? "")
        case .array: self = .list(view.elements.map(Parameter.init))
        case .object:
            var map = ParameterMap()
            for (name, value) in view.members { map[name] = Parameter(value) }
            self = .map(map)
        }
    }

    /// Copies a JSON value.
    init(_ value: JSONValue) {
        switch value {
        case .null: self = .null
        case .bool(let bool): self = .bool(bool)
        case .integer(let integer): self = .integer(integer)
        case .double(let double): self = .number(double)
        case .string(let string): self = .text(string)
        case .array(let elements): self = .list(elements.map(Parameter.init))
        case .object(let members):
            var map = ParameterMap()
            for (name, member) in members { map[name] = Parameter(member) }
            self = .map(map)
        }
    }

    /// The value as PHP turns it into text; nil for lists and maps.
    var text: String? {
        switch self {
        case .null: ""
        case .bool(let bool): bool ? "1" : ""
        case .integer(let integer): String(integer)
        case .number(let number): Int(exactly: number).map(String.init) ?? number.description
        case .text(let text): text
        case .list, .map: nil
        }
    }

    /// The value as PHP turns it into a whole number: the digits at the start of a text, else 0.
    var integer: Int {
        switch self {
        case .null, .list, .map: 0
        case .bool(let bool): bool ? 1 : 0
        case .integer(let integer): integer
        case .number(let number): Int(exactly: number.rounded(.towardZero)) ?? 0
        case .text(let text): Parameter.leadingInteger(of: text)
        }
    }

    /// The value as PHP turns it into a number.
    var number: Double {
        switch self {
        case .number(let number): return number
        case .text(let text):
            let trimmed = text.drop { $0 == " " }
            let digits = trimmed.prefix { $0.isASCII && ($0.isNumber || "+-.eE".contains($0)) }
            guard let number = Double(digits), number.isFinite else { return Double(integer) }
            return number
        default: return Double(integer)
        }
    }

    /// Whether the value switches something on: `Y`, `1`, `true`.
    var isOn: Bool {
        switch self {
        case .bool(let bool): bool
        case .text(let text): ["y", "1", "true"].contains(text.lowercased())
        default: integer != 0
        }
    }

    /// Whether there is nothing in it.
    var isEmpty: Bool {
        switch self {
        case .null: true
        case .text(let text): text.isEmpty
        case .list(let list): list.isEmpty
        case .map(let map): map.isEmpty
        default: false
        }
    }

    /// The elements of a list or the values of a map, which are the same for PHP; nil for a single value.
    var elements: [Parameter]? {
        switch self {
        case .list(let list): list
        case .map(let map): map.values
        default: nil
        }
    }

    /// Names and values of a map or a list (then the names are positions); nil for a single value.
    var members: [(name: String, value: Parameter)]? {
        switch self {
        case .map(let map): Array(zip(map.names, map.values)).map { ($0, $1) }
        case .list(let list): list.enumerated().map { (String($0), $1) }
        default: nil
        }
    }

    /// The member of that name, capital or small; nil if there is none.
    func member(_ name: String) -> Parameter? { if case .map(let map) = self { map.anyCase(name) } else { nil } }

    private static func leadingInteger(of text: String) -> Int {
        var value = 0
        var negative = false
        var started = false
        for byte in text.utf8 {
            switch byte {
            case 0x20 where !started, 0x09 where !started, 0x0A where !started: continue
            case 0x2D where !started: (negative, started) = (true, true)
            case 0x2B where !started: started = true
            case 0x30...0x39:
                started = true
                let (product, overflow) = value.multipliedReportingOverflow(by: 10)
                let (sum, carry) = product.addingReportingOverflow(Int(byte - 0x30))
                if overflow || carry { return negative ? .min : .max }
                value = sum
            default: return negative ? -value : value
            }
        }
        return negative ? -value : value
    }
}
