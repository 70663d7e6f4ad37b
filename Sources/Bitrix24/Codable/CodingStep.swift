/// A step of a path into a value, where it is no key of a type's own.
enum CodingStep: CodingKey {
    case name(String)
    case position(Int)

    init(stringValue: String) { self = .name(stringValue) }
    init(intValue: Int) { self = .position(intValue) }

    var stringValue: String {
        switch self {
        case .name(let name): name
        case .position(let position): "[\(position)]"
        }
    }
    var intValue: Int? { if case .position(let position) = self { position } else { nil } }
}

/// The way from an answer's beginning to a value in it. Steps share what is before them, so that a step costs nothing
/// but itself.
indirect enum CodingRoute: Sendable {
    case start
    case step(CodingRoute, any CodingKey)

    /// The steps in their order.
    var keys: [any CodingKey] {
        var keys: [any CodingKey] = []
        var route = self
        while case .step(let before, let key) = route {
            keys.append(key)
            route = before
        }
        return keys.reversed()
    }
}

extension [any CodingKey] {
    /// The path as a person reads it: `fields.PHONE[0].VALUE`.
    var text: String {
        reduce(into: "") { text, key in
            if let position = key.intValue {
                text += "[\(position)]"
            } else {
                text += (text.isEmpty ? "" : ".") + key.stringValue
            }
        }
    }
}
