import JSON

@testable import Bitrix24

/// Makes a request of a method from its facts: all that it must have, with values that fit.
struct RequestMaker {
    let facts: MethodFacts

    init(_ facts: MethodFacts) { self.facts = facts }

    var request: JSONValue {
        let named = facts.parameters.filter { parameter in
            parameter.need == .required || facts.alternatives.contains { $0.contains(parameter.name) }
        }
        var object = JSONObject(named.filter { !$0.name.hasPrefix("<") }.map { ($0.name, Self.value($0)) })
        for group in facts.alternatives where !group.contains(where: { object[$0] != nil }) {
            object = Self.adding(group, to: object, of: facts.parameters)
        }
        return .object(object)
    }

    private static func value(_ parameter: ParameterFacts) -> JSONValue {
        if let choice = parameter.choices.first { return .string(choice) }
        guard let type = parameter.type.alternatives.first else { return "луна" }
        let kind: ValueType.Kind = type.isList ? .array : type.kind
        switch kind {
        case .integer: return 7
        case .number: return 7.5
        case .boolean, .char: return "Y"
        case .date: return "2026-11-25"
        case .datetime: return "2026-11-25T09:00:00+03:00"
        case .array: return parameter.members.isEmpty ? [] : [members(parameter)]
        case .object: return members(parameter)
        default: return "луна"
        }
    }

    private static func members(_ parameter: ParameterFacts) -> JSONValue {
        let wanted = parameter.members.filter { $0.need == .required && !$0.name.hasPrefix("<") }
        return .object(JSONObject(wanted.map { ($0.name, value($0)) }))
    }

    /// A group may name members of another parameter, at any depth.
    private static func adding(_ group: [String], to object: JSONObject, of parameters: [ParameterFacts]) -> JSONObject
    {
        var object = object
        for parameter in parameters {
            if group.contains(parameter.name) {
                object[parameter.name] = value(parameter)
            } else if parameter.holds(group) {
                object[parameter.name] = .object(
                    adding(
                        group, to: object[parameter.name]?.object ?? members(parameter).object ?? [:],
                        of: parameter.members))
            }
        }
        return object
    }
}

extension ParameterFacts {
    fileprivate func holds(_ names: [String]) -> Bool {
        members.contains { names.contains($0.name) || $0.holds(names) }
    }
}
