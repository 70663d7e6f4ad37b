import DemoPortal
import JSON
import NIOHTTP1
import Testing

@testable import Bitrix24

/// REST 3.0 over real HTTP.
@Suite struct VersionThreeTests {
    private let demo = TestPortal.demo(deals: 30)
    private static let task: JSONValue = ["fields": ["title": "Луна", "creatorId": 1, "responsibleId": 2]]
    private static let openAPI = "rest.documentation.openapi"

    // MARK: Calls

    @Test("a task is read with the fields that are asked for")
    func get() async throws {
        let id = try #require(demo.identifiers(of: "tasks.task").first)
        try await withPortal { portal in
            let parameters: JSONValue = ["id": .integer(id), "select": ["id", "title", "responsible.name"]]
            let text = try await portal.text("tasks.task.get", parameters, version: .three)
            let item = try #require(try JSONValue(parsing: Array(text.utf8))["item"]?.object)
            #expect(Set(item.names) == ["id", "title", "responsible"])
            #expect(item["id"] == .integer(id))
        }
    }

    @Test("all tasks are walked, once each")
    func list() async throws {
        try await withPortal { portal in
            let list = try portal.list(
                ListRequest("tasks.task.list", ["select": ["id"]], version: .three), by: TestPortal.caller)
            var found: [Int] = []
            while let page = try await list.next() {
                found += try JSONValue(parsing: page.items).array?.compactMap { $0["id"]?.integer } ?? []
            }
            #expect(found.sorted() == demo.identifiers(of: "tasks.task"))
        }
    }

    @Test("lists that share a request come whole")
    func sharedLists() async throws {
        try await withPortal { portal in
            let calls = (0..<2).map { _ in
                PortalCall(pageOf: "tasks.task.list", ["select": ["id"]], version: .three, depth: 2)
            }
            let pending = await portal.submit(each: calls, by: TestPortal.caller)
            for reply in pending {
                let list = try ListInReply(in: try await reply.value(), key: "items", method: "tasks.task.list")
                #expect(list.count > 0)
            }
            #expect(await portal.statistics.requests == 1)
        }
    }

    @Test("a change has a key of its own, which reading has not")
    func keys() async throws {
        try await TestServer.serve(answer: { _ in .reply(#"{"result":{"item":{"id":1}}}"#) }) { server in
            try await TestPortal.with(webhook: server.webhook) { portal in
                for _ in 0..<2 { _ = try await portal.text("tasks.task.add", Self.task, version: .three) }
                _ = try await portal.text("tasks.task.get", ["id": 1], version: .three)
            }
            #expect(server.requests.map(\.uri).first == "/rest/api/1/\(TestPortal.code)/tasks.task.add")
            let keys = server.requests.map { $0.headers["Idempotency-Key"] }
            #expect(keys.map(\.count) == [1, 1, 0])
            #expect(keys[0] != keys[1])
            #expect(keys[0].first?.utf8.allSatisfy { (0x21...0x7E).contains($0) } == true)
        }
    }

    @Test(
        "a change whose answer got lost is sent again with its key, and made once",
        arguments: [DemoFault.resetAfterExecution, .closedInsideAnswer, .badGatewayAfterExecution, .truncatedJSON])
    func lost(fault: DemoFault) async throws {
        try await withPortal(attempts: 3) { portal in
            demo.failNext([fault, fault])
            let text = try await portal.text("tasks.task.add", Self.task, version: .three)
            #expect(
                try JSONValue(parsing: Array(text.utf8))["item"]?["id"]?.integer
                    == demo.identifiers(of: "tasks.task").last)
            #expect(await portal.statistics.requests == 3)
        }
        #expect(demo.executed.map(\.method) == ["tasks.task.add"])
    }

    @Test("what is wrong with single fields is told")
    func validation() async throws {
        try await withPortal(checks: .lenient) { portal in
            let error = try await portal.failure("tasks.task.add", ["fields": ["title": "Луна"]], version: .three)
            #expect(error.code == "BITRIX_REST_V3_EXCEPTION_VALIDATION_REQUESTVALIDATIONEXCEPTION")
            #expect(
                error.message
                    == "Ошибка при валидации объекта запроса: Обязательное поле `creatorId` не указано; Обязательное "
                    + "поле `responsibleId` не указано")
            #expect(error.status == 400)
            #expect(error.execution == .answered)
        }
    }

    // MARK: Batches

    @Test("reads that are asked for together share a request")
    func merged() async throws {
        let identifiers = Array(demo.identifiers(of: "tasks.task").prefix(10))
        try await withPortal { portal in
            let answers = await Self.get(identifiers, from: portal)
            #expect(answers.map(Self.identifier) == identifiers)
        }
        #expect(demo.statistics.requests == 1)
        #expect(demo.statistics.commands == 10)
    }

