/// Finds the codes that belong to what people read: fields, stages and values of lists by their titles.
public struct PortalNames: Sendable {
    /// Why a name leads to no code.
    public struct Failure: Error, Hashable, Sendable, CustomStringConvertible {
        /// The sentence for the person who meets it, without a full stop.
        public let description: String
        /// What to ask the portal before giving up, since it may be new; nil if that is of no use.
        public let part: PortalSurvey.Part?
    }

    private let portal: PortalDescription

    /// The names in a description of a portal.
    public init(_ description: PortalDescription) { portal = description }

    /// The code of a field.
    ///
    /// - Parameters:
    ///   - title: what people see, or the code itself; case and spaces around it don't matter if nothing else fits.
    ///   - entity: `deal`, `lead`, `contact`, `company`, `quote`, `invoice`, `user`, `task`, a smart process's title
    ///     or its number; `item.deal` for the field's name in `crm.item.*`.
    public func field(_ title: String, of entity: String) throws(Failure) -> String {
        try found(title, of: entity).code
    }

    /// The code of a stage, such as `C1:PREPARATION`.
    ///
    /// - Parameters:
    ///   - title: the funnel's title, a slash and the stage's, or the stage's alone where one funnel has it.
    ///   - entity: whose stage it is, such as `deal`, or a smart process by its title or number.
    public func stage(_ title: String, of entity: String) throws(Failure) -> String {
        let target = try target(entity)
        let owner = owner(of: target)
        guard let type = target.entity.type, let prefix = target.entity.stages else {
            throw Failure(description: "\(owner) \(has(target)) no stages", part: nil)
        }
        let part = PortalSurvey.Part.stages(type)
        let titles = portal.statuses.compactMap { status -> TitleList.Entry? in
            guard let funnel = funnel(of: status.list, prefix: prefix, type: type) else { return nil }
            let full = funnel.isEmpty ? status.title : "\(funnel)/\(status.title)"
            return TitleList.Entry(code: status.code, title: full, short: status.title)
        }
        guard !titles.isEmpty else {
            throw Failure(description: missing("the stages of \(owner)", gap: .statuses), part: part)
        }
        return try code(
            of: title, in: TitleList(what: "stage", owner: "\(owner) \(has(target))", entries: titles), part: part)
    }

    /// What a list field's value of that title is written as, such as `45`.
    public func choice(_ title: String, of field: String, of entity: String) throws(Failure) -> String {
        let target = try target(entity)
        let found = try found(field, of: entity)
        let entries: [TitleList.Entry]
        if let list = found.statusType, found.choices.isEmpty {
            entries = portal.statuses.filter { $0.list == list }.map { TitleList.Entry(code: $0.code, title: $0.title) }
        } else {
            entries = found.choices.map { TitleList.Entry(code: $0.id, title: $0.title) }
        }
        let part = found.statusType == nil ? .entity(target.key) : PortalSurvey.Part.stages(target.entity.type ?? 0)
        guard !entries.isEmpty else {
            throw Failure(description: "the field '\(found.title)' (\(found.code)) has no list of values", part: part)
        }
        return try code(
            of: title, in: TitleList(what: "value", owner: "the field '\(found.title)' has", entries: entries),
            part: part)
    }

    // MARK: Entities

    /// What a name of an entity stands for.
    private struct Target {
        let entity: PortalEntity
        /// The key in the description.
        let key: String
    }

