/// Custom fields: `crm.deal.userfield.*` and its kind, and what describes them.
enum CustomFieldMethods {
    static let all: [Method] =
        [("deal", Family.deal), ("lead", .lead), ("contact", .contact), ("company", .company)].flatMap {
            reading($0.0, $0.1) + writing($0.0, $0.1)
        } + [
            Method("crm.userfield.types", scopes: ["crm"]) { (_, _, answer) throws(RESTError) in
                writeTypes(&answer.json)
            },
            Method("crm.userfield.fields", scopes: ["crm"]) { (_, _, answer) throws(RESTError) in
                CustomFieldFacts.write(CustomFieldFacts.fields, to: &answer.json)
            },
            Method("crm.userfield.enumeration.fields", scopes: ["crm"]) { (_, _, answer) throws(RESTError) in
                CustomFieldFacts.write(CustomFieldFacts.items, to: &answer.json)
            },
            Method("user.userfield.list", scopes: ["user.userfield"]) { (parameters, state, answer) throws(RESTError) in
                try checkRights(state)
                let list = CustomFieldList(parameters)
                answer.total = write(list.fields(state.customFields(of: .user)), labels: false, &answer)
            },
        ]

    private static func reading(_ name: String, _ family: Family) -> [Method] {
        [
            Method("crm.\(name).userfield.list", scopes: ["crm"]) { (parameters, state, answer) throws(RESTError) in
                let list = CustomFieldList(parameters)
                answer.total = write(list.fields(state.customFields(of: family)), labels: true, &answer)
            },
            Method("crm.\(name).userfield.get", scopes: ["crm"]) { (parameters, state, answer) throws(RESTError) in
                try field(parameters, family, state).write(languages: true, to: &answer.json)
            },
        ]
    }

    private static func writing(_ name: String, _ family: Family) -> [Method] {
        [
            Method("crm.\(name).userfield.add", scopes: ["crm"]) { (parameters, state, answer) throws(RESTError) in
                answer.json.integer(try add(parameters, family, &state))
            },
            Method("crm.\(name).userfield.update", scopes: ["crm"]) { (parameters, state, answer) throws(RESTError) in
                try checkRights(state)
                var field = try field(parameters, family, state)
                try CustomFieldDraft(parameters).change(&field, nextItem: &state.nextCustomIDs.item)
                state.replace(field, of: family)
                answer.json.bool(true)
            },
            Method("crm.\(name).userfield.delete", scopes: ["crm"]) { (parameters, state, answer) throws(RESTError) in
                try checkRights(state)
                state.remove(try field(parameters, family, state), from: family)
                answer.json.bool(true)
            },
        ]
    }

    /// Only an administrator makes fields.
    private static func checkRights(_ state: PortalState) throws(RESTError) {
        guard state.isAdministrator else { throw .classic("Access denied.") }
    }

    private static func field(
        _ parameters: ParameterMap, _ family: Family, _ state: PortalState
    ) throws(RESTError) -> CustomField {
        let id = parameters.anyCase("id")?.integer ?? 0
        guard id > 0 else { throw .classic("ID is not defined or invalid.") }
        if let field = state.customFields(of: family).first(where: { $0.id == id }) { return field }
        let isElsewhere = Family.allCases.contains { state.customFields(of: $0).contains { $0.id == id } }
        throw isElsewhere
            ? .classic("Access denied.")
            : RESTError(400, "ERROR_NOT_FOUND", "The entity with ID '\(id)' is not found.")
    }

    private static func add(
        _ parameters: ParameterMap, _ family: Family, _ state: inout PortalState
    ) throws(RESTError) -> Int {
        try checkRights(state)
        let id = state.nextCustomIDs.field
        let field = try CustomFieldDraft(parameters).field(
            id: id, entity: family.customEntity ?? "", nextItem: &state.nextCustomIDs.item)
        try state.add(field, to: family)
        return id
    }

    private static func write(_ fields: [CustomField], labels: Bool, _ answer: inout Answer) -> Int {
        answer.json.beginArray()
        for field in fields { field.write(languages: false, labels: labels, to: &answer.json) }
        answer.json.endArray()
        return fields.count
    }

    private static func writeTypes(_ json: inout JSONBuffer) {
        json.beginArray()
        for type in CustomFieldType.allCases {
            json.beginObject()
            json.name("ID")
            json.string(type.rawValue)
            json.name("title")
            json.string(type.title)
            json.endObject()
        }
        json.endArray()
    }
}
