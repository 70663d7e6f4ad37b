import JSON
import Testing

@testable import Bitrix24

@Suite struct CallSubjectTests {
    struct Sample: Sendable {
        let method: String
        let parameters: JSONValue
        let result: JSONValue?
        let expected: String
        let version: RESTVersion

        init(
            _ method: String, _ parameters: JSONValue, _ result: JSONValue? = nil, version: RESTVersion = .two,
            gives expected: String
        ) {
            (self.method, self.parameters, self.result) = (method, parameters, result)
            (self.expected, self.version) = (expected, version)
        }

        var found: String {
            let call = PortalCall(method, parameters, version: version)
            return CallSubject(call, result: result).map { "\($0.entity) \($0.change.rawValue)" } ?? "-"
        }
    }

    static let crm = [
        Sample("crm.deal.update", ["id": 5, "fields": ["TITLE": "x"]], gives: "crm.deal:5 updated"),
        Sample("CRM.Deal.Update", ["ID": "5"], gives: "crm.deal:5 updated"),
        Sample("crm.deal.add", ["fields": [:]], 8, gives: "crm.deal:8 added"),
        Sample("crm.deal.add", ["fields": [:]], gives: "-"),
        Sample("crm.lead.delete", ["id": "3"], true, gives: "crm.lead:3 deleted"),
        Sample("crm.contact.add", ["fields": [:]], "12", gives: "crm.contact:12 added"),
        Sample("crm.item.update", ["entityTypeId": 1_036, "id": 7], gives: "crm.item.1036:7 updated"),
        Sample("crm.item.update", ["ENTITYTYPEID": "2", "Id": 7], gives: "crm.deal:7 updated"),
        Sample("crm.item.add", ["entityTypeId": 4], ["item": ["id": 9]], gives: "crm.company:9 added"),
        Sample("crm.item.delete", ["entityTypeId": 31, "id": 9], [], gives: "crm.item.31:9 deleted"),
        Sample("crm.deal.productrows.set", ["id": 5, "rows": []], gives: "crm.deal:5 updated"),
        Sample("crm.deal.contact.add", ["id": 5], true, gives: "crm.deal:5 updated"),
        Sample("crm.contact.company.items.set", ["id": 6], gives: "crm.contact:6 updated"),
        Sample("crm.item.productrow.set", ["ownerId": 5, "ownerType": "D"], gives: "crm.deal:5 updated"),
        Sample(
            "crm.item.productrow.add", ["fields": ["ownerId": 5, "ownerType": "T40c"]], gives: "crm.item.1036:5 updated"
        ),
        Sample(
            "crm.item.productrow.update", ["id": 77], ["productRow": ["ownerId": 5, "ownerType": "L"]],
            gives: "crm.lead:5 updated"),
        Sample("crm.item.productrow.delete", ["id": 77], gives: "-"),
        Sample("crm.deal.userfield.update", ["id": 77], gives: "crm.deal.userfield:77 updated"),
        Sample("crm.activity.todo.add", ["ownerId": 5], ["id": 31], gives: "crm.activity:31 added"),
        Sample("crm.requisite.bankdetail.delete", ["id": 2], gives: "crm.requisite.bankdetail:2 deleted"),
        Sample("crm.automation.trigger.execute", ["OWNER_TYPE_ID": 2, "OWNER_ID": 5], gives: "crm.deal:5 updated"),
        Sample(
            "bizproc.workflow.start", ["DOCUMENT_ID": ["crm", "CCrmDocumentDeal", "DEAL_5"]],
            gives: "crm.deal:5 updated"),
        Sample(
            "bizproc.workflow.start", ["DOCUMENT_ID": ["crm", "Dynamic", "DYNAMIC_1036_7"]],
            gives: "crm.item.1036:7 updated"),
    ]

    static let others = [
        Sample(
            "tasks.task.update", ["taskId": 12, "fields": [:]], ["task": ["id": "12"]], gives: "tasks.task:12 updated"),
        Sample("tasks.task.add", ["fields": [:]], ["task": ["id": "13"]], gives: "tasks.task:13 added"),
        Sample("tasks.task.complete", ["taskId": 12], gives: "tasks.task:12 updated"),
        Sample("tasks.task.delete", ["taskId": 12], gives: "tasks.task:12 deleted"),
        Sample("tasks.task.update", ["id": 12], version: .three, gives: "tasks.task:12 updated"),
        Sample("tasks.task.add", ["fields": [:]], ["item": ["id": 14]], version: .three, gives: "tasks.task:14 added"),
        Sample("task.commentitem.add", [12, ["POST_MESSAGE": "x"]], 40, gives: "tasks.task:12 updated"),
        Sample("task.checklistitem.delete", ["TASKID": 12, "ITEMID": 3], gives: "tasks.task:12 updated"),
        Sample("task.item.update", [12, ["TITLE": "x"]], gives: "tasks.task:12 updated"),
        Sample("user.update", ["ID": 3], gives: "user:3 updated"),
        Sample("user.add", ["EMAIL": "a@b.c"], 4, gives: "user:4 added"),
        Sample("sonet_group.update", ["GROUP_ID": 6], 6, gives: "sonet_group:6 updated"),
        Sample("sonet_group.create", ["NAME": "x"], 6, gives: "sonet_group:6 added"),
        Sample("calendar.event.update", ["id": 6], gives: "calendar.event:6 updated"),
        Sample("catalog.product.sku.add", ["fields": [:]], ["sku": ["id": 9]], gives: "catalog.product:9 added"),
        Sample("catalog.price.update", ["id": 9, "fields": [:]], gives: "catalog.price:9 updated"),
        Sample("sale.order.add", ["fields": [:]], ["order": ["id": 9]], gives: "sale.order:9 added"),
        Sample("im.message.add", ["DIALOG_ID": "chat15", "MESSAGE": "x"], 400, gives: "im.chat:15 updated"),
        Sample("im.message.add", ["DIALOG_ID": 15, "MESSAGE": "x"], 400, gives: "-"),
        Sample("crm.deal.list", ["filter": [:]], [], gives: "-"),
        Sample("crm.deal.get", ["id": 5], gives: "-"),
        Sample("event.bind", ["event": "ONCRMDEALADD"], true, gives: "-"),
        Sample("crm.deal.update", ["id": "$result[0][ID]"], gives: "-"),
        Sample("crm.deal.update", [], gives: "-"),
        Sample("no.such.method", ["id": 5], gives: "-"),
    ]

    @Test("a change in the CRM is one of the entity that the portal's events name", arguments: crm)
    func inCRM(sample: Sample) { #expect(sample.found == sample.expected) }

    @Test("a change elsewhere is one of the entity that the portal's events name", arguments: others)
    func elsewhere(sample: Sample) { #expect(sample.found == sample.expected) }

    @Test("whatever is added, updated and deleted in the CRM has the type of its events")
    func sameAsEvents() {
        var known = 0
        for event in Catalogue.events where event.code.hasPrefix("ONCRM") {
            let subject = EventSubject(event: event.code, data: SampleEvent.data(of: event))
            guard let entity = subject.entity, subject.change == .updated,
                entity.entityTypeID == nil || entity.type == "crm.deal",
                Catalogue.method("\(entity.type).update") != nil
            else { continue }
            known += 1
            #expect(CallSubject(PortalCall("\(entity.type).update", ["id": 7]))?.entity == entity, "\(event.code)")
        }
        #expect(known > 10)
    }
}
