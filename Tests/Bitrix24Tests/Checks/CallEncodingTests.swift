import JSON
import Testing

@testable import Bitrix24

@Suite struct CallEncodingTests {
    private func encoded(_ method: String, _ parameters: JSONValue) throws -> JSONValue {
        try CallChecker(policy: .strict, isApplication: false).checked(PortalCall(method, parameters)).parameters
    }

    @Test("named parameters of a method that takes them by position go to their places, whatever their order")
    func positions() throws {
        let sent = try encoded("task.elapseditem.getlist", ["FILTER": [">USER_ID": 1], "TASKID": 5])
        #expect(sent == [5, [], [">USER_ID": 1]])
        #expect(try encoded("task.elapseditem.getlist", ["taskid": 5]) == [5])
        #expect(try encoded("task.elapseditem.getlist", [5, ["ID": "desc"]]) == [5, ["ID": "desc"]])
        #expect(try encoded("task.elapseditem.getlist", [:]) == [])
    }

    @Test("a list of a positional method sends its pages by position, given by name or by position")
    func lists() throws {
        let checker = CallChecker(policy: .strict, isApplication: false)
        let named = ListRequest("task.elapseditem.getlist", ["ORDER": ["ID": "asc"], "TASKID": 7])
        let placed = ListRequest(
            "task.elapseditem.getlist", positions: [7, ["ID": "asc"]], version: .two, checker: checker)
        for request in [named, placed] {
            let request = try request.checked(by: checker)
            var walk = try ListPlan.walk(request)
            let first = try #require(walk.next(most: 1, wanted: nil)?.first)
            let sent = try checker.checked([first]).first?.parameters
            #expect(sent?[0] == 7)
            #expect(sent?[1] == ["ID": "asc"])
            #expect(sent?.array?.last?["NAV_PARAMS"]?["iNumPage"] == 1)
        }
    }

    @Test("a parameter that has no place is refused even by lenient checks")
    func noPlace() {
        let checker = CallChecker(policy: .lenient, isApplication: false)
        #expect(throws: PortalError.self) {
            try checker.checked(PortalCall("task.elapseditem.getlist", ["TASKID": 1, "FILTR": [:]]))
        }
    }

    @Test("every positional method takes all of its parameters by name")
    func all() throws {
        for facts in Catalogue.methods where facts.isPositional {
            let object = JSONObject(facts.parameters.reversed().map { ($0.name, JSONValue.null) })
            let checker = CallChecker(policy: .off, isApplication: true)
            let sent = try checker.checked(PortalCall(facts.name, .object(object))).parameters
            #expect(sent.array?.count == facts.parameters.count, "\(facts.name)")
        }
    }

    @Test("true and false become letters where the documentation has letters, in fields and in filters")
    func flags() throws {
        #expect(
            try encoded("crm.deal.add", ["fields": ["TITLE": "x", "OPENED": true, "UF_CRM_1": true]])
                == ["fields": ["TITLE": "x", "OPENED": "Y", "UF_CRM_1": true]])
        #expect(
            try encoded("crm.deal.list", ["filter": ["=CLOSED": false, "!OPENED": true]])
                == ["filter": ["=CLOSED": "N", "!OPENED": "Y"]])
        #expect(try encoded("user.current", [:]) == [:])
        #expect(
            try encoded("crm.deal.productrows.set", ["id": 5, "rows": [["PRICE": 1, "TAX_INCLUDED": true]]])
                == ["id": 5, "rows": [["PRICE": 1, "TAX_INCLUDED": "Y"]]])
        #expect(
            try encoded("crm.deal.userfield.update", ["id": 5, "fields": ["LIST": [["VALUE": "a", "DEF": false]]]])
                == ["id": 5, "fields": ["LIST": [["VALUE": "a", "DEF": "N"]]]])
    }
}
