/// Which records a list has: conditions on columns, ready to be asked of a record's values.
indirect enum Filter: Hashable, Sendable {
    enum Comparison: Hashable, Sendable {
        case less
        case lessOrEqual
        case greater
        case greaterOrEqual
    }

    case always
    case never
    case all([Filter])
    case any([Filter])
    case not(Filter)
    case compare(Schema.Column, Comparison, Operand)
    /// The value, or one of the values of a multiple field, is one of these.
    case among(Schema.Column, Set<Operand>)
    case like(Schema.Column, LikePattern)
    case empty(Schema.Column)

    /// Whether a record with these values belongs to the list. Where a record holds nothing, only a negation and
    /// the question for nothing hold, as the portal builds its SQL.
    func matches(_ values: [FieldValue]) -> Bool {
        switch self {
        case .always: true
        case .never: false
        case .all(let filters): filters.allSatisfy { $0.matches(values) }
        case .any(let filters): filters.contains { $0.matches(values) }
        case .not(let filter): !filter.matches(values)
        case .compare(let column, let comparison, let operand):
            Filter.holds(values[column], comparison, operand)
        case .among(let column, let operands): Filter.isAmong(values[column], operands)
        case .like(let column, let pattern): Filter.isLike(values[column], pattern)
        case .empty(let column): Filter.isNothing(values[column])
        }
    }

    private static func holds(_ value: FieldValue, _ comparison: Comparison, _ operand: Operand) -> Bool {
        if case .list(let list) = value { return list.contains { holds($0, comparison, operand) } }
        return Operand(value).map { holds($0, comparison, operand) } ?? false
    }

    private static func holds(_ value: Operand, _ comparison: Comparison, _ operand: Operand) -> Bool {
        switch comparison {
        case .less: value < operand
        case .lessOrEqual: value <= operand
        case .greater: operand < value
        case .greaterOrEqual: operand <= value
        }
    }

    private static func isAmong(_ value: FieldValue, _ operands: Set<Operand>) -> Bool {
        switch value {
        case .integers(let list): list.contains { operands.contains(.number(Double($0))) }
        case .multifield(let list): list.contains { operands.contains(.text(SearchText.fold($0.value))) }
        case .list(let list): list.contains { isAmong($0, operands) }
        default: Operand(value).map(operands.contains) ?? false
        }
    }

    private static func isLike(_ value: FieldValue, _ pattern: LikePattern) -> Bool {
        switch value {
        case .text(let text): pattern.matches(SearchText.fold(text))
        case .integer(let integer): pattern.matches(String(integer))
        case .number(let number): pattern.matches(number.description)
        case .list(let list): list.contains { isLike($0, pattern) }
        default: false
        }
    }

    /// A number 0 counts as nothing too: identifiers of nobody are stored so.
    private static func isNothing(_ value: FieldValue) -> Bool {
        value.isEmpty || value.integer == 0
    }
}

extension Filter {
    /// The identifiers that can match at all, and what else is to be asked of their records.
    func splitByID() -> (ids: ClosedRange<Int>, rest: Filter) {
        let conditions = if case .all(let filters) = self { filters } else { [self] }
        var lower = Int.min
        var upper = Int.max
        var rest: [Filter] = []
        for condition in conditions {
            guard case .compare(0, let comparison, .number(let number)) = condition,
                let whole = Int(exactly: number.rounded(.down)), whole < .max - 1, whole > .min + 1
            else {
                rest.append(condition)
                continue
            }
            let isWhole = Double(whole) == number
            switch comparison {
            case .greater: lower = max(lower, whole + 1)
            case .greaterOrEqual: lower = max(lower, isWhole ? whole : whole + 1)
            case .less: upper = min(upper, isWhole ? whole - 1 : whole)
            case .lessOrEqual: upper = min(upper, whole)
            }
        }
        if lower > upper { return (0...0, .never) }
        let remaining: Filter = rest.isEmpty ? .always : rest.count == 1 ? rest[0] : .all(rest)
        return (lower...upper, remaining)
    }
}
