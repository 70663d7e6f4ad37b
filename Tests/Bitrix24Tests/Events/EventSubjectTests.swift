import JSON
import Testing

@testable import Bitrix24

@Suite struct EventSubjectTests {
    @Test("each documented event gives the entity that its documented data name, and the kind of change")
    func table() throws {
        let lines = ExpectedSubjects.text.split(separator: "\n")
        let found = Catalogue.events.map { event in
            let subject = EventSubject(event: event.code, data: SampleEvent.data(of: event))
            return "\(event.code) \(subject.entity?.description ?? "-") \(subject.change.rawValue)"
        }
        #expect(found.count == 203)
        for (line, expected) in zip(found.sorted(), lines.map(String.init).sorted()) { #expect(line == expected) }
        #expect(found.count == lines.count)
    }

    private func text(_ event: String, _ data: JSONValue) -> String {
        let subject = EventSubject(event: event, data: data)
        return "\(subject.entity?.description ?? "-") \(subject.change.rawValue)"
    }

    @Test("identifiers may be numbers or texts, and names may be written in any letters")
    func letters() {
        #expect(text("onCrmDealUpdate", ["FIELDS": ["ID": 5]]) == "crm.deal:5 updated")
        #expect(text("ONCRMDEALUPDATE", ["fields": ["id": "5"]]) == "crm.deal:5 updated")
        #expect(text("ONCRMINVOICESETSTATUS", ["FIELDS": ["ID": "8"]]) == "crm.invoice:8 updated")
    }

    @Test("a deleted task is told by what it was before")
    func deletedTask() {
        let data: JSONValue = ["FIELDS_BEFORE": ["ID": "12"], "FIELDS_AFTER": "undefined"]
        #expect(text("ONTASKDELETE", data) == "tasks.task:12 deleted")
    }

    @Test("an item is of the type that the data name, or the event's own code")
    func items() {
        let data: JSONValue = ["FIELDS": ["ID": "7", "ENTITY_TYPE_ID": "1036"]]
        #expect(text("ONCRMDYNAMICITEMUPDATE", data) == "crm.item.1036:7 updated")
        #expect(text("ONCRMDYNAMICITEMADD_1038", ["FIELDS": ["ID": "7"]]) == "crm.item.1038:7 added")
        let deal: JSONValue = ["FIELDS": ["ID": "7", "ENTITY_TYPE_ID": 2]]
        #expect(text("ONCRMDYNAMICITEMDELETE", deal) == "crm.deal:7 deleted")
    }

    @Test("a list stands for its first element, as a list or by numbers")
    func lists() {
        let list: JSONValue = ["MESSAGES": [["im": ["chat_id": 9]]]]
        let numbered: JSONValue = ["MESSAGES": ["0": ["im": ["chat_id": 9]]]]
        for data in [list, numbered] { #expect(text("ONIMCONNECTORMESSAGEADD", data) == "im.chat:9 updated") }
    }

    @Test("an event that isn't documented stands for itself, and hostile data give no entity")
    func unknown() {
        #expect(text("ONSPACESHIPADD", ["ID": "5"]) == "spaceship:5 added")
        #expect(text("ONCRMDEALUPDATE", ["FIELDS": ["ID": "../../etc"]]) == "- updated")
        #expect(text("ONCRMDEALUPDATE", ["FIELDS": ["ID": ["5"]]]) == "- updated")
        #expect(text("ONCRMDEALUPDATE", []) == "- updated")
        #expect(text("", .null) == "- other")
        #expect(text("ON", false) == "- other")
    }
}
