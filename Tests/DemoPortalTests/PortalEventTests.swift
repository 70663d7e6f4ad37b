import Forms
import Testing

@testable import DemoPortal

@Suite("What is told of a change")
struct PortalEventTests {
    @Test("a smart process has an event of its own beside the one of all")
    func smartProcess() {
        #expect(
            PortalEvent.events(.delete, .contract, id: 7).map(\.name) == [
                "ONCRMDYNAMICITEMDELETE", "ONCRMDYNAMICITEMDELETE_1036",
            ])
        #expect(PortalEvent.events(.add, .purchase, id: 7)[1].data == ["FIELDS": ["ID": "7", "ENTITY_TYPE_ID": "177"]])
    }

    @Test("a task is told before and after", arguments: [RecordChange.add, .update, .delete])
    func task(change: RecordChange) throws {
        let data = try #require(PortalEvent.events(change, .task, id: 7).first).data
        #expect((data["FIELDS_BEFORE"]?["ID"]?.text == "7") == (change != .add))
        #expect((data["FIELDS_AFTER"]?["ID"]?.text == "7") == (change != .delete))
    }

    @Test("no event is named twice, and people have none")
    func names() {
        let names = PortalEvent.all.map(\.name)
        #expect(Set(names).count == names.count)
        #expect(names.contains("ONCRMCOMPANYUPDATE") && names.contains("ONTASKDELETE"))
        #expect(PortalEvent.events(.update, .user, id: 1).isEmpty)
    }
}
