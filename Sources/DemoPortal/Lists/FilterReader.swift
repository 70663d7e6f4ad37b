import Timetable

/// Turns the `filter` of a request into conditions.
struct FilterReader {
    let schema: Schema
    let dialect: Dialect
    let zone: Zone

    /// Reads a filter; nothing stands for no conditions.
    func read(_ parameter: Parameter?) throws(RESTError) -> Filter {
        guard let parameter, !parameter.isEmpty else { return .always }
        guard let members = parameter.members else {
            if dialect == .classic { throw .classic("Parameter 'filter' must be array.") }
            throw RESTError(
                400, "100",
                "Invalid value {\(parameter.text ?? "")} to match with parameter {filter}. Should be value of type array."
            )
        }
        return try group(members)
    }

    private func group(_ members: [(name: String, value: Parameter)]) throws(RESTError) -> Filter {
        var isAny = false
        var conditions: [Filter] = []
        for (name, value) in members {
            if dialect == .item, name.lowercased() == "logic" {
                isAny = value.text?.uppercased() == "OR"
            } else if dialect == .item, Int(name) != nil, let nested = value.members {
                conditions.append(try group(nested))
            } else if let condition = try condition(name, value) {
                conditions.append(condition)
            }
        }
        if conditions.isEmpty { return .always }
        if conditions.count == 1 { return conditions[0] }
        return isAny ? .any(conditions) : .all(conditions)
    }

    /// nil for a condition that the portal passes over.
    private func condition(_ name: String, _ value: Parameter) throws(RESTError) -> Filter? {
        let key = FilterKey(name)
        if let special = special(key, value) { return special }
        guard let column = dialect.column(key.field, in: schema) else {
            guard dialect == .item else { return nil }
            throw RESTError(
                400, "INVALID_ARG_VALUE", "Invalid filter: field '\(key.field)' is not allowed in filter")
        }
        let reading = FilterCondition(column: column, field: schema.fields[column], dialect: dialect, zone: zone)
        if let filter = reading.filter(key.prefix, value) { return filter }
        guard dialect == .item else { return .never }
        throw RESTError(400, "INVALID_ARG_VALUE", "Invalid filter: field '\(key.field)' has invalid value")
    }

    /// Conditions that are no fields.
    private func special(_ key: FilterKey, _ value: Parameter) -> Filter? {
        switch (dialect, key.field) {
        case (.user, "NAME_SEARCH"):
            let pattern = LikePattern(containing: value.text ?? "")
            return .any(schema.columns(["NAME", "LAST_NAME", "SECOND_NAME"]).map { .like($0, pattern) })
        case (.task, "ONLY_ROOT_TASKS"):
            return value.isOn ? schema.column("PARENT_ID").map { .empty($0) } : .always
        default: return nil
        }
    }
}
