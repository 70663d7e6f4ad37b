/// Turns the `order` of a request into an order.
struct OrderReader {
    let schema: Schema
    let dialect: Dialect
    /// The order where none is asked for.
    let usual: Order

    func read(_ parameter: Parameter?) throws(RESTError) -> Order {
        guard let parameter, !parameter.isEmpty else { return usual }
        guard case .map(let map) = parameter else {
            if case .list = parameter { return usual }
            if dialect == .classic { throw .classic("Parameter 'order' must be array.") }
            throw RESTError(
                400, "100",
                "Invalid value {\(parameter.text ?? "")} to match with parameter {order}. Should be value of type array."
            )
        }
        var keys: [Order.Key] = []
        for (name, value) in zip(map.names, map.values) {
            if let key = try key(name, value.text ?? "") { keys.append(key) }
        }
        return keys.isEmpty ? usual : Order(keys: keys)
    }

    /// nil for a field that the portal passes over.
    private func key(_ name: String, _ direction: String) throws(RESTError) -> Order.Key? {
        let descending = direction.lowercased().hasPrefix("desc")
        switch dialect {
        case .classic, .user:
            return dialect.column(name, in: schema).map { Order.Key(column: $0, descending: descending) }
        case .task:
            guard OrderReader.taskFields.contains(name) else {
                throw RESTError(400, "0", "Неверный ключ сортировки (internal error)")
            }
            return dialect.column(name, in: schema).map { Order.Key(column: $0, descending: descending) }
        case .item:
            guard let column = dialect.column(name, in: schema) else {
                throw RESTError(400, "INVALID_ARG_VALUE", "Invalid order: field '\(name)' is not allowed in order")
            }
            guard ["ASC", "DESC"].contains(direction.uppercased()) else {
                throw RESTError(
                    400, "INVALID_ARG_VALUE",
                    "Invalid order: allowed sort directions are ASC, DESC. But got '\(direction)' for field '\(name)'")
            }
            return Order.Key(column: column, descending: descending)
        }
    }

    /// The fields by which tasks can be ordered, as documented; some are no fields of the answer.
    private static let taskFields: Set<String> = [
        "ID", "TITLE", "TIME_SPENT_IN_LOGS", "DATE_START", "CREATED_DATE", "CHANGED_DATE", "CLOSED_DATE",
        "ACTIVITY_DATE", "START_DATE_PLAN", "END_DATE_PLAN", "DEADLINE", "REAL_STATUS", "STATUS_COMPLETE", "PRIORITY",
        "MARK", "CREATED_BY_LAST_NAME", "RESPONSIBLE_LAST_NAME", "GROUP_ID", "TIME_ESTIMATE", "ALLOW_CHANGE_DEADLINE",
        "ALLOW_TIME_TRACKING", "MATCH_WORK_TIME", "FAVORITE", "SORTING", "IS_PINNED", "IS_PINNED_IN_GROUP",
    ]
}
