import JSON
import Testing

@testable import DemoPortal

@Suite("Lists in REST 3.0")
struct TaskFilterTests {
    private let portal = TestPortal.shared

    private func list(_ parameters: JSONValue) throws -> [Int] {
        try portal.thirdResult("tasks.task.list", parameters)["items"]?.column("id").compactMap { Int($0) } ?? []
    }

    @Test("send identifiers only, 50 a page, in ascending order")
    func usual() throws {
        let ids = portal.identifiers(of: "tasks.task")
        #expect(ids.count == 100)
        #expect(try list([:]) == Array(ids.prefix(50)))
        #expect(try portal.thirdResult("tasks.task.list")["items"]?[0]?.object?.names == ["id"])
        #expect(try list(["pagination": ["page": 3, "limit": 30]]) == Array(ids[60..<90]))
        #expect(try list(["pagination": ["offset": 95]]) == Array(ids[95...]))
        #expect(try list(["pagination": ["limit": 5_000]]) == ids)
        #expect(try list(["order": ["id": "DESC"], "pagination": ["limit": 2]]) == [ids[99], ids[98]])
    }

    @Test("are filtered by conditions and groups of them")
    func filters() throws {
        let ids = portal.identifiers(of: "tasks.task")
        func ints(_ list: ArraySlice<Int>) -> JSONValue { .array(list.map { .integer($0) }) }
        #expect(try list(["filter": [["id", ">", .integer(ids[97])]]]) == Array(ids[98...]))
        #expect(try list(["filter": [["id", .integer(ids[3])]]]) == [ids[3]])
        #expect(try list(["filter": [["id", ints(ids[4...5])]]]) == Array(ids[4...5]))
        #expect(try list(["filter": [["id", "between", ints([ids[6], ids[8]])]]]) == Array(ids[6...8]))
        #expect(
            try list(["filter": [["id", "!=", .integer(ids[0])], ["id", "<=", .integer(ids[2])]]]) == Array(ids[1...2]))
        let group: JSONValue = [
            "logic": "or", "conditions": [["id", .integer(ids[1])], ["id", "in", ints(ids[3...4])]],
        ]
        #expect(try list(["filter": [group, ["id", "<", .integer(ids[4])]]]) == [ids[1], ids[3]])
    }

    @Test(
        "refuse what they don't understand",
        arguments: [
            (["filter": [["nope", "=", 1]]], ["400", "UNKNOWNDTOPROPERTYEXCEPTION"]),
            (["filter": [["id", "~", 1]]], ["400", "UNKNOWNFILTEROPERATOREXCEPTION"]),
            (["filter": [["id", "=", "x"]]], ["400", "REQUESTVALIDATIONEXCEPTION", "id"]),
            (["filter": [["status", "=", "pending"]]], ["400", "REQUESTVALIDATIONEXCEPTION", "status"]),
            (["filter": ["ID": 1]], ["400", "INVALIDFILTEREXCEPTION"]),
            (["filter": [["logic": "xor", "conditions": []]]], ["400", "INVALIDFILTEREXCEPTION"]),
            (["order": ["description": "ASC"]], ["400", "INVALIDORDEREXCEPTION"]),
            (["order": ["id": "up"]], ["400", "INVALIDORDEREXCEPTION"]),
            (["pagination": ["limit": "abc"]], ["400", "INVALIDPAGINATIONEXCEPTION"]),
            (["pagination": ["limit": 0]], ["400", "INVALIDPAGINATIONEXCEPTION"]),
            (["select": "id"], ["400", "INVALIDSELECTEXCEPTION"]),
        ] as [(JSONValue, [String])])
    func refusals(parameters: JSONValue, expected: [String]) throws {
        #expect(try portal.thirdRefusal("tasks.task.list", parameters) == expected)
    }
}
