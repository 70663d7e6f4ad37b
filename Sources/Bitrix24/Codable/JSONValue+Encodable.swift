import JSON

extension JSONValue {
    /// Writes the value with any encoder.
    func encode(to encoder: any Encoder) throws {
        switch self {
        case .array(let elements):
            var container = encoder.unkeyedContainer()
            for element in elements { try container.encode(Parameters(element)) }
        case .object(let members):
            var container = encoder.container(keyedBy: CodingStep.self)
            for (name, member) in members { try container.encode(Parameters(member), forKey: .name(name)) }
        default:
            var container = encoder.singleValueContainer()
            switch self {
            case .bool(let bool): try container.encode(bool)
            case .integer(let integer): try container.encode(integer)
            case .double(let double): try container.encode(double)
            case .string(let string): try container.encode(string)
            default: try container.encodeNil()
            }
        }
    }
}
