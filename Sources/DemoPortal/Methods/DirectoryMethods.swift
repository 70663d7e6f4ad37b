/// Directories, funnels and smart processes of the CRM.
enum DirectoryMethods {
    private static let statuses = ListMethod(.status, dialect: .classic, face: .classic)
    private static let types = ListMethod(.type, dialect: .item, face: .item, key: "types")

    static let all: [Method] = [
        Method("crm.status.list", scopes: ["crm"]) { (parameters, state, answer) throws(RESTError) in
            try everyStatus(parameters, &state, &answer)
        },
        Method("crm.type.list", scopes: ["crm"]) { (parameters, state, answer) throws(RESTError) in
            try types.run(parameters, &state, &answer)
        },
        Method("crm.category.list", scopes: ["crm"]) { (parameters, _, answer) throws(RESTError) in
            try categories(parameters, &answer)
        },
        Method("crm.dealcategory.list", scopes: ["crm"]) { (_, state, answer) throws(RESTError) in
            dealCategories(&answer)
        },
    ]

    /// This list knows no pages: it comes whole.
    private static func everyStatus(
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

    private static func categories(_ parameters: ParameterMap, _ answer: inout Answer) throws(RESTError) {
        let family = try ItemMethods.family(parameters)
        let funnels = Funnel.of(family)
        guard !funnels.isEmpty, family != .lead else {
            let name = ["LEAD", "DEAL", "CONTACT", "COMPANY"][(family.entityTypeID ?? 1) - 1]
            throw RESTError(400, "ENTITY_TYPE_NOT_SUPPORTED", "Entity type `\(name)` is not supported")
        }
        answer.json.beginObject()
        answer.json.name("categories")
        answer.json.beginArray()
        for (position, funnel) in funnels.enumerated() {
            answer.json.beginObject()
            member("id", funnel.category ?? 0, &answer)
            answer.json.name("name")
            answer.json.string(funnel.name)
            member("sort", 100 * (position + 1), &answer)
            member("entityTypeId", family.entityTypeID ?? 0, &answer)
            answer.json.name("isDefault")
            answer.json.string(position == 0 ? "Y" : "N")
            answer.json.endObject()
        }
        answer.json.endArray()
        answer.json.endObject()
        answer.total = funnels.count
    }

    private static func member(_ name: String, _ value: Int, _ answer: inout Answer) {
        answer.json.name(name)
        answer.json.integer(value)
    }

    /// The outdated list leaves out the funnel that every portal has.
    private static func dealCategories(_ answer: inout Answer) {
        let funnels = Funnel.of(.deal).filter { $0.category != 0 }
        answer.json.beginArray()
        for funnel in funnels {
            answer.json.beginObject()
            answer.json.name("ID")
            answer.json.quotedInteger(funnel.category ?? 0)
            answer.json.name("NAME")
            answer.json.string(funnel.name)
            answer.json.name("SORT")
            answer.json.string("200")
            answer.json.name("IS_LOCKED")
            answer.json.string("N")
            answer.json.endObject()
        }
        answer.json.endArray()
        answer.total = funnels.count
    }
}
