import JSON
import Testing

@testable import DemoPortal

@Suite("Custom fields of a module")
struct FieldConfigMethodsTests {
    private let portal = TestPortal.shared

    @Test("are listed for all entities, with labels in the language that is asked for")
    func lists() throws {
        let reply = try portal.reply("userfieldconfig.list", ["moduleId": "crm", "filter": ["entityId": "CRM_5"]])
        let fields = try #require(reply["result"]?["fields"])
        #expect(fields.column("fieldName").first == "UF_CRM_5_1700000000031" && reply["total"] == 4)
        #expect(fields[0]?["editFormLabel"] == nil)
        let parameters: JSONValue = [
            "moduleId": "crm", "select": ["0": "*", "language": "ru"], "filter": ["userTypeId": "enumeration"],
        ]
        let lists = try portal.result("userfieldconfig.list", parameters)["fields"]
        #expect(lists?.column("id").contains("105") == true)
        #expect(lists?[0]?["editFormLabel"] == ["ru": "Источник трафика"])
        #expect(try portal.result("userfieldconfig.getTypes", ["moduleId": "crm"])["types"]?["date"] != nil)
    }

    @Test("are made for a smart process and are there at once")
    func life() throws {
        let portal = TestPortal.make(deals: 60)
        let made = try portal.result(
            "userfieldconfig.add",
            [
                "moduleId": "crm",
                "field": [
                    "entityId": "CRM_5", "fieldName": "UF_CRM_5_REGION", "userTypeId": "enumeration",
                    "editFormLabel": ["ru": "Регион"], "enum": [["value": "Юг", "sort": 10]],
                ],
            ])
        let id = try #require(made["field"]?["id"])
        #expect(made["field"]?["enum"]?[0]?["value"] == "Юг")
        let field = try portal.result("crm.item.fields", ["entityTypeId": 1036])["fields"]?["ufCrm5Region"]
        #expect(field?["title"] == "Регион" && field?["items"]?[0]?["VALUE"] == "Юг")
        let items = try portal.result("crm.item.list", ["entityTypeId": 1036, "filter": ["ufCrm5Region": ""]])
        #expect(items["items"]?[0]?["ufCrm5Region"] == .null)
        #expect(try portal.result("userfieldconfig.get", ["moduleId": "crm", "id": id]) == made)
        #expect(try portal.result("userfieldconfig.delete", ["moduleId": "crm", "id": id]) == .null)
        #expect(try portal.result("crm.item.fields", ["entityTypeId": 1036])["fields"]?["ufCrm5Region"] == nil)
    }

    @Test("need the scope of the module and a name that tells whose they are")
    func refusals() throws {
        #expect(try portal.refusal("userfieldconfig.list").code == "100")
        #expect(
            try portal.refusal("userfieldconfig.list", ["moduleId": "rpa"]).text == "No settings for UserFieldAccess")
        let field: JSONValue = ["entityId": "CRM_5", "fieldName": "UF_CRM_REGION", "userTypeId": "string"]
        #expect(
            try portal.refusal("userfieldconfig.add", ["moduleId": "crm", "field": field]).text
                == "Вы не можете создавать пользовательские поля")
        let poor = TestPortal.make(deals: 1, scopes: ["userfieldconfig"])
        #expect(
            try poor.refusal("userfieldconfig.list", ["moduleId": "crm"]).text
                == "The current method required more scopes. (crm)")
    }
}
