import JSON
import Testing
import Trials

@testable import Bitrix24

@Suite struct IDWalkTests {
    private func walk(_ method: String = "crm.deal.list", _ parameters: JSONObject = [:]) throws -> IDWalk {
        try #require(try ListPlan.walk(ListRequest(method, parameters)) as? IDWalk)
    }

    @Test("it begins with one page, without count and cursor, in the order of IDs")
    func firstRequest() throws {
        var walk = try walk("crm.deal.list", ["select": ["ID", "TITLE"]])
        let asked = walk.next(most: 50, wanted: nil)
        let calls = try #require(asked)
        #expect(calls.map(\.parameters) == [["select": ["ID", "TITLE"], "start": -1, "order": ["ID": "ASC"]]])
    }

    @Test("after a full page come pages that refer to each other's end, with the caller's filter kept")
    func chain() throws {
        var walk = try walk("crm.deal.list", ["filter": ["STAGE_ID": "WON"], "select": ["TITLE"]])
        _ = walk.next(most: 50, wanted: nil)
        _ = try walk.receive([.success(try SimulatedList.reply(Array(1...50)))])
        let asked = walk.next(most: 50, wanted: nil)
        let calls = try #require(asked)
        #expect(calls.count == 10)
        #expect(calls[9].parameters["order"] == ["ID": "DESC"])
        #expect(calls[0].parameters["filter"] == ["STAGE_ID": "WON", ">ID": 50])
        #expect(calls[1].parameters["filter"] == ["STAGE_ID": "WON", ">ID": "$result[@0][49][ID]"])
        #expect(calls[8].parameters["filter"] == ["STAGE_ID": "WON", ">ID": "$result[@7][49][ID]"])
        #expect(calls[8].parameters["select"] == ["TITLE", "ID"])
    }

    @Test("lists below a key are referred to by it, and keep the caller's other parameters")
    func key() throws {
        var walk = try walk("crm.item.list", ["entityTypeId": 128])
        _ = walk.next(most: 50, wanted: nil)
        _ = try walk.receive([.success(try SimulatedList.reply(Array(1...50), key: "items", depth: 2))])
        let asked = walk.next(most: 50, wanted: nil)
        let calls = try #require(asked)
        #expect(calls[1].parameters["filter"] == [">id": "$result[@0][items][49][id]"])
        #expect(calls[1].parameters["entityTypeId"] == 128)
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
        var walk = try walk(method, ["select": list(given)])
        #expect(walk.next(most: 50, wanted: nil)?.first?.parameters["select"] == list(sent))
    }

    @Test("whatever identifiers there are, each comes once and in order", arguments: 0..<25)
    func property(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let count = Int.random(in: 0...4_000, using: &random)
        let gap = Int.random(in: 1...40, using: &random)
        var ids: [Int] = []
        for _ in 0..<count { ids.append((ids.last ?? 0) + Int.random(in: 1...gap, using: &random)) }
        var list = SimulatedList(ids)
        var walk = try walk()
        #expect(try walk.identifiers(in: &list, most: Int.random(in: 1...50, using: &random)) == ids)
    }

    @Test("100,000 items take 42 requests at most", arguments: [7])
    func requests(first: Int) throws {
        let ids = Array(first..<(first + 100_000))
        var list = SimulatedList(ids)
        var walk = try walk()
        #expect(try walk.identifiers(in: &list) == ids)
        #expect(list.requests <= 42)
        #expect(list.commands <= 2_000 + 60)
    }

    @Test("few pages are asked for in vain", arguments: [0, 49, 50, 51, 120, 500, 3_000, 9_999])
    func waste(count: Int) throws {
        var list = SimulatedList(Array(1...max(1, count)).map { $0 * 3 }.prefix(count).map { $0 })
        var walk = try walk()
        #expect(try walk.identifiers(in: &list).count == count)
        #expect(list.commands <= count / 50 + 1 + 10 + count / 400)
    }

    @Test("what is there all the time comes exactly once while others come and go", arguments: 0..<3)
    func churn(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        var list = SimulatedList((1...20_000).map { $0 * 2 })
        let lasting = Set(list.ids.filter { _ in Int.random(in: 0..<10, using: &random) > 0 })
        var walk = try walk()
        let found = try walk.identifiers(in: &list) { list in
            for _ in 0..<100 {
                let place = Int.random(in: 0..<list.ids.count, using: &random)
                if !lasting.contains(list.ids[place]) { list.ids.remove(at: place) }
            }
            list.ids.append((list.ids.last ?? 0) + 1)
        }
        #expect(Set(found).count == found.count)
        #expect(lasting.isSubset(of: found))
    }

