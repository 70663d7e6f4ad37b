import Bitrix24

/// The annotations of one method: a function, and the classes of its parameters and its result.
struct MethodTypes {
    let facts: MethodFacts
    private let parts: [String]
    private let className: String
    private var blocks: [String] = []

    init(_ facts: MethodFacts) {
        self.facts = facts
        parts = facts.path
        className = LuaText.className(parts.joined(separator: "."))
    }

    /// Writes them.
    /// - Parameter isNamespace: whether names of other methods begin with this one's.
    static func text(of facts: MethodFacts, isNamespace: Bool, book: inout ClassBook) -> [String] {
        var types = MethodTypes(facts)
        let (params, isOptional) = types.parameters(&book)
        let result = types.result(&book)
        let mark = isOptional ? "?" : ""
        let place = parts(types.parts)
        let head = types.note + (facts.isDeprecated ? types.deprecation : "")
        if isNamespace {
            let call = "---@overload fun(params\(mark): \(params)): \(result)"
            types.blocks.append(head + "---@class \(types.className)\n\(call)\n\(place) = {}\n")
        } else {
            let signature = "---@param params\(mark) \(params)\n---@return \(result)\n"
            let plain = types.parts.allSatisfy(LuaText.isIdentifier)
            let function = plain ? "function \(place)(params) end\n" : "\(place) = function(params) end\n"
            types.blocks.append(head + signature + function)
        }
        return types.blocks
    }

    private static func parts(_ parts: [String]) -> String { parts[0] + parts.dropFirst().map(LuaText.access).joined() }

    // MARK: What is said of it

    private var note: String {
        var facts: [String] = []
        if let list = self.facts.list {
            facts.append("Lists, \(list.pageSize) a page.")
        } else {
            facts.append(self.facts.isWrite ? "Changes something." : "Reads.")
        }
        let scopes = self.facts.scopes
        if !scopes.isEmpty { facts.append("Scope \(scopes.joined(separator: " or ")).") }
        if self.facts.needsApplication { facts.append("For applications only.") }
        if self.facts.access == .admin { facts.append("For administrators only.") }
        if self.facts.access == .other { facts.append("Depends on the user's rights.") }
        for group in self.facts.alternatives { facts.append("Needs \(group.joined(separator: " or ")).") }
        return "---\(facts.joined(separator: " ")) [Documentation](\(self.facts.link))\n"
    }

    private var deprecation: String {
        guard let replacement = facts.replacement else { return "---@deprecated\n" }
        return "---@deprecated use \(replacement)\n"
    }

    // MARK: What it takes

    private mutating func parameters(_ book: inout ClassBook) -> (type: String, isOptional: Bool) {
        let parameters = facts.parameters
        guard !parameters.isEmpty else { return ("table", true) }
        let isOptional = !parameters.contains { $0.need == .required }
        let proposed = className + ".Params"
        var members = ClassMembers()
        for (place, parameter) in parameters.enumerated() {
            let type = type(of: parameter, in: proposed, &book)
            let optional = parameter.need != .required
            if facts.isPositional {
                members.add(at: place + 1, parameter.name, type: type, isOptional: optional)
            } else {
                members.add(parameter.name, type: type, isOptional: optional, remark: parameter.remark)
            }
        }
        if members.content == Self.identifier { return ("b24.id_params", false) }
        blocks.append(members.declaration(of: proposed))
        return (proposed, isOptional)
    }

    /// The fields of the one class of parameters that many methods have; `b24.lua` declares it.
    private static let identifier = "---@field id b24.id\n"

    private mutating func declare(
        _ members: ClassMembers, proposed: String, place: String, _ book: inout ClassBook
    ) -> String {
        let (name, text) = book.name(of: members, proposed: LuaText.className(proposed), place: place)
        if let text { blocks.append(text) }
        return name
    }

