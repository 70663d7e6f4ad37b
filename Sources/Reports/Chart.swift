/// A chart of a report: one value for each label.
public struct Chart: Hashable, Sendable {
    /// How the values are drawn.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// A bar for each value.
        case bar
    }

    /// A label and its value.
    public struct Point: Hashable, Sendable {
        /// What the value belongs to.
        public var label: CellValue
        /// The value; one that is no number is written without a bar.
        public var value: CellValue

        /// A point.
        public init(label: CellValue, value: CellValue) {
            self.label = label
            self.value = value
        }
    }

    /// How the values are drawn.
    public var kind: Kind
    /// What stands above the chart.
    public var title: String?
    /// How labels are written.
    public var x: Column
    /// How values are written.
    public var y: Column
    /// The points in their order.
    public var points: [Point]

    /// A chart.
    public init(kind: Kind = .bar, title: String? = nil, x: Column, y: Column, points: [Point]) {
        self.kind = kind
        self.title = title
        self.x = x
        self.y = y
        self.points = points
    }
}
