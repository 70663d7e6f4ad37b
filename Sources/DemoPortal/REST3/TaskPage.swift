/// Which part of a list is sent, and in which order.
struct TaskPage {
    static let usualLimit = 50
    static let mostItems = 1_000

    let order: Order
    let offset: Int
    let limit: Int

    init(order: Parameter?, pagination: Parameter?) throws(RESTError) {
        self.order = try TaskPage.order(order)
        let numbers = pagination.flatMap { $0.members } ?? []
        var given: [String: Int] = [:]
        for (name, value) in numbers where ["page", "limit", "offset"].contains(name) {
            guard let number = TaskPage.number(value), number >= 0, name != "limit" || number > 0 else {
                throw .third("INVALIDPAGINATIONEXCEPTION", "Не удается распознать параметр пагинации `\(name)`")
            }
            given[name] = number
        }
        let limit = min(given["limit"] ?? TaskPage.usualLimit, TaskPage.mostItems)
        // A page number goes before an offset.
        let page = given["page"].map { max(0, $0 - 1).multipliedReportingOverflow(by: limit) }
        offset = page.map { $0.overflow ? .max : $0.partialValue } ?? given["offset"] ?? 0
        self.limit = limit
    }

    /// The positions of a table that belong to the page.
    func positions(_ filter: Filter, in table: EntityTable) -> ArraySlice<Int> {
        let found = table.rows.indices.filter { filter.matches(table.rows[$0]) }
        return order.sorted(found, rows: table.rows).dropFirst(offset).prefix(limit)
    }

    private static func number(_ value: Parameter) -> Int? {
        switch value {
        case .integer(let integer): integer
        case .text(let text): Int(text)
        default: nil
        }
    }

    private static func order(_ parameter: Parameter?) throws(RESTError) -> Order {
        guard let parameter, !parameter.isEmpty else { return .byID }
        guard case .map(let map) = parameter else { throw refusal("order") }
        var keys: [Order.Key] = []
        for (name, direction) in zip(map.names, map.values) {
            guard let field = TaskField.named(name), field.isSortable, let column = Schema.task.column(field.stored),
                let text = direction.text?.uppercased(), ["ASC", "DESC"].contains(text)
            else { throw refusal(name) }
            keys.append(Order.Key(column: column, descending: text == "DESC"))
        }
        return Order(keys: keys)
    }

    private static func refusal(_ name: String) -> RESTError {
        .third("INVALIDORDEREXCEPTION", "Не удается распознать параметр сортировки `\(name)`")
    }
}
