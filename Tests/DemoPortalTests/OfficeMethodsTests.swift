import JSON
import Testing

@testable import DemoPortal

@Suite("Users, departments, directories, the system")
struct OfficeMethodsTests {
    private let portal = TestPortal.shared

    @Test("users come with true booleans, lists of departments and empty texts")
    func users() throws {
        let users = try portal.reply("user.get")
        #expect(users["total"] == 40)
        #expect(users["next"] == nil)
        let first = try #require(users["result"]?[0])
        #expect(first["ID"] == "1")
        #expect(first["ACTIVE"] == true)
        #expect(first["UF_DEPARTMENT"] == [1])
        #expect(first["TIME_ZONE"] == "")
        #expect(try portal.result("user.current") == first)
    }

    @Test(
        "users are found in every documented way",
        arguments: [
            (["ID": 3], ["3"]), (["FILTER": ["ID": [3, 4]]], ["3", "4"]), (["filter": [">ID": 38]], ["39", "40"]),
            (["FILTER": ["ACTIVE": false]], ["39", "40"]), (["ACTIVE": "N"], ["39", "40"]),
            (["FILTER": ["UF_DEPARTMENT": 2]], ["3"]),
            (["filter": ["<ID": 3], "sort": "ID", "order": "DESC"], ["2", "1"]),
            (["filter": [">DATE_REGISTER": "nonsense"]], []),
        ] as [(JSONValue, [String])])
    func userFilters(parameters: JSONValue, expected: [String]) throws {
        #expect(try portal.result("user.get", parameters).column("ID") == expected)
    }

    @Test("users are found by a part of their name")
    func nameSearch() throws {
        let name = try #require(try portal.result("user.get", ["ID": 5])[0]?["LAST_NAME"]?.string)
        let found = try portal.result("user.get", ["FILTER": ["NAME_SEARCH": .string(name.lowercased())]])
        #expect(found.column("ID").contains("5"))
    }

    @Test("departments form a tree, each with a head who works there")
    func departments() throws {
        let departments = try #require(try portal.result("department.get").array)
        #expect(departments.count == 12)
        #expect(departments.count { $0["PARENT"] == nil } == 1)
        #expect(departments[0]["SORT"] == 500)
        let ids = Set(departments.compactMap { $0["ID"]?.string })
        for department in departments {
            #expect(department["PARENT"]?.string.map(ids.contains) ?? true)
            let head = try #require(department["UF_HEAD"])
            let own = try portal.result("user.get", ["ID": head])[0]?["UF_DEPARTMENT"]
            #expect(own?[0]?.integer.map(String.init) == department["ID"]?.string)
        }
        #expect(try portal.result("department.get", ["PARENT": 2]).column("ID") == ["3", "4"])
        #expect(try portal.result("department.get", ["sort": "NAME", "order": "DESC"]).array?.count == 12)
    }

    @Test("stages are told with their meaning")
    func statuses() throws {
        let reply = try portal.reply(
            "crm.status.list", ["filter": ["ENTITY_ID": "DEAL_STAGE_1"], "order": ["SORT": "ASC"]])
        #expect(reply["total"] == 8)
        let won = reply["result"]?.array?.first { $0["STATUS_ID"] == "C1:WON" }
        #expect(won?["SEMANTICS"] == "S")
        #expect(won?["EXTRA"]?["SEMANTICS"] == "success")
        #expect(won?["CATEGORY_ID"] == "1")
        let first = reply["result"]?[0]
        #expect(first?["SEMANTICS"] == .null)
        #expect(first?["SORT"] == "10")
        #expect((try portal.reply("crm.status.list")["result"]?.array?.count ?? 0) > 50)
    }

    @Test("the system tells what there is")
    func system() throws {
        let methods = try #require(try portal.result("methods").array).compactMap(\.string)
        #expect(methods.contains("crm.deal.list") && methods.contains("tasks.task.getFields"))
        #expect(Set(methods).count == methods.count)
        #expect(try portal.result("methods", ["scope": "department"]) == ["department.get", "department.fields"])
        #expect(try portal.result("method.get", ["name": "user.get"]) == ["isExisting": true, "isAvailable": true])
        #expect(try portal.result("method.get") == ["isExisting": false, "isAvailable": false])
        #expect(try portal.result("profile")["ADMIN"] == true)
        #expect(try portal.result("user.fields")["NAME"] == "Имя")
        #expect(try portal.result("department.fields")["UF_HEAD"] == "Руководитель")
    }

    @Test("every method answers something readable to nothing at all", arguments: MethodTable.all.map(\.name))
    func everyMethod(name: String) throws {
        let reply = TestPortal.shared.answer(name)
        let value = try JSONValue(parsing: reply.body)
        #expect((value["result"] != nil) == (reply.status == 200))
        #expect((value["error"] != nil) == (reply.status == 400))
    }
}
