/// What differs in filters, orders and selections between the families of methods.
enum Dialect: Hashable, Sendable {
    /// `crm.deal.list` and its kind: unknown fields are passed over in silence.
    case classic
    /// `crm.item.list`: camelCase, `logic`, unknown fields are errors.
    case item
    /// `tasks.task.list`: a text without a prefix is a pattern.
    case task
    /// `user.get`, `department.get`.
    case user

    func column(_ name: String, in schema: Schema) -> Schema.Column? {
        switch self {
        case .classic: schema.column(name)
        case .item: schema.itemColumn(name) ?? schema.column(name)
        case .task: schema.column(Dialect.taskAliases[name] ?? name) ?? schema.itemColumn(name)
        case .user: schema.column(name) ?? schema.column(name.uppercased())
        }
    }

    /// Whether `*` stands for that field too.
    func star(_ field: Field) -> Bool {
        switch self {
        case .classic: !field.isCustom && !field.traits.contains(.onDemand)
        case .item, .task, .user: true
        }
    }

    /// Whether `UF_*` stands for that field; in the old methods it leaves out fields with several values.
    func customStar(_ field: Field) -> Bool {
        field.isCustom && (self != .classic || !field.traits.contains(.onDemand))
    }

    /// Fields that are sent together with that one.
    func companions(of field: Field, in schema: Schema) -> [Schema.Column] {
        guard self == .task else { return [] }
        return schema.columns(Dialect.taskCompanions[field.name] ?? [])
    }

    /// Names that filters of tasks use for a field that is called otherwise in the answer.
    private static let taskAliases = [
        "REAL_STATUS": "STATUS", "STATUS": "SUB_STATUS", "ACCOMPLICE": "ACCOMPLICES", "AUDITOR": "AUDITORS",
    ]

    private static let taskCompanions = [
        "RESPONSIBLE_ID": ["RESPONSIBLE"], "CREATED_BY": ["CREATOR"], "SUB_STATUS": ["STATUS"],
        "STATUS": ["SUB_STATUS"], "GROUP_ID": ["GROUP"],
    ]
}
