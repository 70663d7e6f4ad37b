import Timetable

/// Other people at work: which deal is added or changed next, by whom and how.
struct Colleagues: Sendable {
    struct Change: Hashable, Sendable {
        /// The user who makes it.
        let user: Int
        /// `crm.deal.add` or `crm.deal.update`.
        let method: String
        let parameters: ParameterMap
    }

    /// How many of the changes are new deals.
    private static let additions = 0.4

    private var random: RandomSource

    /// - Parameter seed: what the choice of changes grows from
    init(seed: UInt64) { random = RandomSource(seed: seed, stream: "colleagues") }

    /// The next change, which the one who is responsible for a deal makes; nil if there are no deals.
    mutating func next(_ deals: EntityTable) -> Change? {
        guard deals.count > 0 else { return nil }
        let position = random.below(deals.count)
        let draft = RecordDraft(.deal, schema: deals.schema, changing: deals.rows[position])
        guard let user = draft["ASSIGNED_BY_ID"].integer else { return nil }
        let fields: ParameterMap
        if random.chance(Colleagues.additions) {
            fields = ParameterMap([
                ("TITLE", .text(draft["TITLE"].text ?? "")), ("OPPORTUNITY", amount(draft)),
                ("COMPANY_ID", .integer(draft["COMPANY_ID"].integer ?? 0)), ("ASSIGNED_BY_ID", .integer(user)),
            ])
            return Change(user: user, method: "crm.deal.add", parameters: ParameterMap([("fields", .map(fields))]))
        }
        fields = ParameterMap([random.chance(0.5) ? ("OPPORTUNITY", amount(draft)) : ("STAGE_ID", stage(draft))])
        return Change(
            user: user, method: "crm.deal.update",
            parameters: ParameterMap([("id", .integer(deals.ids[position])), ("fields", .map(fields))]))
    }

    /// From half of what it was to twice as much, in whole roubles.
    private mutating func amount(_ draft: RecordDraft) -> Parameter {
        let amount = if case .number(let number) = draft["OPPORTUNITY"] { number } else { 10_000.0 }
        return .number((amount * (0.5 + 1.5 * random.unit())).rounded())
    }

    private mutating func stage(_ draft: RecordDraft) -> Parameter {
        let funnel = Funnel.of(.deal, category: draft["CATEGORY_ID"].integer ?? 0)
        let others = (funnel?.stages ?? []).map(\.id).filter { $0 != draft["STAGE_ID"].text }
        return .text(others.isEmpty ? "" : random.element(of: others))
    }
}

extension PortalState {
    /// Lets somebody else make a change, which is neither a request nor a write of the one who calls.
    mutating func carryOut(_ change: Colleagues.Change) {
        guard let method = MethodTable.method(change.method) else { return }
        now = Moment(unixSeconds: Int(clock.now))
        workload.begin()
        let caller = user
        user = change.user
        defer { user = caller }
        var answer = Answer(json: JSONBuffer())
        try? method.run(change.parameters, &self, &answer)
        raiseEvents()
    }
}
