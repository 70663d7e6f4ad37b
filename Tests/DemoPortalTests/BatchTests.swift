import JSON
import Testing

@testable import DemoPortal

@Suite("A batch")
struct BatchTests {
    private let portal = TestPortal.shared

    private func batch(_ cmd: JSONValue, halt: JSONValue = 0) throws -> JSONValue {
        try portal.result("batch", ["halt": halt, "cmd": cmd])
    }

    @Test("runs named commands in order and keys all its parts by their names")
    func named() throws {
        let result = try batch(["me": "user.current", "deals": "crm.deal.list?select[]=ID", "no": "nope"])
        #expect(result["result"]?["me"]?["ID"] == "1")
        #expect(result["result"]?["deals"]?.array?.count == 50)
        #expect(result["result_error"]?["no"]?["error"] == "ERROR_METHOD_NOT_FOUND")
        #expect(result["result_total"] == ["deals": 300])
        #expect(result["result_next"] == ["deals": 50])
        #expect(result["result_time"]?.object?.names == ["me", "deals"])
    }

    @Test("answers a list of commands with lists, and writes what is empty as a list")
    func numbered() throws {
        let result = try batch(["user.current", "scope"])
        #expect(result["result"]?.array?.count == 2)
        #expect(result["result_error"] == [])
        #expect(result["result_total"] == [])
        #expect(result["result_next"] == [])
        let gap = try batch(["nope", "scope"])
        #expect(gap["result"]?.object?.names == ["1"])
        #expect(gap["result_error"]?.array?.count == 1)
        let nothing = try portal.result("batch")
        #expect(nothing["result"] == [])
    }

    @Test("passes results on to later commands")
    func references() throws {
        let result = try batch([
            "user": "user.current", "department": "department.get?ID=$result[user][UF_DEPARTMENT][0]",
            "p0": "crm.deal.list?start=-1&order[ID]=ASC&select[]=ID",
            "p1": "crm.deal.list?start=-1&order[ID]=ASC&select[]=ID&filter[>ID]=$result[p0][49][ID]",
            "item": "crm.item.list?entityTypeId=2&start=-1&filter[id]=%24result%5Bp0%5D%5B0%5D%5BID%5D",
            "title": "crm.item.get?entityTypeId=2&id=$result[item][items][0][id]",
        ])
        #expect(result["result_error"] == [])
        let first = try #require(result["result"]?["p0"]?.column("ID"))
        let second = try #require(result["result"]?["p1"]?.column("ID"))
        #expect(Set(first).isDisjoint(with: second))
        #expect(second.count == 50)
        #expect(result["result"]?["department"]?[0]?["ID"] == "1")
        #expect(result["result"]?["title"]?["item"]?["id"]?.integer.map(String.init) == first[0])
    }

    @Test("passes nothing on where a reference leads nowhere: the list begins anew")
    func deadReferences() throws {
        let result = try batch([
            "p0": "crm.deal.list?start=-1&order[ID]=ASC&select[]=ID&filter[ID]=1",
            "p1": "crm.deal.list?start=-1&order[ID]=ASC&select[]=ID&filter[>ID]=$result[p0][49][ID]",
            "p2": "crm.deal.list?start=-1&order[ID]=ASC&select[]=ID&filter[>ID]=$result[nobody][0]",
        ])
        #expect(result["result"]?["p1"]?.column("ID").first == "1")
        #expect(result["result"]?["p1"] == result["result"]?["p2"])
    }

    @Test("stops at the first error only if it is told to")
    func halt() throws {
        let commands: JSONValue = ["a": "scope", "b": "nope", "c": "profile"]
        #expect(try batch(commands)["result"]?.object?.names == ["a", "c"])
        for halt: JSONValue in [1, "1", true] {
            let halted = try batch(commands, halt: halt)
            #expect(halted["result"]?.object?.names == ["a"])
            #expect(halted["result_error"]?.object?.names == ["b"])
        }
    }

    @Test("takes 50 commands and refuses each one more, and never a batch in a batch")
    func limits() throws {
        let commands = JSONValue.array(Array(repeating: "scope", count: 52))
        let result = try batch(commands)
        #expect(result["result"]?.array?.count == 50)
        #expect(result["result_error"]?.object?.names == ["50", "51"])
        #expect(result["result_error"]?["50"]?["error"] == "ERROR_BATCH_LENGTH_EXCEEDED")
        let nested = try batch(["a": "batch?cmd[a]=scope"])
        #expect(nested["result_error"]?["a"]?["error"] == "ERROR_BATCH_METHOD_NOT_ALLOWED")
    }

    @Test("comes as a form too")
    func form() throws {
        let request = DemoRequest(
            path: portal.webhookPath + "batch", query: "halt=0&cmd[a]=crm.deal.list%3Fselect%5B%5D%3DID%26start%3D-1")
        let value = try JSONValue(parsing: portal.answer(request).body)
        #expect(value["result"]?["result"]?["a"]?.array?.count == 50)
        #expect(value["result"]?["result_total"]?["a"] == 0)
    }

    @Test("shows a command what the one before has written")
    func writes() throws {
        let portal = TestPortal.make(deals: 5)
        let result = try portal.result(
            "batch",
            [
                "cmd": [
                    "new": "crm.deal.add?fields[TITLE]=Из%20пакета&fields[OPPORTUNITY]=10",
                    "read": "crm.deal.get?id=$result[new]",
                ]
            ])
        #expect(result["result"]?["read"]?["TITLE"] == "Из пакета")
        #expect(result["result"]?["read"]?["OPPORTUNITY"] == "10.00")
    }

    @Test("gives the same answer in memory used before")
    func workspace() throws {
        let commands: JSONValue = ["a": "crm.deal.list?select[]=ID", "b": "scope"]
        let first = try batch(commands)
        _ = try batch(["a": "crm.contact.list"])
        #expect(try batch(commands)["result"] == first["result"])
    }
}
