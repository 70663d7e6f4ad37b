/// A column of a table.
public struct Column: Hashable, Sendable {
    /// The name of the field in the rows.
    public var field: String
    /// The heading; without one the field's name.
    public var title: String?
    /// How its values are written; without one, each as it is, and numbers without grouping (they may be identifiers).
    public var format: ColumnFormat?
    /// How many decimals, 0…10; without a number, what suits the format.
    public var decimals: Int?
    /// The currency of amounts, an ISO 4217 code such as `RUB`; without one the report's.
    public var currency: String?
    /// The side of the cell; without one, right for numbers and left for anything else.
    public var alignment: Alignment?
    /// What stands in the table's last row.
    public var total: Total?

    /// A column that shows a field.
    public init(
        field: String, title: String? = nil, format: ColumnFormat? = nil, decimals: Int? = nil,
        currency: String? = nil, alignment: Alignment? = nil, total: Total? = nil
    ) {
        self.field = field
        self.title = title
        self.format = format
        self.decimals = decimals
        self.currency = currency
        self.alignment = alignment
        self.total = total
    }

    /// What stands above the column.
    public var heading: String {
        title ?? field
    }
}