    @Test("a portal that does not follow references is read page by page, and nothing is lost")
    func stepwise() throws {
        var list = SimulatedList(Array(1...730))
        list.followsReferences = false
        var walk = try walk()
        #expect(try walk.identifiers(in: &list) == Array(1...730))
    }

    @Test("a method that ignores the cursor is found out instead of being asked for ever")
    func ignored() throws {
        var list = SimulatedList(Array(1...100))
        list.heedsCursor = false
        var walk = try walk()
        let error = #expect(throws: PortalError.self) { _ = try walk.identifiers(in: &list) }
        #expect(error?.message == "the portal ignores the filter by ID and repeats items")
        #expect(list.requests == 2)
    }

    @Test("a page that fails in the middle of a request is asked for again, and what came before is kept")
    func failure() throws {
        var list = SimulatedList(Array(1...1_000))
        var walk = try walk()
        var found: [Int] = []
        var broken = 0
        while let calls = walk.next(most: 50, wanted: nil) {
            var answers = try list.answer(calls)
            if calls.count > 5, broken < 2 {
                broken += 1
                answers[4] = .failure(PortalError(code: "X", message: "no", method: "crm.deal.list"))
            }
            found += try walk.receive(answers).identifiers
        }
        #expect(broken == 2)
        #expect(found == Array(1...1_000))
    }

    @Test("a first page that fails is the walk's failure")
    func firstFailure() throws {
        var walk = try walk()
        _ = walk.next(most: 50, wanted: nil)
        let error = #expect(throws: PortalError.self) {
            try walk.receive([.failure(PortalError(code: "X", message: "no", method: "crm.deal.list"))])
        }
        #expect(error?.code == "X")
    }

    @Test("no more is asked for than is wanted")
    func wanted() throws {
        var walk = try walk()
        _ = walk.next(most: 50, wanted: 120)
        _ = try walk.receive([.success(try SimulatedList.reply(Array(1...50)))])
        #expect(walk.next(most: 50, wanted: 70)?.count == 3)
    }

    @Test("a full page without identifiers is an error, a short one is not")
    func withoutID() throws {
        var walk = try walk()
        _ = walk.next(most: 50, wanted: nil)
        let titles = [JSONValue](repeating: ["TITLE": "Deal"], count: 50)
        let error = #expect(throws: PortalError.self) {
            try walk.receive([.success(try SimulatedList.reply(["result": .array(titles)]))])
        }
        #expect(error?.message == "an item came without its ID, so the list can't be read on")
        var short = try self.walk()
        _ = short.next(most: 50, wanted: nil)
        let page = try short.receive([.success(try SimulatedList.reply(["result": .array(Array(titles.prefix(3)))]))])
        #expect(page.count == 3 && page.isLast)
    }

    @Test("items come byte by byte, and a list that PHP sent as an object is a list all the same")
    func items() throws {
        var walk = try walk()
        let text = #"{"result": [ {"ID":"1", "SUM": 1.10} , {"ID":"2"}]}"#
        let page = try walk.receive([.success(try SimulatedList.reply(text))])
        #expect(try JSONValue(parsing: page.items) == [["ID": "1", "SUM": 1.1], ["ID": "2"]])
        #expect(String(decoding: page.items, as: UTF8.self).contains("1.10"))
        var other = try self.walk()
        let object = try other.receive([
            .success(try SimulatedList.reply(#"{"result":{"0":{"ID":"1"},"2":{"ID":"3"}}}"#))
        ])
        #expect(String(decoding: object.items, as: UTF8.self) == #"[{"ID":"1"},{"ID":"3"}]"#)
    }

    @Test("REST 3.0 is walked by a condition behind the caller's own")
    func three() throws {
        var request = ListRequest("tasks.task.list", ["filter": [["status", "=", "new"]]], version: .three)
        request.limit = nil
        var walk = try ListPlan.walk(request)
        let first = walk.next(most: 50, wanted: nil)?.first?.parameters
        #expect(first?["pagination"] == ["limit": 200])
        let ids = JSONValue.array((1...200).map { ["id": .integer($0)] })
        _ = try walk.receive([.success(try SimulatedList.reply(["result": ["items": ids]], depth: 2))])
        let second = walk.next(most: 50, wanted: nil)
        #expect(second?.count == 1)
        #expect(second?.first?.parameters["filter"] == [["status", "=", "new"], ["id", ">", 200]])
        #expect(second?.first?.parameters["order"] == ["id": "ASC"])
    }
}
