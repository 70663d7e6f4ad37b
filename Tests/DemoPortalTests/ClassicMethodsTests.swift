import JSON
import Testing

@testable import DemoPortal

@Suite("The old CRM methods")
struct ClassicMethodsTests {
    private let portal = TestPortal.shared

    @Test("send everything as text, what is empty as null")
    func types() throws {
        let id = try #require(try portal.result("crm.deal.list").column("ID").last)
        let deal = try portal.result("crm.deal.get", ["id": .string(id)])
        #expect(deal["ID"] == .string(id))
        #expect(deal["OPPORTUNITY"]?.string?.hasSuffix("00") == true)
        #expect(["Y", "N"].contains(deal["CLOSED"]?.string))
        #expect(deal["ASSIGNED_BY_ID"]?.string != nil)
        #expect(deal["LEAD_ID"] == .null)
        #expect(deal["CLOSEDATE"]?.string?.hasSuffix("T00:00:00+03:00") == true)
        #expect(deal["UF_CRM_1700000000003"]?.string.map(["0", "1"].contains) == true)
        #expect(deal.object?.names.contains("CONTACT_IDS") == false)
    }

    @Test("list 50 at a time; both walks give every record once")
    func walks() throws {
        for method in ["crm.deal.list", "crm.contact.list", "crm.lead.list", "crm.company.list"] {
            var byPage: [String] = []
            var start: Int? = 0
            var total = 0
            while let page = start {
                let reply = try portal.reply(method, ["start": .integer(page), "order": ["ID": "ASC"]])
                byPage += reply["result"]?.column("ID") ?? []
                total = reply["total"]?.integer ?? -1
                start = reply["next"]?.integer
            }
            var byID: [String] = []
            while true {
                let last = byID.last ?? "0"
                let reply = try portal.reply(
                    method, ["start": -1, "order": ["ID": "ASC"], "filter": [">ID": .string(last)], "select": ["ID"]])
                let page = reply["result"]?.column("ID") ?? []
                #expect(reply["total"] == 0)
                #expect(reply["next"] == nil)
                byID += page
                if page.count < 50 { break }
            }
            #expect(byPage == byID)
            #expect(total == byID.count)
            #expect(Set(byID).count == byID.count)
        }
    }

