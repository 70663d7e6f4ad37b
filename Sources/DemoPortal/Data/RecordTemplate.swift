/// Makes many records of one schema: most fields are the same in all, some vary.
struct RecordTemplate {
    private let constant: [FieldValue]
    private let varying: [Schema.Column]

    init(_ family: Family, constant: [String: FieldValue] = [:], varying: [String]) {
        let schema = family.schema
        var draft = RecordDraft(family)
        for (name, value) in constant { draft[name] = value }
        draft["ENTITY_TYPE_ID"] = family == .type ? .empty : family.entityTypeID.map(FieldValue.integer) ?? .empty
        self.constant = draft.values
        self.varying = schema.columns(varying)
    }

    /// A record; the values stand in the order of the varying names.
    func record(_ values: [FieldValue]) -> [FieldValue] {
        var record = constant
        for (column, value) in zip(varying, values) { record[column] = value }
        return record
    }
}
