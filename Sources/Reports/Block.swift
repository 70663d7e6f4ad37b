/// A part of a report, in the order in which it is read.
public enum Block: Hashable, Sendable {
    /// A table.
    case table(Table)
    /// A chart.
    case chart(Chart)
    /// A paragraph of Markdown, as the script's author wrote it.
    case text(String)
    /// A remark about the report, such as what it leaves out; Markdown as well.
    case note(String)
}
