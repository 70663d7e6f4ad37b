import JSON
import NIOHTTP1
import Testing

@testable import DemoPortal

@Suite("The gateway of REST 3.0")
struct GatewayThirdTests {
    private func json(_ reply: DemoReply) throws -> JSONValue { try JSONValue(parsing: reply.body) }

    @Test("reads nothing but JSON")
    func bodies() throws {
        let portal = TestPortal.shared
        let path = "/rest/api/1/\(portal.options.webhookCode)/tasks.task.get"
        func code(_ request: DemoRequest) throws -> String? {
            try json(portal.answer(request))["error"]?["code"]?.string
        }
        let id = portal.identifiers(of: "tasks.task")[0]
        let validation = "BITRIX_REST_V3_EXCEPTION_VALIDATION_REQUESTVALIDATIONEXCEPTION"
        let broken = "BITRIX_REST_V3_EXCEPTION_INVALIDJSONEXCEPTION"
        #expect(try code(DemoRequest(path: path, query: "id=\(id)")) == validation)
        let form = DemoRequest(
            path: path, contentType: "application/x-www-form-urlencoded", body: Array("id=\(id)".utf8))
        #expect(try code(form) == broken)
        #expect(try code(DemoRequest(path: path, contentType: "application/json", body: Array("{".utf8))) == broken)
        #expect(try code(DemoRequest(path: path, contentType: "application/json", body: Array("5".utf8))) == broken)
    }

    @Test("knows its own methods only, and tells a stranger so in its own form")
    func methods() throws {
        let portal = TestPortal.shared
        #expect(portal.third("crm.deal.list").status == 404)
        #expect(try json(portal.third("crm.deal.list"))["error"]?["code"] == "ERROR_METHOD_NOT_FOUND")
        let stranger = try json(portal.answer(DemoRequest(path: "/rest/api/1/x/tasks.task.list")))
        #expect(stranger["error"]?["code"] == "INVALID_CREDENTIALS")
        #expect(portal.call("rest.scope.list").status == 404)
        #expect(try portal.thirdResult("rest.scope.list")["tasks.task.get"] == "tasks")
        #expect(try portal.thirdResult("rest.scope.list")["crm.deal.list"] == "crm")
    }

