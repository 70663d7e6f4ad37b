import JSON
import Testing

@testable import DemoPortal

@Suite("Tasks")
struct TaskMethodsTests {
    private let portal = TestPortal.shared

    @Test("take capital names and answer in camel case with text for numbers, newest first")
    func list() throws {
        let reply = try portal.reply("tasks.task.list", ["select": ["ID", "TITLE", "RESPONSIBLE_ID", "STATUS"]])
        let tasks = try #require(reply["result"]?["tasks"])
        let ids = tasks.column("id").compactMap { Int($0) }
        #expect(ids == ids.sorted(by: >))
        let task = try #require(tasks[0])
        #expect(
            Set(task.object?.names ?? []) == ["id", "title", "responsibleId", "responsible", "status", "subStatus"])
        #expect(task["id"]?.string != nil)
        #expect(task["responsible"]?["id"] == task["responsibleId"])
        #expect(reply["total"] == 100)
        #expect(reply["next"] == 50)
    }

    @Test("are filtered by status, deadline and people")
    func filters() throws {
        func tasks(_ filter: JSONValue) throws -> [JSONValue] {
            try portal.result("tasks.task.list", ["filter": filter, "select": ["*"]])["tasks"]?.array ?? []
        }
        #expect(try tasks(["REAL_STATUS": 5]).allSatisfy { $0["status"] == "5" })
        #expect(try tasks(["REAL_STATUS": [2, 3]]).allSatisfy { ["2", "3"].contains($0["status"]?.string) })
        let overdue = try tasks(["STATUS": -1])
        #expect(!overdue.isEmpty)
        #expect(overdue.allSatisfy { ($0["deadline"]?.string ?? "9") < "2026-11-24" && $0["status"] != "5" })
        #expect(
            try tasks(["TITLE": "Подготовить%"]).allSatisfy { $0["title"]?.string?.hasPrefix("Подготовить") == true })
        #expect(try tasks([">=CREATED_DATE": "2030-01-01"]).isEmpty)
        #expect(
            try portal.refusal("tasks.task.list", ["order": ["NOPE": "asc"]])
                == Refusal(400, "0", "Неверный ключ сортировки (internal error)"))
    }

    @Test("live from waiting to done, and every step is checked")
    func life() throws {
        let portal = TestPortal.make(deals: 10)
        let made = try portal.result(
            "tasks.task.add", ["fields": ["TITLE": "Проба", "RESPONSIBLE_ID": 3, "DEADLINE": "2026-12-01"]])
        let id = try #require(made["task"]?["id"])
        func step(_ name: String, _ more: JSONObject = [:]) throws -> String? {
            var parameters: JSONObject = ["taskId": id]
            for (name, value) in more { parameters[name] = value }
            return try portal.result("tasks.task.\(name)", .object(parameters))["task"]?["status"]?.string
        }
        #expect(made["task"]?["status"] == "2")
        #expect(made["task"]?["createdBy"] == "1")
        #expect(try step("start") == "3")
        #expect(try step("pause") == "2")
        #expect(try step("defer") == "6")
        #expect(try step("renew") == "2")
        #expect(
            try portal.refusal("tasks.task.approve", ["taskId": id])
                == Refusal(400, "0", "Действие над задачей не разрешено"))
        #expect(try step("delegate", ["userId": 4]) == "2")
        _ = try portal.result("tasks.task.update", ["taskId": id, "fields": ["TASK_CONTROL": "Y"]])
        #expect(try step("complete") == "4")
        #expect(try step("disapprove") == "2")
        #expect(try step("complete") == "4")
        #expect(try step("approve") == "5")
        let done = try portal.result(
            "tasks.task.get", ["taskId": id, "select": ["ID", "CLOSED_DATE", "RESPONSIBLE_ID"]])
        #expect(done["task"]?["closedDate"] == "2026-11-24T12:00:00+03:00")
        #expect(done["task"]?["responsibleId"] == "4")
        #expect(try portal.result("tasks.task.delete", ["taskId": id]) == ["task": true])
        #expect(try portal.refusal("tasks.task.delete", ["taskId": id]).code == "1048582")
    }

    @Test(
        "are refused in the documented words",
        arguments: [
            ([:], "100", "Could not find value for parameter {fields}"),
            (["fields": ["RESPONSIBLE_ID": 1]], "ERROR_CORE", "Не указано название задачи<br>"),
            (["fields": ["TITLE": "x"]], "ERROR_CORE", "Не указан исполнитель<br>"),
            (
                ["fields": ["TITLE": "x", "RESPONSIBLE_ID": 999]], "ERROR_CORE",
                "Пользователь указанный в поле \"Исполнитель\" не найден<br>"
            ),
            (["fields": ["TITLE": "x", "RESPONSIBLE_ID": 1, "STATUS": 9]], "ERROR_CORE", "Некорректный статус<br>"),
        ] as [(JSONValue, String, String)])
    func refusals(parameters: JSONValue, code: String, text: String) throws {
        #expect(try portal.refusal("tasks.task.add", parameters) == Refusal(400, code, text))
    }

    @Test("need an identifier")
    func identifiers() throws {
        #expect(try portal.refusal("tasks.task.get").code == "100")
        #expect(try portal.refusal("tasks.task.start", ["taskId": "x"]) == Refusal(400, "0", "wrong task id"))
        #expect(try portal.refusal("tasks.task.start", ["taskId": 99_999]).code == "0")
    }

    @Test("describe their fields")
    func fields() throws {
        let fields = try portal.result("tasks.task.getFields")["fields"]
        #expect(fields?["STATUS"]?["values"]?["5"] == "Завершена")
        #expect(fields?["TITLE"]?["required"] == true)
        #expect(fields?["ID"]?["primary"] == true)
    }
}
