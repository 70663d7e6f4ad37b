/// In which order records are listed: fields and directions; the identifier decides between equals.
struct Order: Hashable, Sendable {
    struct Key: Hashable, Sendable {
        let column: Schema.Column
        let descending: Bool
    }

    let keys: [Key]

    /// By identifier, smallest first.
    static let byID = Order(keys: [Key(column: 0, descending: false)])
    /// By identifier, greatest first.
    static let byNewest = Order(keys: [Key(column: 0, descending: true)])

    /// The direction if records come in the order of their identifiers, or nil.
    var idDescending: Bool? { keys.first.flatMap { $0.column == 0 ? $0.descending : nil } }

    /// The positions in this order.
    func sorted(_ positions: [Int], rows: [[FieldValue]]) -> [Int] {
        let keyed = positions.map { position in
            (position: position, values: keys.map { SortValue(rows[position][$0.column]) })
        }
        return keyed.sorted { left, right in
            for (place, key) in keys.enumerated() where left.values[place] != right.values[place] {
                return (left.values[place] < right.values[place]) != key.descending
            }
            return left.position < right.position
        }.map(\.position)
    }
}

/// A value as it counts for an order: nothing first, then numbers and moments, then texts.
private enum SortValue: Comparable {
    case nothing
    case number(Double)
    case text(String)

    init(_ value: FieldValue) {
        switch value {
        case .integer(let integer): self = .number(Double(integer))
        case .number(let number): self = .number(number)
        case .moment(let seconds): self = .number(Double(seconds))
        case .flag(let flag): self = .number(flag ? 1 : 0)
        case .text(let text): self = .text(SearchText.fold(text))
        case .integers(let list): self = list.first.map { .number(Double($0)) } ?? .nothing
        case .multifield(let list): self = list.first.map { .text($0.value) } ?? .nothing
        case .list(let list): self = list.first.map(SortValue.init) ?? .nothing
        case .empty, .raw: self = .nothing
        }
    }
}