    @Test("send phones and addresses only when asked, and find them whole")
    func multifields() throws {
        let contacts = try portal.result("crm.contact.list", ["select": ["ID", "PHONE", "NAME"]])
        let phone = try #require(contacts[0]?["PHONE"]?[0])
        #expect(phone["TYPE_ID"] == "PHONE")
        #expect(phone["ID"]?.string != nil)
        let value = try #require(phone["VALUE"])
        #expect(try portal.result("crm.contact.list")[0]?["PHONE"] == nil)
        #expect(
            try portal.result("crm.contact.list", ["filter": ["PHONE": value]]).column("ID")
                == contacts.column("ID").prefix(1).map { $0 })
        let id = try #require(contacts[0]?["ID"])
        #expect(try portal.result("crm.contact.get", ["ID": id])["PHONE"]?[0]?["VALUE"] == value)
    }

    @Test("refuse in the documented words, without a code")
    func refusals() throws {
        func refusal(_ text: String) -> Refusal { Refusal(400, "", text) }
        #expect(try portal.refusal("crm.deal.get") == refusal("ID is not defined or invalid."))
        #expect(try portal.refusal("crm.deal.get", ["id": "x"]) == refusal("ID is not defined or invalid."))
        #expect(try portal.refusal("crm.deal.get", ["id": 999_999]) == refusal("Not found"))
        #expect(try portal.refusal("crm.lead.delete", ["id": 999_999]) == refusal("Not found"))
        #expect(try portal.refusal("crm.deal.list", ["filter": "x"]) == refusal("Parameter 'filter' must be array."))
        #expect(try portal.refusal("crm.deal.list", ["order": "x"]) == refusal("Parameter 'order' must be array."))
        #expect(try portal.refusal("crm.deal.add", ["fields": "x"]) == refusal("Parameter 'fields' must be array."))
        #expect(
            try portal.refusal("crm.deal.add", ["fields": ["CURRENCY_ID": "XXX"]])
                == refusal("Неверное значение поля \"Валюта\""))
        #expect(
            try portal.refusal("crm.deal.add", ["fields": ["STAGE_ID": "C1:WON"]])
                == refusal("Неверное значение поля \"Стадия сделки\""))
        #expect(try portal.refusal("crm.company.add", ["fields": ["COMMENTS": "x"]]).status == 400)
        #expect(try portal.refusal("crm.contact.add", ["fields": [:]]).status == 400)
    }

    @Test("make a deal with what the CRM adds by itself, change it, move it, delete it")
    func life() throws {
        let portal = TestPortal.make()
        let id = try portal.result(
            "crm.deal.add", ["fields": ["TITLE": "Проба", "OPPORTUNITY": "1500.5", "NO_SUCH": 1, "ID": 5]])
        var deal = try portal.result("crm.deal.get", ["id": id])
        #expect(deal["TITLE"] == "Проба")
        #expect(deal["OPPORTUNITY"] == "1500.50")
        #expect(deal["STAGE_ID"] == "NEW")
        #expect(deal["STAGE_SEMANTIC_ID"] == "P")
        #expect(deal["CATEGORY_ID"] == "0")
        #expect(deal["CLOSED"] == "N")
        #expect(deal["DATE_CREATE"] == "2026-11-24T12:00:00+03:00")
        #expect(try portal.result("crm.deal.update", ["id": id, "fields": ["STAGE_ID": "WON"]]) == true)
        deal = try portal.result("crm.deal.get", ["id": id])
        #expect(deal["STAGE_SEMANTIC_ID"] == "S")
        #expect(deal["CLOSED"] == "Y")
        #expect(deal["CLOSEDATE"] == "2026-11-24T00:00:00+03:00")
        #expect(deal["MOVED_TIME"] == "2026-11-24T12:00:00+03:00")
        #expect(try portal.result("crm.deal.update", ["id": id, "fields": ["CATEGORY_ID": 1]]) == true)
        #expect(try portal.result("crm.deal.get", ["id": id])["CATEGORY_ID"] == "0")
        #expect(try portal.result("crm.deal.delete", ["id": id]) == true)
        #expect(try portal.refusal("crm.deal.get", ["id": id]).text == "Not found")
        let next = try portal.result("crm.deal.add", ["fields": [:]])
        #expect((next.integer ?? 0) > (id.integer ?? 0))
        #expect(try portal.result("crm.deal.get", ["id": next])["TITLE"]?.string == "Сделка #\(next.integer ?? 0)")
    }

    @Test("change phones by their identifiers, and add those without")
    func phones() throws {
        let portal = TestPortal.make(deals: 10)
        let fields: JSONValue = ["NAME": "Ада", "PHONE": [["VALUE": "+70000000001", "VALUE_TYPE": "WORK"]]]
        let id = try portal.result("crm.contact.add", ["fields": fields])
        func phones() throws -> JSONValue? { try portal.result("crm.contact.get", ["id": id])["PHONE"] }
        let phone = try #require(try phones()?[0]?["ID"])
        #expect(try portal.result("crm.contact.get", ["id": id])["HAS_PHONE"] == "Y")
        _ = try portal.result(
            "crm.contact.update",
            ["id": id, "fields": ["PHONE": [["ID": phone, "VALUE": "+70000000002"], ["VALUE": "+70000000003"]]]])
        #expect(try phones()?.column("VALUE") == ["+70000000002", "+70000000003"])
        _ = try portal.result("crm.contact.update", ["id": id, "fields": ["PHONE": [["ID": phone, "VALUE": ""]]]])
        #expect(try phones()?.column("VALUE") == ["+70000000003"])
    }

    @Test("convert a lead's stage to its meaning")
    func leads() throws {
        let portal = TestPortal.make(deals: 10)
        let id = try portal.result("crm.lead.add", ["fields": ["TITLE": "Лид"]])
        _ = try portal.result("crm.lead.update", ["id": id, "fields": ["STATUS_ID": "JUNK"]])
        let lead = try portal.result("crm.lead.get", ["id": id])
        #expect(lead["STATUS_SEMANTIC_ID"] == "F")
        #expect(lead["DATE_CLOSED"] == "2026-11-24T12:00:00+03:00")
    }

    @Test("describe their fields")
    func fields() throws {
        let fields = try portal.result("crm.deal.fields")
        #expect(fields["ID"]?["isReadOnly"] == true)
        #expect(fields["CATEGORY_ID"]?["isImmutable"] == true)
        #expect(fields["STAGE_ID"]?["statusType"] == "DEAL_STAGE")
        #expect(fields["UF_CRM_1700000000002"]?["isDynamic"] == true)
        #expect(fields["CONTACT_IDS"]?["isMultiple"] == true)
        #expect(fields["CONTACT_ID"]?["isDeprecated"] == true)
        #expect(fields["COMPANY_ID"]?["settings"]?["parentEntityTypeId"] == 4)
        #expect(try portal.result("crm.contact.fields")["CONTACT_IDS"] == nil)
        let deal = try portal.result("crm.deal.list")[0]
        #expect(deal?.object?.names.allSatisfy { fields[$0] != nil } == true)
    }
}
