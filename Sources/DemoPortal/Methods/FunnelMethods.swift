/// Funnels: `crm.category.*`, and `crm.dealcategory.*` as it was before.
enum FunnelMethods {
    static let all: [Method] = [
        Method("crm.category.list", scopes: ["crm"]) { (parameters, _, answer) throws(RESTError) in
            try categories(parameters, &answer)
        },
        Method("crm.category.get", scopes: ["crm"]) { (parameters, _, answer) throws(RESTError) in
            try category(parameters, &answer)
        },
        Method("crm.category.fields", scopes: ["crm"]) { (parameters, _, answer) throws(RESTError) in
            let (family, _) = try funnels(parameters)
            answer.json.beginObject()
            answer.json.name("fields")
            FieldDescription.write(family, .category, face: .item, to: &answer.json)
            answer.json.endObject()
        },
        Method("crm.dealcategory.list", scopes: ["crm"]) { (_, _, answer) throws(RESTError) in
            dealCategories(&answer)
        },
        Method("crm.dealcategory.default.get", scopes: ["crm"]) { (_, _, answer) throws(RESTError) in
            answer.json.beginObject()
            answer.json.name("ID")
            answer.json.integer(Funnel.sales.category ?? 0)
            answer.json.name("NAME")
            answer.json.string(Funnel.sales.name)
            answer.json.endObject()
        },
        Method("crm.dealcategory.stage.list", scopes: ["crm"]) { (parameters, state, answer) throws(RESTError) in
            let category = parameters.anyCase("id")?.integer ?? 0
            let directory = Funnel.of(.deal, category: category)?.directory ?? ""
            let filter = ParameterMap([("ENTITY_ID", .text(directory))])
            try DirectoryMethods.everyStatus(ParameterMap([("filter", .map(filter))]), &state, &answer)
        },
    ]

    /// The entity that is asked for and its funnels.
    private static func funnels(_ parameters: ParameterMap) throws(RESTError) -> (Family, [Funnel]) {
        let family = try ItemMethods.family(parameters)
        let funnels = Funnel.of(family)
        guard !funnels.isEmpty, family != .lead else {
            let name = ["LEAD", "DEAL", "CONTACT", "COMPANY"][(family.entityTypeID ?? 1) - 1]
            throw RESTError(400, "ENTITY_TYPE_NOT_SUPPORTED", "Entity type `\(name)` is not supported")
        }
        return (family, funnels)
    }

    private static func categories(_ parameters: ParameterMap, _ answer: inout Answer) throws(RESTError) {
        let (_, funnels) = try funnels(parameters)
        answer.json.beginObject()
        answer.json.name("categories")
        answer.json.beginArray()
        for funnel in funnels { write(funnel, &answer.json) }
        answer.json.endArray()
        answer.json.endObject()
        answer.total = funnels.count
    }

    private static func category(_ parameters: ParameterMap, _ answer: inout Answer) throws(RESTError) {
        let (_, funnels) = try funnels(parameters)
        guard let id = parameters.anyCase("id"), !id.isEmpty else { throw .missing("id") }
        guard let funnel = funnels.first(where: { $0.category == id.integer }) else {
            throw RESTError(400, "NOT_FOUND", "Элемент не найден")
        }
        answer.json.beginObject()
        answer.json.name("category")
        write(funnel, &answer.json)
        answer.json.endObject()
    }

    private static func write(_ funnel: Funnel, _ json: inout JSONBuffer) {
        json.beginObject()
        json.name("id")
        json.integer(funnel.category ?? 0)
        json.name("name")
        json.string(funnel.name)
        json.name("sort")
        json.integer(funnel.sort)
        json.name("entityTypeId")
        json.integer(funnel.family.entityTypeID ?? 0)
        json.name("isDefault")
        json.string(funnel.isDefault ? "Y" : "N")
        if funnel.category != 0 {
            for name in ["originId", "originatorId"] {
                json.name(name)
                json.string("")
            }
        }
        json.endObject()
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
            answer.json.quotedInteger(funnel.sort)
            answer.json.name("IS_LOCKED")
            answer.json.string("N")
            answer.json.endObject()
        }
        answer.json.endArray()
        answer.total = funnels.count
    }
}
