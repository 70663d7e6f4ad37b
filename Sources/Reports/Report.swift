/// A report, ready to be written in any format.
public struct Report: Hashable, Sendable {
    /// What it is called.
    public var title: String
    /// The time that it is about, in words for people; `ReportLocale.periodLabel` makes them.
    public var periodLabel: String?
    /// Lines below the title, plain text.
    public var subtitle: [String]
    /// What it says.
    public var blocks: [Block]
    /// When it was made, in words for people.
    public var generated: String?
    /// The currency of amounts that name none, an ISO 4217 code; without it they are written without a symbol.
    public var currency: String?

    /// A report.
    public init(
        title: String, periodLabel: String? = nil, subtitle: [String] = [], blocks: [Block], generated: String? = nil,
        currency: String? = nil
    ) {
        self.title = title
        self.periodLabel = periodLabel
        self.subtitle = subtitle
        self.blocks = blocks
        self.generated = generated
        self.currency = currency
    }

    /// The tables in their order.
    var tables: [Table] {
        blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
    }
}