    private func target(_ name: String) throws(Failure) -> Target {
        let isItem = name.hasPrefix("item.")
        let word = isItem ? String(name.dropFirst("item.".count)) : name
        if let entity = PortalEntity.known.first(where: { $0.name == word.lowercased() }) {
            if let type = entity.type, isItem || entity.key == nil {
                return Target(entity: entity, key: "crm.item:\(type)")
            }
            guard !isItem, let key = entity.key else {
                throw Failure(description: "crm.item has no \(entity.plural); write \(entity.name) instead", part: nil)
            }
            return Target(entity: entity, key: key)
        }
        if let type = Int(word) { return Target(entity: PortalEntity(type: type), key: "crm.item:\(type)") }
        if portal.smartProcesses.isEmpty,
            portal.gaps.contains(where: { $0.subject == SurveyQuestion.smartProcesses.subject })
        {
            throw Failure(description: missing("the smart processes", gap: .smartProcesses), part: .smartProcesses)
        }
        let processes = portal.smartProcesses.map { TitleList.Entry(code: "\($0.entityTypeID)", title: $0.title) }
        let names = PortalEntity.known.map { TitleList.Entry(code: $0.name, title: $0.name) }
        let list = TitleList(what: "entity or smart process", owner: "the portal has", entries: processes + names)
        let code = try code(of: word, in: list, part: .smartProcesses)
        guard let type = Int(code) else { return try target((isItem ? "item." : "") + code) }
        return Target(entity: PortalEntity(type: type), key: "crm.item:\(type)")
    }

    /// `deals`, or a smart process by its title.
    private func owner(of target: Target) -> String {
        guard let process = portal.smartProcesses.first(where: { $0.entityTypeID == target.entity.type }) else {
            return target.entity.plural
        }
        return "'\(process.title)'"
    }

    private func has(_ target: Target) -> String {
        PortalEntity.known.contains { $0.name == target.entity.name } ? "have" : "has"
    }

    // MARK: Look-up

    private func found(_ title: String, of entity: String) throws(Failure) -> PortalDescription.Field {
        let target = try target(entity)
        let owner = owner(of: target)
        let part = PortalSurvey.Part.entity(target.key)
        guard let fields = portal.entity(target.key)?.fields, !fields.isEmpty else {
            let question: SurveyQuestion =
                target.key.hasPrefix("crm.item:") ? .itemFields(target.entity.type ?? 0) : .fields(target.key)
            throw Failure(description: missing("the fields of \(owner)", gap: question), part: part)
        }
        // `UF_CRM_1` is understood where `ufCrm_1` is meant.
        if let field = fields.first(where: { $0.code == title }) ?? fields.first(where: { $0.upperName == title }) {
            return field
        }
        let entries = fields.map { TitleList.Entry(code: $0.code, title: $0.title) }
        let code = try code(
            of: title, in: TitleList(what: "field", owner: "\(owner) \(has(target))", entries: entries), part: part)
        guard let field = fields.first(where: { $0.code == code }) else {
            throw Failure(description: missing("the fields of \(owner)", gap: .fields(target.key)), part: part)
        }
        return field
    }

    private func code(of title: String, in list: TitleList, part: PortalSurvey.Part) throws(Failure) -> String {
        switch list.find(title) {
        case .one(let code): return code
        case .several(let names):
            throw Failure(
                description: "\(list.owner) several \(list.what)s titled '\(title)'; write one of \(names)",
                part: nil)
        case .none(let nearest):
            let hint = nearest.map { "; did you mean '\($0)'?" } ?? ""
            throw Failure(
                description: "\(list.owner) no \(list.what) titled '\(title)'\(hint)"
                    + (hint.isEmpty ? "; " : " ") + "`lunokhod types` shows and stores what there is", part: part)
        }
    }

    /// The title of the funnel that a list of stages belongs to, empty where there are no funnels; nil for other lists.
    private func funnel(of list: String, prefix: String, type: Int) -> String? {
        guard PortalEntity(type: type).hasCategories else { return list == prefix ? "" : nil }
        guard list.hasPrefix(prefix) else { return nil }
        let rest = list.dropFirst(prefix.count)
        guard rest.isEmpty || rest.first == "_", let id = rest.isEmpty ? 0 : Int(rest.dropFirst()) else { return nil }
        let category = portal.categories.first { $0.entityTypeID == type && $0.id == id }
        return category?.title ?? (rest.isEmpty ? "" : "\(id)")
    }

    /// Why something isn't known: the portal's own reason, if it was asked.
    private func missing(_ what: String, gap question: SurveyQuestion) -> String {
        guard let gap = portal.gaps.first(where: { $0.subject == question.subject }) else {
            return "\(what) are not known; run `lunokhod types`"
        }
        return "\(what) are not known: \(gap.reason)"
    }
}