    @Test("one that fails does not spoil the others: each gets its own answer")
    func oneFails() async throws {
        let identifiers = Array(demo.identifiers(of: "tasks.task").prefix(4))
        try await withPortal { portal in
            let answers = await Self.get(identifiers + [999_999], from: portal)
            #expect(answers.map(Self.identifier) == identifiers + [nil])
            let error = try #require(answers.last?.failure)
            #expect(error.code == "BITRIX_REST_V3_EXCEPTION_ENTITYNOTFOUNDEXCEPTION")
            #expect(error.message == "Запись с ID = `999999` не найдена")
            #expect(error.method == "tasks.task.get")
        }
        // The batch, and each call by itself.
        #expect(demo.statistics.requests == 6)
    }

    @Test("in a batch that was put together each command has its answer or its error, and is made once")
    func batch() async throws {
        let id = try #require(demo.identifiers(of: "tasks.task").first)
        try await withPortal(attempts: 3) { portal in
            let answers = try await portal.batch(
                [
                    (name: "a", call: PortalCall("tasks.task.get", ["id": .integer(id)], version: .three)),
                    (name: "b", call: PortalCall("tasks.task.get", ["id": 999_999], version: .three)),
                    (name: "c", call: PortalCall("tasks.task.add", Self.task, version: .three)),
                ], by: TestPortal.caller)
            #expect(answers.map { $0.failure == nil } == [true, false, true])
            #expect(answers[1].failure?.code == "BITRIX_REST_V3_EXCEPTION_ENTITYNOTFOUNDEXCEPTION")
        }
        #expect(demo.statistics.requests == 1)
        #expect(demo.executed.count == 1)
    }

    @Test("a batch with a change whose answer got lost is not sent again, as it has no key")
    func lostBatch() async throws {
        try await withPortal(attempts: 3) { portal in
            demo.failNext([.resetAfterExecution])
            let answers = try await portal.batch(
                [
                    (name: "a", call: PortalCall("tasks.task.list", version: .three)),
                    (name: "b", call: PortalCall("tasks.task.add", Self.task, version: .three)),
                ], by: TestPortal.caller)
            #expect(answers.map { $0.failure?.code } == ["BROKEN", "UNKNOWN_OUTCOME"])
        }
        #expect(demo.executed.count == 1)
    }

    // MARK: The portal's description

    @Test("the portal's description of itself has no envelope: it is the result")
    func description() async throws {
        try await withPortal { portal in
            let reply = try await portal.call(PortalCall(Self.openAPI, version: .three), by: TestPortal.caller)
            let document = try JSONValue(parsing: reply.resultBytes)
            #expect(document["openapi"] == "3.0.0")
            #expect(document["paths"]?["/tasks.task.add"] != nil)
            #expect(try JSONValue(parsing: reply.body) == document)
        }
    }

    @Test("beside other calls it is, too")
    func descriptionInBatch() async throws {
        try await withPortal { portal in
            let calls = [PortalCall(Self.openAPI, version: .three), PortalCall("rest.scope.list", version: .three)]
            let pending = await portal.submit(all: calls)
            let document = try JSONValue(parsing: try await pending[0].value().resultBytes)
            #expect(document["openapi"] == "3.0.0")
            let scopes = try JSONValue(parsing: try await pending[1].value().resultBytes)
            #expect(scopes["tasks.task.add"] == "tasks")
        }
        #expect(demo.statistics.requests == 1)
    }

    @Test("a list without its envelope is an error, not an empty list")
    func bareList() async throws {
        try await TestServer.serve(answer: { _ in .reply("{}") }) { server in
            try await TestPortal.with(webhook: server.webhook) { portal in
                let list = try portal.list(ListRequest("tasks.task.list", [:], version: .three), by: TestPortal.caller)
                let error = await #expect(throws: PortalError.self) { try await list.next() }
                #expect(error?.code == "LIST")
            }
        }
    }

    // MARK: Portals

    private func withPortal(
        attempts: Int = 1, checks: CheckPolicy = .strict, _ body: @Sendable @escaping (Portal) async throws -> Void
    ) async throws {
        try await demo.serve { address in
            var options = TestPortal.options(attempts: attempts)
            options.checks = checks
            try await TestPortal.with(webhook: address.webhook, options, body)
        }
    }

    private static func get(_ identifiers: [Int], from portal: Portal) async -> PendingReply.Answers {
        let calls = identifiers.map {
            PortalCall("tasks.task.get", ["id": .integer($0), "select": ["id"]], version: .three)
        }
        let pending = await portal.submit(all: calls)
        var answers: PendingReply.Answers = []
        for reply in pending { answers += await reply.answers() }
        return answers
    }

    private static func identifier(_ answer: PendingReply.Answers.Element) -> Int? {
        (try? answer.get()).flatMap { try? JSONValue(parsing: $0.resultBytes)["item"]?["id"]?.integer }
    }
}
