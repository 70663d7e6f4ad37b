import JSON

/// What a survey has found out so far; a value that is given answers.
struct SurveyNotes {
    private(set) var description: PortalDescription
    /// The own fields of an entity, told beside its fields.
    private var custom: [String: [PortalDescription.Field]] = [:]
    /// The smart processes that have stages or funnels.
    private(set) var staged: [Int] = []

    /// Notes that begin with a description.
    init(on description: PortalDescription) { self.description = description }

    /// Takes an answer.
    mutating func take(_ answer: PortalReply, to question: SurveyQuestion) throws(JSONError) {
        if question == .thirdMethods {
            // Its many schemas are looked at where they lie.
            let document = try JSONDocument(parsing: answer.resultBytes)
            description.thirdMethods = document.root["paths"]?.members.map { name, _ in
                String(name.drop { $0 == "/" })
            }
            return
        }
        take(try JSONValue(parsing: answer.resultBytes), to: question)
    }

    private mutating func take(_ result: JSONValue, to question: SurveyQuestion) {
        switch question {
        case .scopes: description.scopes = result.array?.compactMap(\.string)
        case .methods: description.methods = result.array?.compactMap(\.string)
        case .thirdMethods: break
        case .thirdScopes: takeScopes(result)
        case .smartProcesses: takeSmartProcesses(result["types"]?.array ?? [])
        case .statuses:
            description.statuses += (result.array ?? []).compactMap(PortalDescription.Status.init)
        case .categories(let type):
            description.categories += (result["categories"]?.array ?? []).compactMap {
                PortalDescription.Category($0, type: type)
            }
        case .fields(let key): replace(key, FieldAnswer.fields(result))
        case .itemFields(let type): replace("crm.item:\(type)", FieldAnswer.fields(result))
        case .customFields(let key): custom[key, default: []] += FieldAnswer.customFields(result)
        }
    }

    /// Takes notice that a question is not answered.
    mutating func miss(_ question: SurveyQuestion, for error: PortalError) {
        // Not every kind of items has funnels.
        if case .categories = question, error.code == "ENTITY_TYPE_NOT_SUPPORTED" { return }
        var told = error
        // Another name is no help here: the method is the right one.
        if error.code.uppercased() == "ERROR_METHOD_NOT_FOUND" { told.hint = nil }
        description.gaps.append(
            PortalDescription.Gap(subject: question.subject, code: error.code, reason: told.description))
    }

    /// The description, completed by what is told in several places.
    func finished() -> PortalDescription {
        var result = description
        for (key, fields) in custom {
            result.complete(key, by: fields)
            if let type = PortalEntity(key: key).type { result.complete("crm.item:\(type)", by: fields) }
        }
        return result
    }

    private mutating func replace(_ key: String, _ fields: [PortalDescription.Field]) {
        description.set(PortalDescription.Entity(key: key, fields: fields))
    }

    private mutating func takeScopes(_ result: JSONValue) {
        let names = result.object?.map { ($0, $1.string ?? $1[0]?.string) } ?? []
        for (name, scope) in names { description.scopesOfMethods[name] = scope }
    }

    private mutating func takeSmartProcesses(_ types: [JSONValue]) {
        for type in types {
            guard let id = type["entityTypeId"]?.wholeNumber else { continue }
            description.smartProcesses.append(
                PortalDescription.SmartProcess(entityTypeID: id, title: type["title"]?.string?.oneLine ?? "\(id)"))
            let switches = ["isStagesEnabled", "isCategoriesEnabled"].compactMap { type[$0] }
            if switches.isEmpty || switches.contains(where: \.isOn) { staged.append(id) }
        }
    }
}

extension PortalDescription.Status {
    fileprivate init?(_ value: JSONValue) {
        guard let list = value["ENTITY_ID"]?.string, let code = value["STATUS_ID"]?.written else { return nil }
        self.init(list: list, code: code, title: value["NAME"]?.string?.oneLine ?? code)
        let isStage = list == "STATUS" || list == "QUOTE_STATUS" || list.contains("STAGE")
        let told = value["SEMANTICS"]?.string.flatMap { $0.isEmpty ? nil : $0 }
        semantics = isStage ? told ?? "P" : nil
    }
}

extension PortalDescription.Category {
    fileprivate init?(_ value: JSONValue, type: Int) {
        guard let id = value["id"]?.wholeNumber else { return nil }
        self.init(entityTypeID: type, id: id, title: value["name"]?.string?.oneLine ?? "\(id)")
    }
}

extension PortalDescription {
    /// Completes fields of an entity by what is told of its own fields elsewhere.
    fileprivate mutating func complete(_ key: String, by others: [Field]) {
        guard let entity = entity(key) else { return }
        let byCode = Dictionary(others.map { ($0.code, $0) }) { first, _ in first }
        set(Entity(key: key, fields: entity.fields.map { $0.completed(by: byCode[$0.upperName ?? $0.code]) }))
    }
}

extension PortalDescription.Field {
    /// The field with what another description of it tells beyond.
    fileprivate func completed(by other: Self?) -> Self {
        guard let other else { return self }
        let knowsTitle = title != code && title != upperName
        var field = Self(
            code: code, title: knowsTitle ? title : other.title, type: type.isEmpty ? other.type : type)
        field.isMultiple = isMultiple || other.isMultiple
        field.isReadOnly = isReadOnly
        field.isRequired = isRequired || other.isRequired
        field.isCustom = true
        field.statusType = statusType ?? other.statusType
        field.choices = choices.isEmpty ? other.choices : choices
        field.upperName = upperName
        return field
    }
}
