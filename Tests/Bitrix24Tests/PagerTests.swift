import JSON
import Testing

@testable import Bitrix24

@Suite struct PagerTests {
    // MARK: By ID

    @Test("a walk by ID begins without count and cursor, in the order of IDs")
    func firstRequest() throws {
        let pager = try Pager(method: "crm.deal.list", parameters: ["select": ["ID", "TITLE"]])
        #expect(pager.next() == ["select": ["ID", "TITLE"], "start": -1, "order": ["ID": "ASC"]])
    }

    @Test("a full page is followed by a request behind its last ID, with the caller's filter kept")
    func nextRequest() throws {
        var pager = try Pager(method: "crm.deal.list", parameters: ["filter": ["STAGE_ID": "WON", "<ID": 9_000]])
        #expect(pager.next()?["filter"] == ["STAGE_ID": "WON", "<ID": 9_000])
        let page = try pager.receive(reply(to: pager, deals(1...50)))
        #expect((page.count, page.isLast) == (50, false))
        let request = pager.next()
        #expect(request?["filter"] == ["STAGE_ID": "WON", "<ID": 9_000, ">ID": 50])
        #expect(request?["start"] == -1)
        #expect(request?["order"] == ["ID": "ASC"])
    }

    @Test("the cursor moves on from page to page, and IDs may come as numbers or as text")
    func cursor() throws {
        var pager = try Pager(method: "crm.deal.list", parameters: [:])
        _ = try pager.receive(reply(to: pager, deals(1...50)))
        let numbers = (101...150).map { JSONValue.object(["ID": .integer($0)]) }
        _ = try pager.receive(reply(to: pager, ["result": .array(numbers)]))
        #expect(pager.next()?["filter"] == [">ID": 150])
    }

    @Test("a short page and an empty one end the walk", arguments: [0, 1, 49])
    func end(count: Int) throws {
        var pager = try Pager(method: "crm.deal.list", parameters: [:])
        _ = try pager.receive(reply(to: pager, deals(1...50)))
        let page = try pager.receive(reply(to: pager, ["result": .array((0..<count).map { deal(51 + $0) })]))
        #expect((page.count, page.isLast) == (count, true))
        #expect(pager.next() == nil)
    }

