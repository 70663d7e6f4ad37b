import Bitrix24

/// The classes of one entity, which its methods share.
struct EntityClasses {
    /// The classes that there can be.
    enum Part: CaseIterable, Hashable {
        /// What methods give.
        case item
        /// Names to filter and to sort by.
        case keys
        /// What methods take to make or change one.
        case fields
        /// Names to select.
        case name
    }

    /// The entity's key in the catalogue.
    let key: String
    private let facts: EntityFacts?
    private let types: RecordTypes
    private var record: [(name: String, types: [String])] = []
    private var used: Set<Part> = []

    init(key: String) {
        self.key = key
        facts = Catalogue.entity(key)
        types = RecordTypes(entity: facts)
    }

    /// What a class of an entity is called, such as `b24.crm.deal.Item`.
    static func className(_ part: Part, of key: String) -> String {
        let base = LuaText.className((key.contains(":v3") ? "b24.v3." : "b24.") + key.replacing(":v3", with: ""))
        switch part {
        case .item: return base + ".Item"
        case .keys: return base + ".Keys"
        case .fields: return base + ".Fields"
        case .name: return base + ".Name"
        }
    }

    /// Whether anything is known that a class could be made of.
    var isKnown: Bool { !(facts?.fields ?? []).isEmpty || !record.isEmpty }

    /// The name of a class that a method needs.
    mutating func use(_ part: Part) -> String {
        used.insert(part)
        return Self.className(part, of: key)
    }

    /// Whether the class of what methods give holds what a method gives.
    func gives(_ answer: [ResultFacts.Field]) -> Bool { types.describe(answer) }

    /// Takes the fields of what a method gives into the class.
    mutating func join(_ answer: [ResultFacts.Field]) {
        for field in answer {
            let type = types.type(of: field)
            if let place = record.firstIndex(where: { $0.name == field.name }) {
                if !record[place].types.contains(type) { record[place].types.append(type) }
            } else {
                record.append((field.name, [type]))
            }
        }
    }

    /// The classes that are needed.
    var declarations: [String] { Part.allCases.filter(used.contains).map(declaration) }

    private func declaration(of part: Part) -> String {
        let name = Self.className(part, of: key)
        if part == .name {
            return "---@alias \(name) string|" + names.map(LuaText.quoted).joined(separator: "|") + "\n"
        }
        var members = ClassMembers()
        switch part {
        case .item: addRecord(to: &members)
        case .fields: addFields(to: &members)
        default: for name in names { members.add(name, type: "any", isOptional: true) }
        }
        if part != .item { members.open() }
        return members.declaration(of: name)
    }

    private func addRecord(to members: inout ClassMembers) {
        for (name, types) in record {
            members.add(name, type: types.contains("any") ? "any" : types.joined(separator: "|"))
        }
        if facts?.fields.contains(where: { $0.name.hasSuffix("*") }) ?? false { members.open() }
    }

    private func addFields(to members: inout ClassMembers) {
        for field in facts?.fields ?? [] where !field.isReadOnly {
            let choices = field.statusType == nil ? field.choices : []
            let type = LuaType(
                type: field.type, name: field.name, choices: choices, isMultiple: field.isMultiple)
            members.add(field.name, type: type.taken, isOptional: true)
        }
    }

    private var names: [String] {
        let documented = (facts?.fields ?? []).map(\.name)
        return (documented.isEmpty ? record.map(\.name) : documented)
            .filter { !$0.isEmpty && !$0.hasSuffix("*") && !$0.hasPrefix("<") }
    }
}
