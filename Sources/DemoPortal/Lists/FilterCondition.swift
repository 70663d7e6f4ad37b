import Timetable

/// One condition on one field.
struct FilterCondition {
    let column: Schema.Column
    let field: Field
    let dialect: Dialect
    let zone: Zone

    /// nil where the value is none that the field can have.
    func filter(_ prefix: FilterKey.Prefix?, _ value: Parameter) -> Filter? {
        switch prefix {
        case nil:
            if dialect == .task, field.kind == .text, let text = value.text, !text.isEmpty {
                return .like(column, LikePattern(text))
            }
            return equal(value)
        case .equal, .among: return equal(value)
        case .not, .notEqual, .notAmong: return equal(value).map { $0 == .always ? .always : .not($0) }
        case .greater: return compare(.greater, value)
        case .greaterOrEqual: return compare(.greaterOrEqual, value)
        case .less: return compare(.less, value)
        case .lessOrEqual: return compare(.lessOrEqual, value)
        case .between: return between(value)
        case .contains: return like(value) { LikePattern(containing: $0) }
        case .like, .likeAlternative: return like(value) { LikePattern($0) }
        case .notContains: return like(value) { LikePattern(containing: $0) }.map { .not($0) }
        case .notLike, .notLikeAlternative: return like(value) { LikePattern($0) }.map { .not($0) }
        }
    }

    private func equal(_ value: Parameter) -> Filter? {
        if let elements = value.elements {
            // The old methods leave an empty list out of the query; the new ones find nothing.
            if elements.isEmpty { return dialect == .item ? .never : .always }
            let operands = elements.filter { !$0.isEmpty }.compactMap(operand)
            let among: Filter = operands.isEmpty ? .never : .among(column, Set(operands))
            return elements.contains(where: \.isEmpty) ? .any([among, .empty(column)]) : among
        }
        if value.isEmpty || (field.kind == .link && value.integer == 0) { return .empty(column) }
        return operand(value).map { .among(column, [$0]) }
    }

    private func compare(_ comparison: Filter.Comparison, _ value: Parameter) -> Filter? {
        operand(value).map { .compare(column, comparison, $0) }
    }

    private func between(_ value: Parameter) -> Filter? {
        guard let bounds = value.elements, bounds.count == 2, let low = operand(bounds[0]),
            let high = operand(bounds[1])
        else { return nil }
        return .all([.compare(column, .greaterOrEqual, low), .compare(column, .lessOrEqual, high)])
    }

    private func like(_ value: Parameter, _ pattern: (String) -> LikePattern) -> Filter? {
        guard let text = value.text else { return nil }
        switch field.kind {
        // Phones and addresses are found by the whole value only, and entries of directories not by their names.
        case .choice, .link, .multifield: return .never
        default: return text.isEmpty ? .always : .like(column, pattern(text))
        }
    }

    private func operand(_ value: Parameter) -> Operand? {
        guard let text = value.text else { return nil }
        switch field.kind {
        case .integer, .link, .integers, .file: return .number(Double(value.integer))
        case .money, .number: return .number(value.number)
        case .flag, .customFlag: return .number(value.isOn ? 1 : 0)
        case .date, .dateTime: return PortalDate.seconds(text, zone: zone).map { .number(Double($0)) }
        case .text, .choice, .multifield: return .text(SearchText.fold(text))
        case .raw: return nil
        }
    }
}
