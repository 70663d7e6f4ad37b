import JSON
import Testing

@testable import Bitrix24

/// The families of lists, each by a method whose documentation says so.
@Suite struct ListPlanTests {
    private func walk(
        _ method: String, _ parameters: JSONObject = [:], version: RESTVersion = .two
    ) throws -> any ListWalk {
        try ListPlan.walk(ListRequest(method, parameters, version: version))
    }

    /// Hands an answer to a walk and returns the page.
    private func take(_ walk: inout any ListWalk, _ value: JSONValue, depth: Int = 2) throws -> ListPage {
        try walk.receive([.success(try SimulatedList.reply(value, depth: depth))])
    }

    private func items(_ range: ClosedRange<Int>, id: String = "ID") -> JSONValue {
        .array(range.map { [id: .string("\($0)")] })
    }

    @Test(
        "an order, an offset or a lower bound of the caller's own is read by offset",
        arguments: [
            ["order": ["TITLE": "ASC"]], ["order": ["ID": "DESC"]], ["order": ["ID": "ASC", "TITLE": "ASC"]],
            ["start": 0], ["start": 100], ["filter": [">ID": 5]],
        ] as [JSONObject])
    func own(parameters: JSONObject) throws {
        var walk = try walk("crm.deal.list", parameters)
        #expect(walk.next(most: 50, wanted: nil)?.map(\.parameters) == [.object(parameters)])
        let first = try take(&walk, ["result": items(1...50), "next": 150, "total": 160])
        #expect(!first.isLast)
        #expect(first.note?.contains(":by_id()") == true)
        #expect(walk.next(most: 50, wanted: nil)?.map { $0.parameters["start"] } == [150])
        let last = try take(&walk, ["result": items(51...60), "total": 60])
        #expect(last.isLast && last.note == nil)
        #expect(walk.next(most: 50, wanted: nil) == nil)
    }

    @Test(
        "an ascending order by ID, an empty order and an empty filter are walked by ID",
        arguments: [["order": ["ID": "asc"]], ["order": [:]], ["filter": []], ["filter": [:]]] as [JSONObject])
    func sameOrder(parameters: JSONObject) throws {
        #expect(try walk("crm.deal.list", parameters) is IDWalk)
    }

    @Test("an order of one's own is walked by ID where the caller prefers that")
    func byID() throws {
        var request = ListRequest("crm.deal.list", ["order": ["TITLE": "ASC"]])
        request.preference = .byID
        var walk = try ListPlan.walk(request)
        #expect(walk.next(most: 50, wanted: nil)?.first?.parameters["order"] == ["ID": "ASC"])
    }

    @Test("pages by offset share a request once the list is counted")
    func manyPages() throws {
        var walk = try walk("user.get", ["FILTER": ["ACTIVE": true]])
        #expect(walk.next(most: 50, wanted: nil)?.map(\.parameters) == [["FILTER": ["ACTIVE": true]]])
        _ = try take(&walk, ["result": items(1...50), "next": 50, "total": 180])
        let asked = walk.next(most: 50, wanted: nil)
        let calls = try #require(asked)
        #expect(calls.map { $0.parameters["start"] } == [50, 100, 150])
        let answers: [JSONValue] = [
            ["result": items(51...100), "next": 100, "total": 180],
            ["result": items(101...150), "next": 150, "total": 180], ["result": items(151...180), "total": 180],
        ]
        let page = try walk.receive(answers.map { .success(try SimulatedList.reply($0)) })
        #expect(page.count == 130 && page.isLast && page.progress == 1)
    }

    @Test("an offset that doesn't grow and a page without items end the walk")
    func stuck() throws {
        var walk = try walk("user.get")
        _ = try take(&walk, ["result": items(1...50), "next": 50])
        var same = walk
        #expect(try take(&same, ["result": items(51...99), "next": 50]).isLast)
        #expect(try take(&walk, ["result": [], "next": 100]).isLast)
    }

    @Test("a method that ignores its offset is found out")
    func repeated() throws {
        var walk = try walk("user.get")
        _ = try take(&walk, ["result": items(1...50), "next": 50])
        let error = #expect(throws: PortalError.self) { try take(&walk, ["result": items(1...50), "next": 100]) }
        #expect(error?.message == "the portal ignores start and repeats items")
    }

