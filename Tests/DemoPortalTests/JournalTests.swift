import JSON
import Testing

@testable import DemoPortal

@Suite("The journal")
struct JournalTests {
    @Test("has the writes that were executed, and neither reads nor refusals")
    func writes() {
        let portal = TestPortal.make(deals: 3)
        _ = portal.call("crm.deal.list")
        _ = portal.call("crm.deal.update", "id=1&fields[TITLE]=A")
        _ = portal.call("crm.deal.delete", "id=99999")
        _ = portal.call("batch", "cmd[a]=crm.deal.add%3Ffields%5BTITLE%5D%3DB&cmd[b]=crm.deal.delete%3Fid%3D2")
        _ = portal.answer("tasks.task.complete", ["taskId": 1])
        let executed = portal.executed
        #expect(executed.prefix(3).map(\.method) == ["crm.deal.update", "crm.deal.add", "crm.deal.delete"])
        #expect(executed.map(\.position) == Array(executed.indices))
        #expect(executed.first?.parameters == ["id": "1", "fields": ["TITLE": "A"]])
    }

    @Test("tells which records there are")
    func identifiers() {
        let portal = TestPortal.make(deals: 3)
        let before = portal.identifiers(of: "crm.deal")
        #expect(before.count == 3 && before == before.sorted())
        _ = portal.call("crm.deal.delete", "id=\(before[1])")
        #expect(portal.identifiers(of: "crm.deal") == [before[0], before[2]])
        #expect(portal.identifiers(of: "no.such").isEmpty)
        #expect(portal.identifiers(of: "user").count == 40)
    }
}
