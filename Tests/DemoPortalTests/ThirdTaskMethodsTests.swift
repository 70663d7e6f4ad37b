import JSON
import Testing

@testable import DemoPortal

extension DemoPortal {
    /// A call of REST 3.0 through the webhook.
    func third(_ method: String, _ parameters: JSONValue = [:], key: String? = nil) -> DemoReply {
        answer(
            DemoRequest(
                path: "/rest/api/\(options.webhookUser)/\(options.webhookCode)/\(method)",
                contentType: "application/json", idempotencyKey: key, body: parameters.bytes))
    }

    func thirdResult(_ method: String, _ parameters: JSONValue = [:]) throws -> JSONValue {
        let reply = third(method, parameters)
        #expect(reply.status == 200, "\(method): \(String(decoding: reply.body, as: UTF8.self))")
        return try #require(try JSONValue(parsing: reply.body)["result"])
    }

    /// Status and the end of the code of a refusal, and the field that is wrong.
    func thirdRefusal(_ method: String, _ parameters: JSONValue = [:], key: String? = nil) throws -> [String] {
        let reply = third(method, parameters, key: key)
        let error = try #require(try JSONValue(parsing: reply.body)["error"])
        let code = error["code"]?.string?.split(separator: "_").last.map(String.init) ?? ""
        let field = error["validation"]?[0]?["field"]?.string
        return ["\(reply.status)", code] + (field.map { [$0] } ?? [])
    }
}

@Suite("Tasks in REST 3.0")
struct ThirdTaskMethodsTests {
    private let portal = TestPortal.shared

    @Test("are sent with typed values, and people as objects when asked for")
    func get() throws {
        let first = try #require(portal.identifiers(of: "tasks.task").first)
        let whole = try #require(try portal.thirdResult("tasks.task.get", ["id": .integer(first)])["item"])
        #expect(whole["id"] == .integer(first))
        #expect(whole["needsControl"]?.bool != nil)
        #expect(["pending", "in_progress", "supposedly_completed", "completed"].contains(whole["status"]?.string))
        #expect(whole["link"]?.string == "/company/personal/user/1/tasks/task/view/\(first)/")
        #expect(whole["responsible"] == nil)
        let part = try portal.thirdResult(
            "tasks.task.get",
            ["id": .integer(first), "select": ["title", "nonsense", "responsible.name", "creator", "auditors.id"]])
        #expect(part["item"]?.object?.names == ["id", "title", "creator", "responsible", "auditors"])
        #expect(part["item"]?["responsible"]?.object?.names == ["name"])
        #expect(part["item"]?["creator"]?.object?.names == ["id", "name", "email", "gender"])
    }

    @Test("are refused with the documented codes")
    func refusals() throws {
        #expect(try portal.thirdRefusal("tasks.task.get") == ["400", "REQUESTVALIDATIONEXCEPTION", "id"])
        #expect(try portal.thirdRefusal("tasks.task.get", ["id": "5"]) == ["400", "REQUESTVALIDATIONEXCEPTION", "id"])
        #expect(try portal.thirdRefusal("tasks.task.get", ["id": 9_999]) == ["400", "ENTITYNOTFOUNDEXCEPTION"])
        #expect(try portal.thirdRefusal("tasks.task.delete", ["id": 9_999]) == ["403", "ACCESSDENIEDEXCEPTION"])
        #expect(
            try portal.thirdRefusal("tasks.task.get", ["id": 1, "select": ["responsible.stageId"]])
                == ["400", "UNKNOWNDTOPROPERTYEXCEPTION"])
        let tasks = TestPortal.make(deals: 1, scopes: ["task"])
        #expect(try tasks.thirdRefusal("tasks.task.list") == ["403", "INSUFFICIENTSCOPEEXCEPTION"])
    }

    @Test("are made, changed and deleted")
    func life() throws {
        let portal = TestPortal.make(deals: 5)
        let made = try portal.thirdResult(
            "tasks.task.add",
            [
                "fields": [
                    "title": "Проба", "creatorId": 2, "responsibleId": 3, "priority": "high", "auditors": [4],
                    "deadline": "2026-12-01T10:00:00+03:00", "needsControl": true,
                ]
            ])["item"]
        let id = try #require(made?["id"])
        #expect(made?["creatorId"] == 2 && made?["priority"] == "high" && made?["needsControl"] == true)
        #expect(made?["deadline"] == "2026-12-01T10:00:00+03:00" && made?["status"] == "pending")
        let changed: JSONValue = ["id": id, "fields": ["status": "completed", "deadline": nil]]
        #expect(try portal.thirdResult("tasks.task.update", changed) == ["result": true])
        let after = try portal.thirdResult(
            "tasks.task.get", ["id": id, "select": ["status", "deadline", "closed", "auditors.id"]])["item"]
        #expect(after?["status"] == "completed" && after?["deadline"] == .null && after?["closed"]?.string != nil)
        #expect(after?["auditors"] == [["id": 4]])
        #expect(try portal.result("tasks.task.get", ["taskId": id])["task"]?["status"] == "5")
        #expect(try portal.thirdResult("tasks.task.delete", ["id": id]) == ["result": true])
        #expect(portal.executed.map(\.method) == ["tasks.task.add", "tasks.task.update", "tasks.task.delete"])
    }

    @Test(
        "are checked field by field",
        arguments: [
            ([:], "fields"), (["title": "A"], "creatorId"),
            (["title": "A", "creatorId": 1, "responsibleId": 999], "responsibleId"),
            (["title": "A", "creatorId": 1, "responsibleId": 1, "deadline": "soon"], "deadline"),
            (["title": "A", "creatorId": 1, "responsibleId": 1, "status": "x"], "status"),
            (["title": "A", "creatorId": 1, "responsibleId": 1, "id": 7], "id"),
            (["title": "A", "creatorId": 1, "responsibleId": 1, "parentId": 9_999], "parentId"),
        ] as [(JSONValue, String)])
    func checks(fields: JSONValue, field: String) throws {
        let refusal = try portal.thirdRefusal("tasks.task.add", ["fields": fields])
        #expect(refusal == ["400", "REQUESTVALIDATIONEXCEPTION", field])
        let creator = try portal.thirdRefusal("tasks.task.update", ["id": 1, "fields": ["creatorId": 2]])
        #expect(creator == ["400", "REQUESTVALIDATIONEXCEPTION", "creatorId"])
        #expect(
            try portal.thirdRefusal("tasks.task.update", ["id": 1, "fields": ["parentId": 1]])
                == ["400", "REQUESTVALIDATIONEXCEPTION", "parentId"])
    }
}