    @Test("departments want their offset in capitals")
    func departments() throws {
        var walk = try walk("department.get")
        #expect(walk.next(most: 50, wanted: nil)?.map(\.parameters) == [[:]])
        _ = try take(&walk, ["result": items(1...50), "next": 50])
        #expect(walk.next(most: 50, wanted: nil)?.map(\.parameters) == [["START": 50]])
    }

    @Test("pages of ten end where the portal says so, not where fifty would")
    func pagesOfTen() throws {
        var walk = try walk("crm.timeline.logmessage.list")
        #expect(
            !(try take(&walk, ["result": ["logMessages": items(1...10, id: "id")], "next": 10, "total": 14])).isLast)
        #expect(walk.next(most: 50, wanted: nil)?.map { $0.parameters["start"] } == [10])
        #expect(try take(&walk, ["result": ["logMessages": items(11...14, id: "id")], "total": 14]).isLast)
    }

    @Test("chats are paged by OFFSET and LIMIT, sites by nested ones, messages of HR links by a hundred")
    func offsets() throws {
        var chats = try walk("im.search.chat.list", ["FIND": "x"])
        #expect(chats.next(most: 50, wanted: nil)?.first?.parameters == ["FIND": "x", "OFFSET": 0, "LIMIT": 10])
        _ = try take(&chats, ["result": items(1...10, id: "id")])
        #expect(chats.next(most: 50, wanted: nil)?.first?.parameters["OFFSET"] == 10)
        #expect(try take(&chats, ["result": items(11...13, id: "id")]).isLast)
        var sites = try walk("landing.site.getList", ["params": ["select": ["ID"]]])
        #expect(
            sites.next(most: 50, wanted: nil)?.first?.parameters["params"]
                == ["select": ["ID"], "offset": 0, "limit": 50])
        var companies = try walk("humanresources.hcmlink.company.list", ["limit": 500])
        #expect(companies.next(most: 50, wanted: nil)?.first?.parameters == ["limit": 500, "offset": 0])
        #expect(!(try take(&companies, ["result": items(1...500, id: "id")])).isLast)
        #expect(companies.next(most: 50, wanted: nil)?.first?.parameters["offset"] == 500)
    }

    @Test("capitals mean the same, and a negative start only switches counting off")
    func spelling() throws {
        #expect(try walk("crm.deal.list", ["start": -1]) is IDWalk)
        #expect(try walk("crm.deal.list", ["ORDER": ["OPPORTUNITY": "DESC"]]) is OffsetWalk)
        var deals = try walk("crm.deal.list", ["FILTER": ["STAGE_ID": "WON"], "SELECT": ["TITLE"]])
        #expect(
            deals.next(most: 1, wanted: nil)?.first?.parameters
                == ["filter": ["STAGE_ID": "WON"], "select": ["TITLE", "ID"], "start": -1, "order": ["ID": "ASC"]])
        var users = try walk("user.get", ["start": -1])
        #expect(users.next(most: 1, wanted: nil)?.first?.parameters == [:])
    }

    @Test("a portal that gives fewer items than it is asked for is read on")
    func capped() throws {
        var walk = try walk(
            "tasks.task.list", ["order": ["title": "asc"], "pagination": ["limit": 5_000]], version: .three)
        _ = walk.next(most: 1, wanted: nil)
        #expect(!(try take(&walk, ["result": ["items": items(1...1_000, id: "id")]])).isLast)
        _ = walk.next(most: 1, wanted: nil)
        #expect(try take(&walk, ["result": ["items": items(1_001...1_100, id: "id")]]).isLast)
    }

    @Test("pages by offset that don't join are asked for again, and a list that ends too early says so")
    func joints() throws {
        var walk = try walk("user.get")
        _ = try take(&walk, ["result": items(1...20), "next": 20, "total": 60])
        let asked = walk.next(most: 50, wanted: nil)?.map { $0.parameters["start"] }
        #expect(asked == [20, 40])
        let page = try walk.receive(
            [["result": items(21...30), "next": 30, "total": 60], ["result": items(41...60), "total": 60]]
                .map { .success(try SimulatedList.reply($0)) })
        #expect(page.count == 10 && !page.isLast)
        #expect(walk.next(most: 50, wanted: nil)?.first?.parameters["start"] == 30)
        #expect(
            try take(&walk, ["result": items(31...35), "total": 60]).partial
                == "user.get has 60 items, of which 35 came")
    }

    @Test("connectors are paged by number")
    func numbers() throws {
        var walk = try walk("biconnector.connector.list")
        #expect(walk.next(most: 50, wanted: nil)?.first?.parameters == ["page": 1])
        _ = try take(&walk, ["result": items(1...50, id: "id")])
        #expect(walk.next(most: 50, wanted: nil)?.first?.parameters == ["page": 2])
        let error = #expect(throws: PortalError.self) { try take(&walk, ["result": items(1...50, id: "id")]) }
        #expect(error?.message == "the portal answers the same page again")
    }

    @Test("REST 3.0 is paged by number with the greatest page, and answers below `items`")
    func three() throws {
        var walk = try walk("mail.mailbox.list", version: .three)
        #expect(walk.next(most: 50, wanted: nil)?.first?.parameters == ["pagination": ["page": 1, "limit": 100]])
        #expect(try take(&walk, ["result": ["items": items(1...7, id: "id")]]).isLast)
    }

    @Test("what comes in one answer is asked for once", arguments: ["crm.status.list", "crm.category.list"])
    func once(method: String) throws {
        var walk = try walk(method)
        _ = walk.next(most: 50, wanted: nil)
        let key = Catalogue.method(method)?.list?.listKey
        let list = items(1...50, id: "id")
        let page = try take(&walk, ["result": key.map { [$0: list] } ?? list, "total": 50])
        #expect(page.isLast && page.partial == nil && page.count == 50)
        #expect(walk.next(most: 50, wanted: nil) == nil)
    }

    @Test("a list that is cut off although it should come whole says that it is partial")
    func cut() throws {
        var walk = try walk("crm.status.list")
        let page = try take(&walk, ["result": items(1...50), "total": 73])
        #expect(page.partial == "crm.status.list has 73 items, of which 50 came")
    }

    @Test("what is not documented is read as far as it says itself, with a warning where it doesn't")
    func unknown() throws {
        var walk = try walk("im.notify.get")
        let page = try take(&walk, ["result": ["notifications": items(1...50, id: "id")]])
        #expect(page.isLast && page.partial?.contains("there may be more") == true)
        var other = try self.walk("im.recent.list")
        _ = try take(&other, ["result": ["items": items(1...50, id: "id")], "next": 50])
        #expect(other.next(most: 50, wanted: nil)?.first?.parameters["start"] == 50)
        var few = try self.walk("ai.engine.list")
        #expect(try take(&few, ["result": items(1...3, id: "id")]).partial == nil)
    }

    @Test("no tasks at all come as an empty list without their key")
    func noTasks() throws {
        var walk = try walk("tasks.task.list")
        let page = try take(&walk, ["result": []])
        #expect(page.count == 0 && page.isLast)
    }

    @Test(
        "an answer without a list is an error",
        arguments: [["result": true], ["result": "x"], ["time": [:]]] as [JSONValue])
    func noList(value: JSONValue) throws {
        for method in ["crm.deal.list", "user.get", "crm.status.list", "im.search.chat.list"] {
            var walk = try walk(method)
            _ = walk.next(most: 50, wanted: nil)
            let error = #expect(throws: PortalError.self) { try take(&walk, value) }
            #expect(error?.message == "the answer holds no list")
        }
    }

    @Test(
        "a method that lists nothing can't be walked",
        arguments: [
            ("crm.deal.get", "use b24.call for one raw call"), ("batch", "use b24.call for one raw call"),
            ("crm.deal.lst", "did you mean crm.deal.list?"),
        ])
    func noListMethod(method: String, hint: String) {
        let error = #expect(throws: PortalError.self) { _ = try walk(method) }
        #expect(error?.code == "LIST")
        #expect(error?.hint == hint)
    }

    @Test("every method that is known to list has a walk that asks for something")
    func all() throws {
        for name in Catalogue.names() where Catalogue.method(name)?.list != nil {
            var walk = try walk(name)
            #expect(walk.next(most: 50, wanted: nil)?.count == 1, "\(name)")
        }
    }
}
