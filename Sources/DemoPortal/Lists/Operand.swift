/// A value in the form in which it is compared.
enum Operand: Hashable, Comparable, Sendable {
    case number(Double)
    /// Folded by `SearchText`.
    case text(String)

    init(number: Double) { self = .number(number) }

    /// nil for what can't be compared.
    init?(_ value: FieldValue) {
        switch value {
        case .integer(let integer): self = .number(Double(integer))
        case .number(let number): self = .number(number)
        case .moment(let seconds): self = .number(Double(seconds))
        case .flag(let flag): self = .number(flag ? 1 : 0)
        case .text(let text): self = .text(SearchText.fold(text))
        case .empty, .integers, .list, .multifield, .raw: return nil
        }
    }
}