    private mutating func type(of parameter: ParameterFacts, in owner: String, _ book: inout ClassBook) -> String {
        let isList = parameter.type.alternatives.contains { $0.isList }
        if !parameter.members.isEmpty {
            let members = members(of: parameter, in: owner, &book)
            let name = declare(members, proposed: "\(owner).\(parameter.name)", place: "members " + parts[1], &book)
            return isList ? name + "[]" : name
        }
        let names = parameter.keys
        if !names.isEmpty {
            if parameter.selects { return "(string|\(names.map(LuaText.quoted).joined(separator: "|")))[]" }
            let members = parameter.keyMembers
            return declare(members, proposed: "\(owner).\(parameter.name)", place: "members " + parts[1], &book)
        }
        return entityType(of: parameter, &book)
            ?? LuaType(type: parameter.type, name: parameter.name, choices: parameter.choices).taken
    }

    private mutating func members(
        of parameter: ParameterFacts, in owner: String, _ book: inout ClassBook
    ) -> ClassMembers {
        var members = ClassMembers()
        for member in parameter.members {
            let type = type(of: member, in: "\(owner).\(parameter.name)", &book)
            members.add(member.name, type: type, isOptional: member.need != .required, remark: member.remark)
        }
        // The keys of a filter have prefixes, and an entity has fields that only its portal knows.
        if parameter.filters || parameter.name.lowercased() == "fields" { members.open() }
        return members
    }

    /// The type of a parameter that names fields of the method's entity.
    private func entityType(of parameter: ParameterFacts, _ book: inout ClassBook) -> String? {
        let kinds = parameter.type.alternatives.map(\.kind)
        guard kinds.allSatisfy({ [.object, .array, .any, .string].contains($0) }) else { return nil }
        let isTable = kinds != [.string]
        switch parameter.name.lowercased() {
        case "select":
            return (book.name(of: .name, of: facts.entity) ?? "string") + "[]"
        case "filter" where facts.version == .two && isTable, "order" where isTable:
            return book.name(of: .keys, of: facts.entity) ?? "table<string, any>"
        case "fields" where isTable:
            return book.name(of: .fields, of: facts.entity) ?? "table<string, any>"
        default: return nil
        }
    }

    // MARK: What it gives

    private mutating func result(_ book: inout ClassBook) -> String {
        guard let result = facts.result else { return "any" }
        let record = record(of: result, &book)
        if facts.list != nil { return "b24.sequence<\(record)>|fun():\(record)" }
        switch result.kind {
        case .object: return envelope(of: result, around: record)
        case .array: return Self.list(of: record)
        case .boolean, .integer, .string: return result.kind.rawValue
        case .null: return "nil"
        }
    }

    private func envelope(of result: ResultFacts, around record: String) -> String {
        let keyed = "table<string, \(record)>"
        if let key = result.listKey {
            let others = result.others.map { ", \(LuaText.key($0)): any" }.joined()
            return "{ \(LuaText.key(key)): \(result.isKeyed ? keyed : Self.list(of: record))\(others) }"
        }
        if let key = result.itemKey { return "{ \(LuaText.key(key)): \(result.isKeyed ? keyed : record) }" }
        if result.isKeyed { return keyed }
        return record == "any" ? "table" : record
    }

    private mutating func record(of result: ResultFacts, _ book: inout ClassBook) -> String {
        if result.describesFields { return "b24.field" }
        if let elements = result.elements { return LuaType(type: elements).given }
        if result.fields.isEmpty { return "any" }
        if let name = book.name(ofAnswer: result.fields, of: facts.entity) { return name }
        let types = RecordTypes(entity: facts.entity.flatMap(Catalogue.entity))
        var members = ClassMembers()
        for field in result.fields { members.add(field.name, type: types.type(of: field)) }
        return declare(members, proposed: className + ".Result", place: "result " + parts[1], &book)
    }

    private static func list(of type: String) -> String { type.contains("|") ? "(\(type))[]" : type + "[]" }
}
