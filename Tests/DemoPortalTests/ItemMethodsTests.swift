import JSON
import Testing

@testable import DemoPortal

@Suite("The new CRM methods")
struct ItemMethodsTests {
    private let portal = TestPortal.shared

    @Test("send numbers as numbers and names in camel case", arguments: [1, 2, 3, 4, 1036, 177])
    func types(entityTypeID: Int) throws {
        let items = try portal.result("crm.item.list", ["entityTypeId": .integer(entityTypeID)])
        let item = try #require(items["items"]?[0])
        #expect(item["id"]?.integer != nil)
        #expect(item["entityTypeId"] == .integer(entityTypeID))
        #expect(item["createdTime"]?.string?.hasSuffix("+03:00") == true)
        #expect(item["assignedById"]?.integer != nil)
        #expect(["Y", "N"].contains(item["opened"]?.string))
        let names = item.object?.names ?? []
        #expect(!names.contains { $0.contains("PHONE") || $0.first?.isUppercase == true })
        #expect(Set(names).count == names.count)
        let fields = try portal.result("crm.item.fields", ["entityTypeId": .integer(entityTypeID)])
        #expect(names.allSatisfy { fields["fields"]?[$0]?["upperName"] != nil })
    }

    @Test("see the same records as the old ones")
    func sameRecords() throws {
        let old = try portal.result("crm.deal.list", ["filter": [">OPPORTUNITY": 500_000], "select": ["ID", "TITLE"]])
        let new = try portal.result(
            "crm.item.list", ["entityTypeId": 2, "filter": [">opportunity": 500_000], "select": ["id", "title"]])
        #expect(new["items"]?.column("id") == old.column("ID"))
        #expect(new["items"]?.column("title") == old.column("TITLE"))
        #expect(new["items"]?[0]?.object?.names == ["id", "title"])
    }

    @Test("send phones and addresses together")
    func multifields() throws {
        let contact = try portal.result("crm.item.list", ["entityTypeId": 3, "select": ["*"]])["items"]?[0]
        let entry = try #require(contact?["fm"]?[0])
        #expect(entry["typeId"] == "PHONE")
        #expect(entry["id"]?.integer != nil)
        #expect(entry["value"]?.string?.hasPrefix("+7000") == true)
    }

    @Test("refuse in the documented words")
    func refusals() throws {
        #expect(
            try portal.refusal("crm.item.list")
                == Refusal(400, "100", "Could not find value for parameter {entityTypeId}"))
        let unknown = Refusal(400, "NOT_FOUND", "Смарт-процесс не найден")
        #expect(try portal.refusal("crm.item.list", ["entityTypeId": 5]) == unknown)
        #expect(try portal.refusal("crm.category.list", ["entityTypeId": 5]) == unknown)
        #expect(
            try portal.refusal("crm.item.get", ["entityTypeId": 2, "id": 999_999])
                == Refusal(400, "NOT_FOUND", "Элемент не найден"))
        #expect(
            try portal.refusal("crm.item.list", ["entityTypeId": 2, "filter": ["FIELD": 1]])
                == Refusal(400, "INVALID_ARG_VALUE", "Invalid filter: field 'FIELD' is not allowed in filter"))
        #expect(
            try portal.refusal("crm.item.add", ["entityTypeId": 2, "fields": ["stageId": "NOPE"]])
                == Refusal(400, "CRM_FIELD_ERROR_VALUE_NOT_VALID", "Неверное значение поля \"Стадия сделки\""))
        #expect(try portal.refusal("crm.item.add", ["entityTypeId": 2]).code == "100")
    }

    @Test("make, change, move and delete an item")
    func life() throws {
        let portal = TestPortal.make(deals: 10)
        let made = try portal.result(
            "crm.item.add",
            [
                "entityTypeId": 1036,
                "fields": ["title": "Договор", "opportunity": 12.5, "ufCrm5_1700000000031": "7/26"],
            ])
        let item = try #require(made["item"])
        #expect(item["stageId"] == "DT1036_11:NEW")
        #expect(item["opportunity"] == 12.5)
        #expect(item["ufCrm5_1700000000031"] == "7/26")
        #expect(item["companyId"] == 0)
        let id = try #require(item["id"])
        let moved = try portal.result(
            "crm.item.update", ["entityTypeId": 1036, "id": id, "fields": ["stageId": "DT1036_11:SUCCESS"]])
        #expect(moved["item"]?["previousStageId"] == "DT1036_11:NEW")
        #expect(try portal.result("crm.item.delete", ["entityTypeId": 1036, "id": id]) == [])
        #expect(try portal.refusal("crm.item.get", ["entityTypeId": 1036, "id": id]).code == "NOT_FOUND")
    }

    @Test("move a deal to another funnel, where it begins anew")
    func funnels() throws {
        let portal = TestPortal.make(deals: 10)
        let id = try portal.result("crm.deal.add", ["fields": ["STAGE_ID": "EXECUTING"]])
        let item = try portal.result("crm.item.update", ["entityTypeId": 2, "id": id, "fields": ["categoryId": 1]])
        #expect(item["item"]?["stageId"] == "C1:NEW")
        #expect(try portal.result("crm.deal.get", ["id": id])["CATEGORY_ID"] == "1")
    }

    @Test("take and give phones together")
    func takeMultifields() throws {
        let portal = TestPortal.make(deals: 10)
        let fields: JSONValue = [
            "name": "Ада", "fm": [["typeId": "PHONE", "valueType": "WORK", "value": "+70000000009"]],
        ]
        let made = try portal.result("crm.item.add", ["entityTypeId": 3, "fields": fields])
        #expect(made["item"]?["fm"]?[0]?["value"] == "+70000000009")
        let id = try #require(made["item"]?["id"])
        #expect(try portal.result("crm.contact.get", ["id": id])["PHONE"]?[0]?["VALUE"] == "+70000000009")
    }
}
