import JSON

/// Directories and smart processes of the CRM.
enum DirectoryMethods {
    private static let statuses = ListMethod(.status, dialect: .classic, face: .classic)
    private static let types = ListMethod(.type, dialect: .item, face: .item, key: "types")

    static let all: [Method] = [
        Method("crm.status.list", scopes: ["crm"]) { (parameters, state, answer) throws(RESTError) in
            try everyStatus(parameters, &state, &answer)
        },
        Method("crm.status.fields", scopes: ["crm"]) { (_, _, answer) throws(RESTError) in
            FieldDescription.write(.status, .status, face: .classic, to: &answer.json)
        },
        Method("crm.status.entity.types", scopes: ["crm"]) { (_, _, answer) throws(RESTError) in
            StatusDirectories.write(to: &answer.json)
        },
        Method("crm.status.entity.items", scopes: ["crm"]) { (parameters, state, answer) throws(RESTError) in
            try items(parameters, state, &answer)
        },
        Method("crm.type.list", scopes: ["crm"]) { (parameters, state, answer) throws(RESTError) in
            try types.run(parameters, &state, &answer)
        },
        Method("crm.type.get", scopes: ["crm"]) { (parameters, state, answer) throws(RESTError) in
            try type(parameters, "id", "ID", &state, &answer)
        },
        Method("crm.type.getByEntityTypeId", scopes: ["crm"]) { (parameters, state, answer) throws(RESTError) in
            try type(parameters, "entityTypeId", "ENTITY_TYPE_ID", &state, &answer)
        },
        Method("crm.type.fields", scopes: ["crm"]) { (_, _, answer) throws(RESTError) in
            answer.json.beginObject()
            answer.json.name("fields")
            FieldDescription.write(.type, .type, face: .item, to: &answer.json)
            answer.json.endObject()
        },
        Method("crm.item.productrow.fields", scopes: ["crm"]) { (_, _, answer) throws(RESTError) in
            answer.json.beginObject()
            answer.json.name("fields")
            FieldDescription.write(.productRow, to: &answer.json)
            answer.json.endObject()
        },
    ]

    /// This list knows no pages: it comes whole.
    static func everyStatus(
        _ parameters: ParameterMap, _ state: inout PortalState, _ answer: inout Answer
    ) throws(RESTError) {
        let filter = try FilterReader(schema: .status, dialect: .classic, zone: state.zone)
            .read(parameters.anyCase("filter"))
        let order = try OrderReader(schema: .status, dialect: .classic, usual: .byID)
            .read(parameters.anyCase("order"))
        let table = state[.status]
        let found = order.sorted(table.rows.indices.filter { filter.matches(table.rows[$0]) }, rows: table.rows)
        answer.json.beginArray()
        for position in found {
            answer.json.beginObject()
            state[.status].write(.usual(of: .status), of: position, face: .classic, to: &answer.json)
            answer.json.endObject()
        }
        answer.json.endArray()
        answer.total = found.count
    }

    /// The entries of one directory, only with what is shown of them.
    private static func items(
        _ parameters: ParameterMap, _ state: PortalState, _ answer: inout Answer
    ) throws(RESTError) {
        guard let entity = parameters.anyCase("entityId")?.text, !entity.isEmpty else {
            throw .classic("The parameter entityId is not defined or invalid.")
        }
        let columns = Schema.status.columns(["ENTITY_ID", "NAME", "SORT", "STATUS_ID"])
        let rows = state[.status].rows.map { row in columns.map { row[$0] } }
        answer.json.beginArray()
        for row in rows where row[0] == .text(entity) {
            answer.json.beginObject()
            answer.json.name("NAME")
            answer.json.string(row[1].text ?? "")
            answer.json.name("SORT")
            answer.json.integer(row[2].integer ?? 0)
            answer.json.name("STATUS_ID")
            answer.json.string(row[3].text ?? "")
            answer.json.endObject()
        }
        answer.json.endArray()
    }

    /// One smart process, with what the list leaves out.
    private static func type(
        _ parameters: ParameterMap, _ name: String, _ field: String, _ state: inout PortalState,
        _ answer: inout Answer
    ) throws(RESTError) {
        guard let wanted = parameters.anyCase(name), !wanted.isEmpty else { throw .missing(name) }
        let table = state[.type]
        guard let column = table.schema.column(field),
            let position = table.rows.firstIndex(where: { $0[column] == .integer(wanted.integer) })
        else { throw RESTError(400, "0", "Смарт-процесс не найден") }
        answer.json.beginObject()
        answer.json.name("type")
        answer.json.beginObject()
        state[.type].write(.everything(of: table.schema), of: position, face: .item, to: &answer.json)
        answer.json.name("relations")
        answer.json.value(relations.bytes)
        answer.json.name("linkedUserFields")
        answer.json.value(linked.bytes)
        answer.json.name("customSections")
        answer.json.value(Array("[]".utf8))
        answer.json.endObject()
        answer.json.endObject()
    }

    /// Clients stand above every smart process of the company, and so does the deal.
    private static let relations: JSONValue = [
        "parent": [
            ["entityTypeId": 3, "isChildrenListEnabled": "Y", "isPredefined": "Y"],
            ["entityTypeId": 4, "isChildrenListEnabled": "Y", "isPredefined": "Y"],
            ["entityTypeId": 2, "isChildrenListEnabled": "Y", "isPredefined": "N"],
        ], "child": [],
    ]

    private static let linked: JSONValue = [
        "CALENDAR_EVENT|UF_CRM_CAL_EVENT": "N", "TASKS_TASK|UF_CRM_TASK": "Y",
        "TASKS_TASK_TEMPLATE|UF_CRM_TASK": "N",
    ]
}
