import Timetable

/// Reads the filters of REST 3.0: lists of `[field, operator, value]`, and groups with `logic`.
struct TaskFilter {
    let zone: Zone

    private static let operators: [String: FilterKey.Prefix] = [
        "=": .equal, "!=": .notEqual, ">": .greater, ">=": .greaterOrEqual, "<": .less, "<=": .lessOrEqual,
        "in": .among, "between": .between,
    ]

    /// Nothing stands for no conditions.
    func read(_ parameter: Parameter?) throws(RESTError) -> Filter {
        guard let parameter, !parameter.isEmpty else { return .always }
        guard case .list(let conditions) = parameter else { throw .invalidFilter }
        return .all(try filters(conditions))
    }

    private func filters(_ conditions: [Parameter]) throws(RESTError) -> [Filter] {
        var filters: [Filter] = []
        for condition in conditions { filters.append(try filter(condition)) }
        return filters
    }

    private func filter(_ condition: Parameter) throws(RESTError) -> Filter {
        switch condition {
        case .map(let group):
            guard case .list(let conditions) = group["conditions"] else { throw .invalidFilter }
            switch group["logic"]?.text?.lowercased() {
            case "or": return .any(try filters(conditions))
            case "and", nil: return .all(try filters(conditions))
            default: throw .invalidFilter
            }
        case .list(let parts):
            guard case .text(let name) = parts.first else { throw .invalidFilter }
            switch parts.count {
            case 2: return try comparison(name, parts[1].elements == nil ? "=" : "in", parts[1])
            case 3: return try comparison(name, parts[1].text ?? "", parts[2])
            default: throw .invalidFilter
            }
        default: throw .invalidFilter
        }
    }

    private func comparison(_ name: String, _ sign: String, _ value: Parameter) throws(RESTError) -> Filter {
        guard let field = TaskField.named(name) else { throw .unknownProperty(name, of: "TaskDto") }
        guard field.isFilterable else { throw .lacksTrait(name, "Filterable") }
        guard let prefix = TaskFilter.operators[sign] else {
            throw .third("UNKNOWNFILTEROPERATOREXCEPTION", "Неизвестный оператор фильтра `\(sign)`")
        }
        guard let values = stored(field, value, sign), let column = Schema.task.column(field.stored),
            let filter = FilterCondition(
                column: column, field: Schema.task.fields[column], dialect: .item, zone: zone
            ).filter(prefix, values)
        else { throw .wrongType(name, field.type) }
        return filter
    }

    /// A list only where the operator takes one.
    private func stored(_ field: TaskField, _ value: Parameter, _ sign: String) -> Parameter? {
        guard sign == "in" || sign == "between" else { return field.value(value) }
        guard case .list(let list) = value else { return nil }
        let stored = list.compactMap { field.value($0) }
        return stored.count == list.count ? .list(stored) : nil
    }
}
