import JSON
import Testing

@testable import DemoPortal

@Suite("Funnels and their stages")
struct FunnelMethodsTests {
    private let portal = TestPortal.shared

    @Test("are listed, the first being the usual one")
    func categories() throws {
        let reply = try portal.reply("crm.category.list", ["entityTypeId": 2])
        let categories = try #require(reply["result"]?["categories"])
        #expect(reply["total"] == 3)
        #expect(categories.column("id") == ["0", "1", "2"])
        #expect(categories.column("name") == ["Продажи", "Тендеры", "Сервис"])
        #expect(categories.column("isDefault") == ["Y", "N", "N"])
        #expect(categories[0]?["originId"] == nil && categories[1]?["originId"] == "")
        let one = try portal.result("crm.category.get", ["entityTypeId": 2, "id": 1])
        #expect(one["category"] == categories[1])
        #expect(
            try portal.refusal("crm.category.get", ["entityTypeId": 2, "id": 9])
                == Refusal(400, "NOT_FOUND", "Элемент не найден"))
        for type in [1, 4] {
            #expect(
                try portal.refusal("crm.category.list", ["entityTypeId": .integer(type)]).code
                    == "ENTITY_TYPE_NOT_SUPPORTED")
        }
        #expect(try portal.result("crm.category.fields", ["entityTypeId": 2])["fields"]?["name"]?["type"] == "string")
    }

    @Test("are told by the outdated methods too, without the one that every portal has")
    func outdated() throws {
        #expect(try portal.result("crm.dealcategory.list").column("ID") == ["1", "2"])
        #expect(try portal.result("crm.dealcategory.default.get") == ["ID": 0, "NAME": "Продажи"])
        let filter: JSONValue = ["ENTITY_ID": "DEAL_STAGE_2"]
        #expect(
            try portal.result("crm.dealcategory.stage.list", ["id": 2])
                == portal.result("crm.status.list", ["filter": filter]))
        #expect(try portal.result("crm.dealcategory.stage.list")[1]?["NAME"] == "Договор")
        #expect(try portal.result("crm.dealcategory.stage.list", ["id": 10]) == [])
    }

    @Test("have directories, which have the entries that records use")
    func directories() throws {
        let directories = try portal.result("crm.status.entity.types")
        let ids = directories.column("ID")
        #expect(Set(ids).count == ids.count)
        #expect(Set(ids) == Set(try portal.result("crm.status.list").column("ENTITY_ID")))
        func directory(_ id: String) -> JSONValue? { directories.array?.first { $0["ID"] == .string(id) } }
        #expect(directory("DEAL_STAGE")?["CATEGORY_ID"] == 0)
        #expect(directory("DEAL_STAGE")?["SEMANTIC_INFO"]?["FINAL_UNSUCCESS_FIELD"] == "LOSE")
        let tenders = directory("DEAL_STAGE_1")
        #expect(tenders?["CATEGORY_ID"] == "1" && tenders?["PREFIX"] == "C1" && tenders?["PARENT_ID"] == "DEAL_STAGE")
        let contracts = directory("DYNAMIC_1036_STAGE_11")
        #expect(contracts?["SEMANTIC_INFO"] == [] && contracts?["CATEGORY_ID"] == 11)
        #expect(contracts?["IS_DEFAULT_CATEGORY"] == true && contracts?["NAME"] == "Договоры (Общая)")
        #expect(directory("SOURCE")?.object?.names == ["ID", "NAME"])
        let deals = try portal.result("crm.deal.list", ["select": ["STAGE_ID"]]).column("STAGE_ID")
        let stages = try portal.result(
            "crm.status.list", ["filter": ["ENTITY_ID": ["DEAL_STAGE", "DEAL_STAGE_1", "DEAL_STAGE_2"]]])
        #expect(Set(deals).isSubset(of: stages.column("STATUS_ID")))
    }

    @Test("have their entries told in short")
    func items() throws {
        let items = try portal.result("crm.status.entity.items", ["entityId": "DEAL_STAGE"])
        #expect(items[0] == ["NAME": "Новая", "SORT": 10, "STATUS_ID": "NEW"])
        #expect(items.array?.count == 8)
        #expect(try portal.refusal("crm.status.entity.items").status == 400)
        #expect(try portal.result("crm.status.fields")["EXTRA"]?["type"] == "crm_status_extra")
    }

    @Test("belong to smart processes too, each with its fields and stages")
    func smartProcesses() throws {
        let types = try portal.result("crm.type.list")["types"]
        #expect(types?.column("entityTypeId") == ["1036", "177"])
        #expect(types?.column("title") == ["Договоры", "Заявки на закупку"])
        #expect(types?.column("id") == ["5", "6"])
        let one = try portal.result("crm.type.get", ["id": 5])
        #expect(one["type"]?["title"] == "Договоры")
        #expect(one["type"]?["relations"]?["parent"]?[0]?["entityTypeId"] == 3)
        #expect(try portal.result("crm.type.getByEntityTypeId", ["entityTypeId": 1036]) == one)
        #expect(try portal.refusal("crm.type.get", ["id": 1]) == Refusal(400, "0", "Смарт-процесс не найден"))
        #expect(try portal.refusal("crm.type.get").code == "100")
        for (type, stages, field) in [
            (1036, "DYNAMIC_1036_STAGE_11", "ufCrm5_1700000000032"),
            (177, "DYNAMIC_177_STAGE_12", "ufCrm6_1700000000037"),
        ] {
            let fields = try portal.result("crm.item.fields", ["entityTypeId": .integer(type)])["fields"]
            #expect(fields?["stageId"]?["statusType"] == .string(stages))
            #expect(fields?[field]?["items"]?[0]?["ID"]?.string != nil)
            let category = try portal.result("crm.category.list", ["entityTypeId": .integer(type)])["categories"]?[0]
            #expect(category?["name"] == "Общая")
            let items = try portal.result("crm.item.list", ["entityTypeId": .integer(type)])["items"]
            #expect(items?[0]?["categoryId"] == category?["id"])
            #expect(items?[0]?.object?.names.contains(field) == true)
        }
        #expect(try portal.result("crm.type.fields")["fields"]?["entityTypeId"]?["isRequired"] == true)
        #expect(try portal.result("crm.item.productrow.fields")["fields"]?["productId"]?["isRequired"] == true)
    }
}
