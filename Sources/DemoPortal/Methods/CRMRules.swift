import Timetable

/// What the CRM does by itself when a record is made or changed: stages, dates, authors, what follows from them.
enum CRMRules {
    /// Completes a draft; the refusal is made of the field whose value is wrong.
    static func complete(
        _ draft: inout RecordDraft, state: PortalState, refusal: (Field) -> RESTError
    ) throws(RESTError) {
        if draft.isNew { fillDefaults(&draft, state: state) }
        try checkCurrency(draft, refusal)
        try checkStage(&draft, refusal)
        stamp(&draft, state: state)
        if stageField(of: draft.family).map({ draft[$0] != draft.old($0) }) ?? false { move(&draft, state: state) }
        derive(&draft)
    }

    /// The field that holds the stage.
    static func stageField(of family: Family) -> String? {
        switch family {
        case .deal, .contract, .purchase: "STAGE_ID"
        case .lead: "STATUS_ID"
        default: nil
        }
    }

    private static func fillDefaults(_ draft: inout RecordDraft, state: PortalState) {
        let today = state.zone.moment(of: state.zone.date(at: state.now)).unixSeconds
        draft.fill("ASSIGNED_BY_ID", .integer(state.user))
        draft.fill("CURRENCY_ID", .text("RUB"))
        draft.fill("BEGINDATE", .moment(today))
        draft.fill("CLOSEDATE", .moment(today + 7 * 86_400))
        if let category = Funnel.of(draft.family).first?.category { draft.fill("CATEGORY_ID", .integer(category)) }
        draft.fill("TYPE_ID", draft.family == .deal ? .text("SALE") : .text("CLIENT"))
        draft.fill("COMPANY_TYPE", .text("CUSTOMER"))
        draft["ENTITY_TYPE_ID"] = draft.family.entityTypeID.map(FieldValue.integer) ?? .empty
        let number = state[draft.family].nextID
        switch draft.family {
        case .deal: draft.fill("TITLE", .text("Сделка #\(number)"))
        case .lead: draft.fill("TITLE", .text("Лид #\(number)"))
        default: if let title = draft.family.typeTitle { draft.fill("TITLE", .text("\(title) #\(number)")) }
        }
        if !(draft["OPPORTUNITY"] == .number(0)) { draft["IS_MANUAL_OPPORTUNITY"] = .flag(true) }
    }

    private static func checkCurrency(
        _ draft: RecordDraft, _ refusal: (Field) -> RESTError
    ) throws(RESTError) {
        guard let column = draft.schema.column("CURRENCY_ID"), let currency = draft.values[column].text,
            !Directory.currencies.contains(currency)
        else { return }
        throw refusal(draft.schema.fields[column])
    }

    /// A record that changes its category without naming a stage begins anew there.
    private static func checkStage(
        _ draft: inout RecordDraft, _ refusal: (Field) -> RESTError
    ) throws(RESTError) {
        guard let name = stageField(of: draft.family), let column = draft.schema.column(name) else { return }
        guard let funnel = Funnel.of(draft.family, category: draft["CATEGORY_ID"].integer ?? 0) else {
            throw refusal(
                draft.schema.column("CATEGORY_ID").map { draft.schema.fields[$0] } ?? draft.schema.fields[column])
        }
        let movesFunnel = !draft.isNew && draft["CATEGORY_ID"] != draft.old("CATEGORY_ID")
        if draft[name].isEmpty || (movesFunnel && draft[name] == draft.old(name)) {
            draft[name] = funnel.stages.first.map { .text($0.id) } ?? .empty
        }
        guard funnel.stage(draft[name].text ?? "") != nil else { throw refusal(draft.schema.fields[column]) }
    }

    private static func stamp(_ draft: inout RecordDraft, state: PortalState) {
        let now = FieldValue.moment(state.now.unixSeconds)
        if draft.isNew {
            for name in ["DATE_CREATE", "CREATED_TIME", "LAST_ACTIVITY_TIME"] { draft[name] = now }
            for name in ["CREATED_BY_ID", "CREATED_BY", "LAST_ACTIVITY_BY"] { draft[name] = .integer(state.user) }
        }
        for name in ["DATE_MODIFY", "UPDATED_TIME"] { draft[name] = now }
        for name in ["MODIFY_BY_ID", "UPDATED_BY"] { draft[name] = .integer(state.user) }
    }

    private static func move(_ draft: inout RecordDraft, state: PortalState) {
        guard let name = stageField(of: draft.family) else { return }
        let now = FieldValue.moment(state.now.unixSeconds)
        draft["MOVED_TIME"] = now
        draft["MOVED_BY_ID"] = .integer(state.user)
        draft["MOVED_BY"] = .integer(state.user)
        draft["PREVIOUS_STAGE_ID"] = draft.old(name)
        let funnel = Funnel.of(draft.family, category: draft["CATEGORY_ID"].integer ?? 0)
        guard let stage = funnel?.stage(draft[name].text ?? "") else { return }
        draft["STAGE_SEMANTIC_ID"] = .text(stage.meaning.rawValue)
        draft["STATUS_SEMANTIC_ID"] = .text(stage.meaning.rawValue)
        let isClosed = stage.meaning != .process
        draft["CLOSED"] = .flag(isClosed)
        draft["DATE_CLOSED"] = isClosed ? now : .empty
        if draft.family == .deal {
            if isClosed {
                draft["CLOSEDATE"] = .moment(state.zone.moment(of: state.zone.date(at: state.now)).unixSeconds)
            }
            draft["IS_NEW"] = .flag(stage.id == funnel?.stages.first?.id)
        }
    }

    /// Fields that only repeat others.
    static func derive(_ draft: inout RecordDraft) {
        guard draft.schema.column("FM") != nil else {
            draft.fill("CONTACT_IDS", draft["CONTACT_ID"].integer.map { .integers([$0]) } ?? .empty)
            return
        }
        draft["HAS_PHONE"] = .flag(!draft["PHONE"].isEmpty)
        draft["HAS_EMAIL"] = .flag(!draft["EMAIL"].isEmpty)
        draft["FM"] = .raw(together(phones: draft["PHONE"], emails: draft["EMAIL"]))
    }

    /// The list `fm` of the new methods.
    static func together(phones: FieldValue, emails: FieldValue) -> [UInt8] {
        var json = JSONBuffer()
        json.beginArray()
        for (value, type) in [(phones, "PHONE"), (emails, "EMAIL")] {
            guard case .multifield(let list) = value else { continue }
            for entry in list {
                json.beginObject()
                json.name("id")
                json.integer(entry.id)
                json.name("valueType")
                json.string(entry.valueType)
                json.name("value")
                json.string(entry.value)
                json.name("typeId")
                json.string(type)
                json.endObject()
            }
        }
        json.endArray()
        return json.finished()
    }
}
