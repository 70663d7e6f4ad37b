import JSON
import Testing

@testable import DemoPortal

@Suite("An order")
struct OrderTests {
    private let rows: [[FieldValue]] = [
        [.integer(1), .text("б"), .number(5)], [.integer(2), .text("А"), .number(7)],
        [.integer(3), .empty, .number(5)],
    ]
    private let schema = Schema(
        faces: [.classic], [.id(), .text("TITLE", "Название"), .money("OPPORTUNITY", "Сумма")])

    private func ids(_ order: JSONValue?, _ dialect: Dialect = .classic) throws -> [Int] {
        let reader = OrderReader(schema: schema, dialect: dialect, usual: .byID)
        let order = try reader.read(order.map { Parameter($0) })
        return order.sorted([0, 1, 2], rows: rows).map { $0 + 1 }
    }

    @Test(
        "sorts by several fields, nothing first, and by identifier between equals",
        arguments: [
            (["TITLE": "ASC"], [3, 2, 1]), (["TITLE": "desc"], [1, 2, 3]), (["OPPORTUNITY": "ASC"], [1, 3, 2]),
            (["OPPORTUNITY": "ASC", "ID": "DESC"], [3, 1, 2]), (["ID": "DESC"], [3, 2, 1]),
            (["UNKNOWN": "ASC"], [1, 2, 3]),
            ([:], [1, 2, 3]),
        ] as [(JSONValue, [Int])])
    func sorting(order: JSONValue, expected: [Int]) throws {
        #expect(try ids(order) == expected)
    }

    @Test("is checked as strictly as the family of methods does")
    func refusals() {
        #expect(throws: RESTError.classic("Parameter 'order' must be array.")) { try ids("ID") }
        #expect(
            throws: RESTError(400, "INVALID_ARG_VALUE", "Invalid order: field 'nope' is not allowed in order")
        ) { try ids(["nope": "ASC"], .item) }
        #expect(
            throws: RESTError(
                400, "INVALID_ARG_VALUE",
                "Invalid order: allowed sort directions are ASC, DESC. But got 'up' for field 'id'")
        ) { try ids(["id": "up"], .item) }
        #expect(throws: RESTError(400, "0", "Неверный ключ сортировки (internal error)")) {
            try ids(["OPPORTUNITY": "asc"], .task)
        }
    }
}
