/// The side of its cell that a value stands at.
public enum Alignment: String, CaseIterable, Hashable, Sendable {
    /// At the left.
    case left
    /// At the right, as numbers are.
    case right
    /// In the middle.
    case center
}
