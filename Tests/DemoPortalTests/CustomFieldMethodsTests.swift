import JSON
import Testing

@testable import DemoPortal

@Suite("Custom fields")
struct CustomFieldMethodsTests {
    private let portal = TestPortal.shared
    private let source = "UF_CRM_1700000000005"
    private let people = "UF_CRM_1700000000015"

    @Test("are described with their labels, items and settings")
    func descriptions() throws {
        let field = try #require(try portal.result("crm.deal.fields")[source])
        #expect(
            field.object?.names == [
                "type", "isRequired", "isReadOnly", "isImmutable", "isMultiple", "isDynamic", "items", "title",
                "listLabel", "formLabel", "filterLabel", "settings",
            ])
        #expect(field["type"] == "enumeration" && field["title"] == .string(source))
        #expect(field["formLabel"] == "Источник трафика" && field["isDynamic"] == true)
        #expect(field["items"]?[0] == ["ID": "45", "VALUE": "Сайт"])
        #expect(field["settings"]?["DISPLAY"] == "LIST")
        let new = try portal.result("crm.item.fields", ["entityTypeId": 2])["fields"]?["ufCrm_1700000000005"]
        #expect(new?["title"] == "Источник трафика" && new?["upperName"] == .string(source))
        #expect(new?["items"] == field["items"])
        let many = try portal.result("crm.deal.fields")[people]
        #expect(many?["type"] == "employee" && many?["isMultiple"] == true && many?["settings"] == [])
    }

    @Test("of deals are of every usual type, and the labels are the company's")
    func types() throws {
        let list = try portal.reply("crm.deal.userfield.list")
        let types = Set(list["result"]?.column("USER_TYPE_ID") ?? [])
        #expect(
            types == [
                "string", "integer", "double", "boolean", "enumeration", "date", "datetime", "money", "employee", "url",
                "file",
            ])
        #expect(list["total"] == .integer(list["result"]?.array?.count ?? 0))
        let labels = list["result"]?.column("EDIT_FORM_LABEL") ?? []
        for label in ["Источник трафика", "Номер договора", "Срок оплаты", "Ответственные", "Предоплата", "Скидка"] {
            #expect(labels.count { $0 == label } == 1, "\(label)")
        }
        let known = Set(try portal.result("crm.userfield.types").column("ID"))
        #expect(types.isSubset(of: known))
        let facts = try portal.result("crm.userfield.fields")
        #expect(list["result"]?[0]?.object?.names.allSatisfy { facts[$0] != nil } == true)
    }

    @Test("are dressed as each family of methods has it")
    func values() throws {
        let classic = try portal.result(
            "crm.deal.list", ["select": ["ID", "UF_*", .string(people)], "filter": ["!\(people)": ""]])
        let deals = try #require(classic.array)
        #expect(deals.contains { $0[source]?.string.map { Int($0) != nil } == true })
        #expect(deals.allSatisfy { ["1", "0", ""].contains($0["UF_CRM_1700000000007"]?.string) })
        #expect(deals.contains { $0["UF_CRM_1700000000012"]?.string?.hasSuffix("|RUB") == true })
        #expect(deals.contains { $0["UF_CRM_1700000000014"]?["showUrl"]?.string != nil })
        #expect(deals.allSatisfy { ($0[people]?.array?.count ?? 0) > 0 && $0[people]?[0]?.integer != nil })
        let id = try #require(deals[0]["ID"])
        let whole = try portal.result("crm.deal.get", ["id": id])
        #expect(whole[people] == deals[0][people])
        let item = try #require(try portal.result("crm.item.get", ["entityTypeId": 2, "id": id])["item"])
        #expect(item["ufCrm_1700000000015"] == whole[people])
        let option = item["ufCrm_1700000000005"]
        #expect(option?.integer.map(String.init) == whole[source]?.string.flatMap { $0.isEmpty ? nil : $0 })
    }

    @Test("keep their own names in the new methods if they are asked to")
    func originalNames() throws {
        let wish: JSONValue = ["entityTypeId": 2, "useOriginalUfNames": "Y"]
        #expect(try portal.result("crm.item.fields", wish)["fields"]?[source]?["upperName"] == .string(source))
        let item = try portal.result("crm.item.list", wish)["items"]?[0]
        #expect(item?[source] != nil && item?["stageId"] != nil && item?["ufCrm_1700000000005"] == nil)
        let usual = try portal.result("crm.item.list", ["entityTypeId": 2])["items"]?[0]
        #expect(item?[source] == usual?["ufCrm_1700000000005"])
        let filter: JSONValue = [
            "entityTypeId": 2, "useOriginalUfNames": "Y", "filter": [source: 45], "select": ["id", .string(source)],
        ]
        let found = try portal.result("crm.item.list", filter)["items"]
        #expect(found?[0]?.object?.names == ["id", source])
    }

    @Test("with several values come only when they are named or with a whole record")
    func several() throws {
        let usual = try portal.result("crm.deal.list")[0]?.object?.names ?? []
        #expect(usual.contains(source) && !usual.contains(people))
        let named = try portal.result("crm.deal.list", ["select": ["*", .string(people)]])[0]
        #expect(named?[people]?.array != nil && named?[source] == nil)
    }

    @Test("can be filtered and sorted by in both families of methods")
    func filters() throws {
        let sites = try portal.result("crm.deal.list", ["filter": [source: 45], "select": [.string(source)]])
        #expect((sites.array?.count ?? 0) > 3 && Set(sites.column(source)) == ["45"])
        let new = try portal.result(
            "crm.item.list", ["entityTypeId": 2, "filter": ["ufCrm_1700000000005": 45], "select": ["id"]])
        #expect(new["items"]?.column("id") == sites.column("ID"))
        let user = try #require(
            try portal.result("crm.deal.list", ["filter": ["!\(people)": ""], "select": [.string(people)]])[0]?[
                people]?[0])
        let own = try portal.result("crm.deal.list", ["filter": [people: user], "select": [.string(people)]])
        #expect(own.array?.allSatisfy { $0[people]?.array?.contains(user) == true } == true)
        let sorted = try portal.result(
            "crm.deal.list", ["order": ["UF_CRM_1700000000008": "DESC"], "select": ["UF_CRM_1700000000008"]])
        #expect(sorted[0]?["UF_CRM_1700000000008"] == "20")
    }

    @Test("are written and read again")
    func writing() throws {
        let portal = TestPortal.make(deals: 5)
        let fields: JSONValue = [
            source: "46", people: [3, 4], "UF_CRM_1700000000007": true, "UF_CRM_1700000000012": "500|RUB",
            "UF_CRM_1700000000014": ["fileData": ["a.txt", "YQ=="]], "UF_CRM_1700000000016": ["a", "", "b"],
        ]
        let id = try portal.result("crm.deal.add", ["fields": fields])
        let deal = try portal.result("crm.deal.get", ["id": id])
        #expect(deal[source] == "46" && deal[people] == [3, 4] && deal["UF_CRM_1700000000007"] == "1")
        #expect(deal["UF_CRM_1700000000012"] == "500|RUB" && deal["UF_CRM_1700000000016"] == ["a", "b"])
        let file = try #require(deal["UF_CRM_1700000000014"]?["id"])
        let changed = try portal.result(
            "crm.item.update",
            [
                "entityTypeId": 2, "id": id,
                "fields": ["ufCrm_1700000000005": 47, "ufCrm_1700000000015": [], "ufCrm_1700000000007": "N"],
            ])
        #expect(changed["item"]?["ufCrm_1700000000005"] == 47)
        #expect(changed["item"]?["ufCrm_1700000000015"] == [])
        #expect(changed["item"]?["ufCrm_1700000000007"] == "N")
        #expect(changed["item"]?["ufCrm_1700000000014"]?["id"] == file)
        #expect(changed["item"]?["ufCrm_1700000000014"]?["urlMachine"]?.string != nil)
    }

    @Test("that are new are at once in the description, in records, filters and the other family")
    func life() throws {
        let portal = TestPortal.make(deals: 5)
        let before = try #require(try portal.result("crm.deal.list", ["select": ["ID"]])[0]?["ID"])
        let id = try portal.result(
            "crm.deal.userfield.add",
            [
                "fields": [
                    "FIELD_NAME": "region", "USER_TYPE_ID": "enumeration", "LABEL": "Регион",
                    "LIST": [["VALUE": "Юг", "SORT": 20], ["VALUE": "Север", "SORT": 10], ["VALUE": ""]],
                ]
            ])
        let field = try #require(try portal.result("crm.deal.fields")["UF_CRM_REGION"])
        #expect(field["formLabel"] == "Регион")
        #expect(field["items"]?.column("VALUE") == ["Север", "Юг"])
        #expect(try portal.result("crm.deal.get", ["id": before])["UF_CRM_REGION"] == "")
        let north = try #require(field["items"]?[0]?["ID"])
        _ = try portal.result("crm.deal.update", ["id": before, "fields": ["UF_CRM_REGION": north]])
        let found = try portal.result(
            "crm.item.list", ["entityTypeId": 2, "filter": ["ufCrmRegion": north], "select": ["ufCrmRegion"]])
        #expect(found["items"]?.column("id") == [before.string ?? ""])
        let change: JSONValue = ["EDIT_FORM_LABEL": "Область", "LIST": [["ID": north, "DEL": "Y"]]]
        #expect(try portal.result("crm.deal.userfield.update", ["id": id, "fields": change]) == true)
        let whole = try portal.result("crm.deal.userfield.get", ["id": id])
        #expect(whole["EDIT_FORM_LABEL"]?["ru"] == "Область" && whole["LIST_COLUMN_LABEL"]?["en"] == "Регион")
        #expect(whole["LIST"]?.column("VALUE") == ["Юг"])
        #expect(try portal.result("crm.deal.userfield.delete", ["id": id]) == true)
        #expect(try portal.result("crm.deal.fields")["UF_CRM_REGION"] == nil)
        #expect(try portal.result("crm.deal.get", ["id": before])["UF_CRM_REGION"] == nil)
        #expect(
            try portal.refusal("crm.item.list", ["entityTypeId": 2, "filter": ["ufCrmRegion": 1]])
                == Refusal(400, "INVALID_ARG_VALUE", "Invalid filter: field 'ufCrmRegion' is not allowed in filter"))
    }

    @Test(
        "refuse what they can't be, in the documented words",
        arguments: [
            (["USER_TYPE_ID": "string"], "", "The 'FIELD_NAME' field is not found."),
            (["FIELD_NAME": "A"], "", "The 'USER_TYPE_ID' field is not found."),
            (["FIELD_NAME": "A", "USER_TYPE_ID": "colour"], "ERROR_CORE", "Указан неверный пользовательский тип."),
            (
                ["FIELD_NAME": "Я", "USER_TYPE_ID": "string"], "ERROR_CORE",
                "Имя поля содержит недопустимые символы. Допустимыми являются: A-Z, 0-9 и _."
            ),
            (
                ["FIELD_NAME": .string(String(repeating: "A", count: 44)), "USER_TYPE_ID": "string"], "ERROR_CORE",
                "Имя поля слишком длинное (больше 50-ти символов)."
            ),
            (
                [
                    "FIELD_NAME": "A", "USER_TYPE_ID": "enumeration",
                    "LIST": [["VALUE": "a", "XML_ID": "x"], ["VALUE": "b", "XML_ID": "x"]],
                ], "ERROR_CORE", "Элемент списка со значением XML_ID=x уже существует."
            ),
        ] as [(JSONValue, String, String)])
    func refusals(fields: JSONValue, code: String, text: String) throws {
        let refusal = try portal.refusal("crm.lead.userfield.add", ["fields": fields])
        #expect(refusal == Refusal(400, code, text))
    }

    @Test("are found by their own identifiers, and made by administrators only")
    func access() throws {
        #expect(try portal.refusal("crm.deal.userfield.get").text == "ID is not defined or invalid.")
        #expect(
            try portal.refusal("crm.deal.userfield.get", ["id": 77_777])
                == Refusal(400, "ERROR_NOT_FOUND", "The entity with ID '77777' is not found."))
        #expect(try portal.refusal("crm.deal.userfield.get", ["id": 201]).text == "Access denied.")
        var options = TestPortal.options(deals: 5)
        options.webhookUser = 4
        let other = DemoPortal(options: options)
        #expect(try other.result("crm.deal.userfield.get", ["id": 105])["LIST"]?.array?.count == 5)
        #expect(try other.refusal("crm.deal.userfield.delete", ["id": 105]).text == "Access denied.")
        #expect(try other.refusal("user.userfield.list").text == "Access denied.")
        #expect(try other.result("user.admin") == false)
    }

    @Test("are listed by filter and order")
    func lists() throws {
        let lists = try portal.result(
            "crm.deal.userfield.list", ["filter": ["USER_TYPE_ID": "enumeration"], "order": ["ID": "DESC"]])
        #expect(lists.column("ID") == ["116", "105"])
        let multiple = try portal.result("crm.deal.userfield.list", ["filter": ["MULTIPLE": "Y"]])
        #expect(multiple.column("ID") == ["114", "115", "116"])
        let users = try portal.result("user.userfield.list")
        #expect(users.column("FIELD_NAME") == ["UF_USR_1700000000081"])
        #expect(users[0]?["EDIT_FORM_LABEL"] == nil)
        #expect(try portal.result("user.fields")["UF_USR_1700000000081"] == "Табельный номер")
        for name in ["lead", "contact", "company"] {
            #expect(try portal.result("crm.\(name).userfield.list").array?.count == 3)
        }
    }
}
