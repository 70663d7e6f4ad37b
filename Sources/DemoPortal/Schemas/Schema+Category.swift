extension Schema {
    /// What a funnel has.
    static let category = Schema(
        faces: [.item],
        [
            .id(), .text("NAME", "NAME"), .integer("SORT", "SORT"),
            .integer("ENTITY_TYPE_ID", "ENTITY_TYPE_ID", [.required, .readOnly]),
            .flag("IS_DEFAULT", "IS_DEFAULT", .readOnly), .text("ORIGIN_ID", "ORIGIN_ID"),
            .text("ORIGINATOR_ID", "ORIGINATOR_ID"),
        ])
}