    @Test("the page has the items byte by byte")
    func items() throws {
        var pager = try Pager(method: "crm.deal.list", parameters: [:])
        let text = #"{"result": [ {"ID":"1", "SUM": 1.10} , {"ID":"2"}]}"#
        let page = try pager.receive(reply(to: pager, text))
        #expect(String(decoding: page.items, as: UTF8.self) == #"[{"ID":"1", "SUM": 1.10},{"ID":"2"}]"#)
        let empty = try pager.receive(reply(to: pager, #"{"result":[]}"#))
        #expect(String(decoding: empty.items, as: UTF8.self) == "[]")
    }

    @Test(
        "the identifier is added to a selection that lacks it",
        arguments: [
            ("crm.deal.list", ["TITLE"], ["TITLE", "ID"]), ("crm.deal.list", ["ID"], ["ID"]),
            ("crm.deal.list", ["*", "UF_*"], ["*", "UF_*"]), ("crm.deal.list", [], []),
            ("tasks.task.list", ["TITLE"], ["TITLE", "ID"]), ("crm.item.list", ["title"], ["title", "id"]),
        ] as [(String, [String], [String])])
    func select(method: String, given: [String], sent: [String]) throws {
        let list = { (names: [String]) in JSONValue.array(names.map(JSONValue.string)) }
        let pager = try Pager(method: method, parameters: ["select": list(given)])
        #expect(pager.next()?["select"] == list(sent))
    }

    @Test("a portal that repeats a page is found out instead of being asked for ever")
    func repeated() throws {
        var pager = try Pager(method: "crm.deal.list", parameters: [:])
        _ = try pager.receive(reply(to: pager, deals(1...50)))
        let error = try #require(failure(&pager, deals(1...50)))
        #expect(error.code == "LIST")
        #expect(error.message == "the portal ignores the filter by ID and repeats items")
    }

    @Test("a full page without identifiers is an error")
    func withoutID() throws {
        var pager = try Pager(method: "crm.deal.list", parameters: [:])
        let titles = [JSONValue](repeating: ["TITLE": "Deal"], count: 50)
        let error = try #require(failure(&pager, ["result": .array(titles)]))
        #expect(error.message == "an item came without its ID, so the list can't be read on")
    }

    @Test("tasks are taken from their key and walked by the other spelling of their identifier")
    func tasks() throws {
        var pager = try Pager(method: "tasks.task.list", parameters: [:])
        #expect(pager.next()?["order"] == ["ID": "ASC"])
        let tasks = (1...50).map { JSONValue.object(["id": .string("\($0 * 2)")]) }
        let page = try pager.receive(reply(to: pager, ["result": ["tasks": .array(tasks)], "total": 0]))
        #expect(page.count == 50)
        #expect(pager.next()?["filter"] == [">ID": 100])
    }

    @Test("CRM items are taken from their key and keep the caller's entity type")
    func crmItems() throws {
        var pager = try Pager(method: "crm.item.list", parameters: ["entityTypeId": 128])
        let items = (1...50).map { JSONValue.object(["id": .integer($0)]) }
        let page = try pager.receive(reply(to: pager, ["result": ["items": .array(items)]]))
        #expect(page.count == 50)
        #expect(
            pager.next() == ["entityTypeId": 128, "start": -1, "order": ["id": "ASC"], "filter": [">id": 50]])
    }

    @Test(
        "an order by ascending ID, an empty order and an empty filter change nothing",
        arguments: [["order": ["ID": "asc"]], ["order": [:]], ["filter": []], ["filter": [:]]] as [JSONObject])
    func sameOrder(parameters: JSONObject) throws {
        let request = try Pager(method: "crm.deal.list", parameters: parameters).next()
        #expect(request?["start"] == -1)
        #expect(request?["order"] == ["ID": "ASC"])
    }

    // MARK: By offset

    @Test(
        "with an order, a start or a cursor of the caller's own the list is read by offset",
        arguments: [
            ["order": ["TITLE": "ASC"]], ["order": ["ID": "DESC"]], ["order": ["ID": "ASC", "TITLE": "ASC"]],
            ["start": 0], ["start": 100], ["filter": [">ID": 5]],
        ] as [JSONObject])
    func own(parameters: JSONObject) throws {
        var pager = try Pager(method: "crm.deal.list", parameters: parameters)
        #expect(pager.next() == .object(parameters))
        let first = try pager.receive(reply(to: pager, deals(1...50, next: 150)))
        #expect(!first.isLast)
        var expected = parameters
        expected["start"] = 150
        #expect(pager.next() == .object(expected))
        let last = try pager.receive(reply(to: pager, deals(51...60)))
        #expect(last.isLast)
        #expect(pager.next() == nil)
    }

    @Test("an offset that doesn't grow and a page without items end the walk")
    func stuck() throws {
        var pager = try Pager(method: "user.get", parameters: [:])
        _ = try pager.receive(reply(to: pager, deals(1...50, next: 50)))
        var same = pager
        #expect(try same.receive(reply(to: same, deals(1...50, next: 50))).isLast)
        #expect(try pager.receive(reply(to: pager, ["result": [], "next": 100])).isLast)
    }

    @Test("users are asked for as the caller does, and by start from then on")
    func users() throws {
        var pager = try Pager(method: "user.get", parameters: ["FILTER": ["ACTIVE": true]])
        #expect(pager.next() == ["FILTER": ["ACTIVE": true]])
        _ = try pager.receive(reply(to: pager, deals(1...50, next: 50)))
        #expect(pager.next() == ["FILTER": ["ACTIVE": true], "start": 50])
    }

    @Test("departments want their offset in capitals")
    func departments() throws {
        var pager = try Pager(method: "department.get", parameters: [:])
        #expect(pager.next() == [:])
        _ = try pager.receive(reply(to: pager, deals(1...50, next: 50)))
        #expect(pager.next() == ["START": 50])
    }

    // MARK: Answers

    @Test("a list that PHP sent as an object is a list all the same")
    func object() throws {
        var pager = try Pager(method: "crm.deal.list", parameters: [:])
        let page = try pager.receive(reply(to: pager, #"{"result":{"0":{"ID":"1"},"2":{"ID":"3"}}}"#))
        #expect(page.count == 2)
        #expect(String(decoding: page.items, as: UTF8.self) == #"[{"ID":"1"},{"ID":"3"}]"#)
    }

    @Test("no tasks at all come as an empty list without their key")
    func noTasks() throws {
        var pager = try Pager(method: "tasks.task.list", parameters: [:])
        let page = try pager.receive(reply(to: pager, #"{"result":[]}"#))
        #expect((page.count, page.isLast) == (0, true))
    }

    @Test(
        "an answer without a list is an error", arguments: [#"{"result":true}"#, #"{"result":"x"}"#, #"{"time":{}}"#])
    func noList(text: String) throws {
        var pager = try Pager(method: "crm.deal.list", parameters: [:])
        let answer = try reply(to: pager, text)
        let error = #expect(throws: PortalError.self) { try pager.receive(answer) }
        #expect(error?.code == "LIST")
        #expect(error?.message == "the answer holds no list")
    }

    @Test(
        "a method that lists nothing can't be walked",
        arguments: ["crm.deal.get", "crm.deal.add", "batch", "no.such.method"])
    func noListMethod(method: String) {
        let error = #expect(throws: PortalError.self) { try Pager(method: method, parameters: [:]) }
        #expect(error?.code == "LIST")
        #expect(error?.method == method)
        #expect(error?.hint == "use b24.call for one raw call")
    }

    @Test("whatever IDs there are, a walk finds each once and ends", arguments: 0..<40)
    func property(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let count = Int.random(in: 0...230, using: &random)
        var all: [Int] = []
        for _ in 0..<count { all.append((all.last ?? 0) + Int.random(in: 1...9, using: &random)) }
        var pager = try Pager(method: "crm.deal.list", parameters: [:])
        var found: [Int] = []
        var requests = 0
        while let request = pager.next(), requests < 10 {
            requests += 1
            let after = request["filter"]?[">ID"]?.integer ?? 0
            let page = try pager.receive(
                reply(to: pager, ["result": .array(all.filter { $0 > after }.prefix(50).map(deal))]))
            found += try (JSONValue(parsing: page.items).array ?? []).compactMap {
                $0["ID"]?.string.flatMap { Int($0) }
            }
        }
        #expect(found == all)
        #expect(requests == count / 50 + 1)
    }

    // MARK: Samples

    private func deal(_ id: Int) -> JSONValue { ["ID": .string("\(id)")] }

    private func deals(_ ids: ClosedRange<Int>, next: Int? = nil) -> JSONValue {
        var members: JSONObject = ["result": .array(ids.map(deal))]
        members["next"] = next.map(JSONValue.integer)
        return .object(members)
    }

    private func reply(to pager: Pager, _ value: JSONValue) throws(PortalError) -> PortalReply {
        try reply(to: pager, String(decoding: value.bytes, as: UTF8.self))
    }

    private func reply(to pager: Pager, _ text: String) throws(PortalError) -> PortalReply {
        try PortalReply(
            method: pager.method, status: 200, contentType: "application/json", body: Array(text.utf8),
            depth: pager.depth)
    }

    private func failure(_ pager: inout Pager, _ value: JSONValue) -> PortalError? {
        do throws(PortalError) {
            _ = try pager.receive(reply(to: pager, value))
            return nil
        } catch {
            return error
        }
    }
}
