import Bitrix24
import JSON

extension MethodFacts {
    /// What a search tells a program of the method.
    public var summary: JSONValue { .object(head) }

    /// Everything that is known of the method, for a program.
    ///
    /// - Parameter standing: whether the webhook may call it.
    public func facts(standing: MethodStanding) -> JSONValue {
        var members = head
        members["access"] = access.map { .string($0.rawValue) } ?? .null
        members["application_only"] = .bool(needsApplication)
        members["positional"] = .bool(isPositional)
        members["documented"] = .bool(!isMentionedOnly)
        members["entity"] = entity.map(JSONValue.string) ?? .null
        members["callable"] = standing == .unknown ? .null : .bool(standing == .callable)
        members["parameters"] = .array(parameters.map(\.json))
        members["one_of"] = .array(alternatives.map { .array($0.map(JSONValue.string)) })
        members["result"] = result.map(\.json) ?? .null
        members["list"] = list.map(\.json) ?? .null
        members["events"] = .array(events.map { .string($0.code) })
        members["example"] = .string(LuaExample(of: self).code)
        members["link"] = .string(link)
        return .object(members)
    }

    private var head: JSONObject {
        let title = title
        return [
            "method": .string(name), "version": .integer(version.rawValue),
            "title": ["en": .string(title.english), "ru": .string(title.russian)],
            "kind": isWrite ? "write" : "read", "scopes": .array(scopes.map(JSONValue.string)),
            "deprecated": .bool(isDeprecated), "replacement": replacement.map(JSONValue.string) ?? .null,
        ]
    }
}

extension ParameterFacts {
    fileprivate var json: JSONValue {
        var members: JSONObject = ["name": .string(name), "type": .string("\(type)")]
        members["required"] = need == .unstated ? .null : .bool(need == .required)
        if !choices.isEmpty { members["choices"] = .array(choices.map(JSONValue.string)) }
        if !examples.isEmpty { members["examples"] = .array(examples.map(JSONValue.string)) }
        if !keys.isEmpty { members["keys"] = .array(keys.map(JSONValue.string)) }
        if !requiredKeys.isEmpty { members["required_keys"] = .array(requiredKeys.map(JSONValue.string)) }
        if let defaultValue { members["default"] = .string(defaultValue) }
        if !self.members.isEmpty { members["members"] = .array(self.members.map(\.json)) }
        return .object(members)
    }
}

extension ResultFacts {
    fileprivate var json: JSONValue {
        var members: JSONObject = ["kind": .string(kind.rawValue)]
        if let listKey { members["list"] = .string(listKey) }
        if let itemKey { members["item"] = .string(itemKey) }
        if let elements { members["elements"] = .string("\(elements)") }
        if isKeyed { members["keyed"] = true }
        if describesFields { members["describes_fields"] = true }
        if isUnwrapped { members["unwrapped"] = true }
        if !others.isEmpty { members["others"] = .array(others.map(JSONValue.string)) }
        members["fields"] = .array(fields.map { ["name": .string($0.name), "type": .string("\($0.type)")] })
        return .object(members)
    }
}

extension ListFacts {
    fileprivate var json: JSONValue {
        var members: JSONObject = ["walk": .string(walkName), "page_size": .integer(pageSize)]
        if let listKey { members["list"] = .string(listKey) }
        members["identifier"] = .string(identifier)
        for (name, value) in [("filter", filter), ("order", order), ("select", select)] {
            if let value { members[name] = .string(value) }
        }
        return .object(members)
    }
}
