import JSON
import Testing

@testable import DemoPortal

@Suite("Who asks for what has changed")
struct PollingFilterTests {
    private struct List {
        let method: String
        var parameters: JSONObject = [:]
        let filter: String
        let path: [String]
        let id: String

        func changed(after time: JSONValue, _ portal: DemoPortal) throws -> [String] {
            var parameters = parameters
            parameters["filter"] = .object([">" + filter: time])
            var result = try portal.result(method, .object(parameters))
            for name in path { result = try #require(result[name]) }
            return result.column(id)
        }
    }

    private static let lists: [(List, write: (method: String, parameters: JSONObject), entity: String)] = [
        (
            List(method: "crm.deal.list", filter: "DATE_MODIFY", path: [], id: "ID"),
            ("crm.deal.update", ["fields": ["TITLE": "A"]]), "crm.deal"
        ),
        (
            List(
                method: "crm.item.list", parameters: ["entityTypeId": 2], filter: "updatedTime", path: ["items"],
                id: "id"), ("crm.item.update", ["entityTypeId": 2, "fields": ["title": "A"]]), "crm.deal"
        ),
        (
            List(method: "tasks.task.list", filter: "CHANGED_DATE", path: ["tasks"], id: "id"),
            ("tasks.task.update", ["fields": ["TITLE": "A"]]), "tasks.task"
        ),
    ]

    @Test("finds the record that was changed since, and nothing before", arguments: [0, 1, 2])
    func changed(place: Int) throws {
        let (list, write, entity) = Self.lists[place]
        let clock = TestClock()
        var options = TestPortal.options(deals: 60)
        options.clock = clock.read
        let portal = DemoPortal(options: options)
        let time = try portal.result("server.time")
        #expect(try list.changed(after: time, portal) == [])
        clock.pass(1)
        let id = portal.identifiers(of: entity)[7]
        var parameters = write.parameters
        parameters[entity == "tasks.task" ? "taskId" : "id"] = .integer(id)
        _ = try portal.result(write.method, .object(parameters))
        #expect(try list.changed(after: time, portal) == [String(id)])
        #expect(try list.changed(after: try portal.result("server.time"), portal) == [])
    }
}