    @Test("describes itself without an envelope, exactly as it is")
    func openAPI() throws {
        let portal = TestPortal.shared
        let document = try json(portal.third("rest.documentation.openapi"))
        #expect(document["openapi"] == "3.0.0" && document["result"] == nil)
        for path in document["paths"]?.object?.names ?? [] {
            #expect(portal.third(String(path.dropFirst())).status != 404, "\(path)")
        }
        let item = try portal.thirdResult("tasks.task.get", ["id": .integer(portal.identifiers(of: "tasks.task")[0])])
        let known = Set(document["components"]?["schemas"]?["TaskDto"]?["properties"]?.object?.names ?? [])
        let sent = Set(item["item"]?.object?.names ?? [])
        #expect(!sent.isEmpty && sent.isSubset(of: known))
        let paths = document["paths"]
        let get = paths?["/tasks.task.get"]?["post"]?["responses"]?["200"]?["content"]?["application/json"]?["schema"]
        #expect(
            get?["properties"]?["result"]?["properties"] == ["item": ["$ref": "#/components/schemas/TaskDto"]])
        let scopes = try portal.thirdResult("rest.scope.list")
        for path in paths?.object?.names ?? [] where path.hasPrefix("/tasks.") {
            #expect(paths?[path]?["post"]?["tags"]?[0] == scopes[String(path.dropFirst())])
        }
        #expect(portal.third("documentation").body == portal.third("rest.documentation.openapi").body)
    }

    @Test("answers a batch in its order, refusals in their places")
    func batch() throws {
        let portal = TestPortal.make(deals: 30)
        let ids = portal.identifiers(of: "tasks.task")
        let result = try portal.thirdResult(
            "batch",
            [
                ["method": "tasks.task.get", "query": ["id": .integer(ids[1]), "select": ["id"]]],
                ["method": "tasks.task.get", "query": ["id": 9_999]], ["method": "batch"],
                ["method": "tasks.task.delete", "query": ["id": .integer(ids[0])]],
            ])
        #expect(result.array?.count == 4)
        #expect(result[0] == ["item": ["id": .integer(ids[1])]])
        #expect(result[1]?["error"]?["code"]?.string?.hasSuffix("ENTITYNOTFOUNDEXCEPTION") == true)
        #expect(result[2]?["error"]?["code"] == "ERROR_BATCH_METHOD_NOT_ALLOWED")
        #expect(result[3] == ["result": true])
        #expect(try portal.thirdRefusal("batch", ["cmd": ["a": "x"]]) == ["400", "INVALIDSELECTEXCEPTION"])
        #expect(portal.statistics.requests == 2)
    }

    @Test("lets an application in with the token in the body")
    func application() throws {
        let portal = TestPortal.make(deals: 5)
        let token = JSONValue.string(portal.issueTokens().access)
        func post(_ parameters: JSONValue, query: String = "", _ method: String = "tasks.task.list") -> DemoReply {
            portal.answer(
                DemoRequest(
                    path: "/rest/api/\(method)", query: query, contentType: "application/json", body: parameters.bytes))
        }
        #expect(post(["auth": token]).status == 200)
        #expect(post([:]).status == 401)
        #expect(post([["method": "tasks.task.list"]], query: "auth=\(token.string ?? "")", "batch").status == 200)
        portal.expireAccessTokens()
        #expect(try json(post(["auth": token]))["error"]?["code"] == "expired_token")
    }

    @Test("does a write with the same key once")
    func idempotency() async throws {
        let portal = TestPortal.make(deals: 5)
        let task: JSONValue = ["fields": ["title": "A", "creatorId": 1, "responsibleId": 1]]
        let other: JSONValue = ["fields": ["title": "B", "creatorId": 1, "responsibleId": 1]]
        try await portal.serve { address in
            let url = "http://127.0.0.1:\(address.port)/rest/api/1/\(portal.options.webhookCode)/tasks.task.add"
            let key: HTTPHeaders = ["Idempotency-Key": "k-1"]
            portal.failNext([.resetAfterExecution])
            #expect(await HTTPSender.post(url, task, headers: key).error != nil)
            let again = await HTTPSender.post(url, task, headers: key)
            #expect(again.status == 200)
            #expect(again.headers.first(name: "idempotent-replayed") == "true")
            #expect(again.headers.first(name: "idempotency-key") == "k-1")
            #expect(await HTTPSender.post(url, other, headers: key).status == 422)
            let fresh = await HTTPSender.post(url, other, headers: ["Idempotency-Key": "k-2"])
            #expect(fresh.headers.first(name: "idempotent-replayed") == nil)
        }
        #expect(portal.executed.count == 2)
    }

    @Test("keeps keys for a day, by method, and no refusals")
    func keys() throws {
        let clock = TestClock()
        var options = TestPortal.options(deals: 5)
        options.clock = clock.read
        let portal = DemoPortal(options: options)
        let task: JSONValue = ["fields": ["title": "A", "creatorId": 1, "responsibleId": 1]]
        for bad in ["", "ключ", String(repeating: "k", count: 256)] {
            #expect(
                try portal.thirdRefusal("tasks.task.add", task, key: bad) == ["400", "INVALIDIDEMPOTENCYKEYEXCEPTION"])
        }
        #expect(portal.third("tasks.task.add", ["fields": ["title": "A"]], key: "k").status == 400)
        #expect(portal.third("tasks.task.add", task, key: "k").headers["Idempotent-Replayed"] == nil)
        #expect(portal.third("tasks.task.add", task, key: "k").headers["Idempotent-Replayed"] == "true")
        let id = JSONValue.integer(portal.identifiers(of: "tasks.task")[0])
        #expect(portal.third("tasks.task.delete", ["id": id], key: "k").status == 200)
        #expect(portal.third("tasks.task.list", [:], key: "").status == 200)
        clock.pass(86_400)
        #expect(portal.third("tasks.task.add", task, key: "k").headers["Idempotent-Replayed"] == nil)
        #expect(portal.executed.count == 3)
    }
}
