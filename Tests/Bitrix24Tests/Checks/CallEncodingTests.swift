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
    }
}
