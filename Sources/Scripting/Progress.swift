/// How far a long work has come.
public struct Progress: Hashable, Sendable {
    /// What is worked on, if it has a name.
    public var title: String?
    /// How many items are done.
    public var done: Int
    /// How many there are, if that is known.
    public var total: Int?
    /// Whether the work is over, whatever came of it.
    public var isOver: Bool

    /// A progress.
    public init(title: String? = nil, done: Int, total: Int? = nil, isOver: Bool = false) {
        self.title = title
        self.done = done
        self.total = total
        self.isOver = isOver
    }
}
