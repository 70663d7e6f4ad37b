/// A value of a form: everything is a text, or a group of values.
public enum FormValue: Hashable, Sendable {
    /// What stands after the `=`, decoded.
    case text(String)
    /// Values whose names are 0, 1, 2 … in this order.
    case list([FormValue])
    /// Named values in the order in which they came.
    case map(FormMap)

    /// The text; nil for a group.
    public var text: String? { if case .text(let text) = self { text } else { nil } }

    /// The values of a group; nil for a text.
    public var elements: [FormValue]? {
        switch self {
        case .text: nil
        case .list(let list): list
        case .map(let map): map.values
        }
    }

    /// The value of that name in a group: `form["auth"]?["application_token"]?.text`. In a list the name is a position.
    public subscript(name: String) -> FormValue? {
        switch self {
        case .text: return nil
        case .list(let list):
            guard let position = Int(name), list.indices.contains(position), String(position) == name else {
                return nil
            }
            return list[position]
        case .map(let map): return map[name]
        }
    }
}

extension FormValue: ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
    /// A text.
    public init(stringLiteral text: String) { self = .text(text) }
    /// A list.
    public init(arrayLiteral elements: FormValue...) { self = .list(elements) }
    /// A map in the order of the literal.
    public init(dictionaryLiteral members: (String, FormValue)...) { self = .map(FormMap(members)) }
}
