import Bitrix24

/// What one portal adds to the documented types: its own fields, smart processes, methods, and the titles by which
/// scripts find the codes of fields and stages.
struct PortalTypes {
    private let portal: PortalDescription
    private let greatestFile: Int

    /// - Parameter portal: nil if nothing is known; then there are the classes that others refer to.
    /// - Parameter greatestFile: the most bytes of a file.
    init(_ portal: PortalDescription?, greatestFile: Int = EditorTypes.greatestFile) {
        self.portal = portal ?? PortalDescription(asked: "")
        self.greatestFile = greatestFile
    }

    /// The files, each below the greatest size.
    var files: [EditorFile] {
        EditorFile.files(named: "portal", of: entities + titles + stages + methods, greatest: greatestFile)
    }

    // MARK: Fields

    private var entities: [String] {
        portal.entities.flatMap { entity in
            let fields = entity.fields.filter { isNew($0, in: entity) }
            return fields.isEmpty ? [] : fields.compactMap { choices(of: $0, in: entity) } + classes(fields, of: entity)
        }
    }

    /// Whether the catalogue doesn't know a field: an item of a smart process has no facts of its own.
    private func isNew(_ field: PortalDescription.Field, in entity: PortalDescription.Entity) -> Bool {
        field.isCustom || smartProcess(of: entity) != nil
            || !(Catalogue.entity(entity.key)?.fields.contains { $0.name == field.code } ?? false)
    }

    private func smartProcess(of entity: PortalDescription.Entity) -> PortalDescription.SmartProcess? {
        portal.smartProcesses.first { entity.key == "crm.item:\($0.entityTypeID)" }
    }

    private func classes(_ fields: [PortalDescription.Field], of entity: PortalDescription.Entity) -> [String] {
        var record = ClassMembers()
        var taken = ClassMembers()
        var keys = ClassMembers()
        for field in fields {
            let type = PortalFieldType(field, choices: choiceName(of: field, in: entity))
            record.add(field.code, type: type.given, remark: field.title)
            keys.add(field.code, type: "any", isOptional: true, remark: field.title)
            if !field.isReadOnly { taken.add(field.code, type: type.taken, isOptional: true, remark: field.title) }
        }
        let process = smartProcess(of: entity)
        // The classes of documented entities let in all other names already.
        if process != nil {
            taken.open()
            keys.open()
        }
        let note = process.map { "an item of " + $0.title } ?? ""
        return [
            record.declaration(of: EntityClasses.className(.item, of: entity.key), note: note),
            keys.declaration(of: EntityClasses.className(.keys, of: entity.key)),
            taken.declaration(of: EntityClasses.className(.fields, of: entity.key)),
        ]
    }

    private func choiceName(of field: PortalDescription.Field, in entity: PortalDescription.Entity) -> String? {
        guard !field.choices.isEmpty else { return nil }
        return LuaText.className(EntityClasses.className(.item, of: entity.key) + "." + field.code)
    }

    private func choices(of field: PortalDescription.Field, in entity: PortalDescription.Entity) -> String? {
        guard let name = choiceName(of: field, in: entity) else { return nil }
        let values = field.choices.map { choice in
            // What is written as a whole number comes as one.
            let isNumber = Int(choice.id).map { String($0) == choice.id } ?? false
            return "---| \(isNumber ? choice.id : LuaText.quoted(choice.id))\(LuaText.remark(choice.title))\n"
        }
        return "---@alias \(name)\(LuaText.remark(field.title))\n" + values.joined()
    }

    // MARK: Titles

    /// The entities that scripts name fields of, by the names that they use.
    private static let named = [
        "deal": "crm.deal", "lead": "crm.lead", "contact": "crm.contact", "company": "crm.company",
        "quote": "crm.quote", "user": "user", "task": "tasks.task",
    ]

    private var titles: [String] {
        let documented = Self.named.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        let own = portal.smartProcesses.map { ($0.title, "crm.item:\($0.entityTypeID)") }
        var groups: [(name: String, members: ClassMembers)] = []
        for (name, key) in documented + own {
            guard let entity = portal.entity(key), !entity.fields.isEmpty else { continue }
            var members = ClassMembers()
            for field in entity.fields where !field.title.isEmpty {
                members.add(title: field.title, type: LuaText.quoted(field.code))
            }
            groups.append((name, members))
        }
        return Self.lookUp("b24.fields", groups)
    }

    // MARK: Stages

    private var stages: [String] {
        var groups: [(name: String, members: ClassMembers)] = [
            ("deal", stages(of: 2) { $0 == 0 ? "DEAL_STAGE" : "DEAL_STAGE_\($0)" }),
            ("lead", stages(in: "STATUS", of: nil)), ("quote", stages(in: "QUOTE_STATUS", of: nil)),
        ]
        for process in portal.smartProcesses {
            let number = process.entityTypeID
            groups.append((process.title, stages(of: number) { "DYNAMIC_\(number)_STAGE_\($0)" }))
        }
        return Self.lookUp("b24.stage", groups.filter { !$0.members.isEmpty })
    }

    private func stages(of number: Int, list: (Int) -> String) -> ClassMembers {
        var members = ClassMembers()
        for category in portal.categories where category.entityTypeID == number {
            add(list(category.id), of: category.title, to: &members)
        }
        return members
    }

    private func stages(in list: String, of funnel: String?) -> ClassMembers {
        var members = ClassMembers()
        add(list, of: funnel, to: &members)
        return members
    }

    private func add(_ list: String, of funnel: String?, to members: inout ClassMembers) {
        for status in portal.statuses where status.list == list {
            let title = funnel.map { "\($0)/\(status.title)" } ?? status.title
            members.add(title: title, type: LuaText.quoted(status.code))
        }
    }

    /// A class whose fields are classes with titles; one that lets in everything if no title is known.
    private static func lookUp(_ name: String, _ groups: [(name: String, members: ClassMembers)]) -> [String] {
        guard !groups.isEmpty else { return ["---@class \(name)\n---@field [string] table<string, string>\n"] }
        var all = ClassMembers()
        var classes: [String] = []
        for (number, group) in groups.enumerated() {
            let className = "\(name).\(number + 1)"
            classes.append(group.members.declaration(of: className, note: group.name))
            all.add(title: group.name, type: className)
        }
        return classes + [all.declaration(of: name)]
    }

    // MARK: Methods

    /// The methods that this portal has and nobody has documented.
    private var methods: [String] {
        let second = (portal.methods ?? []).filter { Catalogue.method($0) == nil && $0 != "batch" }
        let third = (portal.thirdMethods ?? []).filter { Catalogue.method($0, version: .three) == nil }
        let paths = second.map { ["b24"] + Self.words($0) } + third.map { ["b24", "v3"] + Self.words($0) }
        guard !paths.isEmpty else { return [] }
        let (documented, known) = (Self.documented, Self.known)
        let new = Namespaces(paths)
        let spaces = new.declarations(except: []).filter { !known.contains($0.path) && !documented.contains($0.path) }
        let functions = paths.filter { !$0.contains("") && !new.contains($0) && !known.contains($0) }.map { path in
            let place = path[0] + path.dropFirst().map(LuaText.access).joined()
            return "---Not documented.\n---@param params? table\n---@return any\n\(place) = function(params) end\n"
        }
        return spaces.flatMap(\.texts) + functions
    }

    private static let documented = Set(Catalogue.methods.map(\.path))
    private static let known = Namespaces(Array(documented))

    private static func words(_ method: String) -> [String] {
        method.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    }
}
