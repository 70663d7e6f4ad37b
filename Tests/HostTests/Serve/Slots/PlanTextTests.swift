import JSON
import Testing
import Timetable

@testable import Host

@Suite("A schedule as its plan keeps it")
struct PlanTextTests {
    @Test(
        arguments: [
            ["kind": "job", "schedule": "0 9 * * *"], ["kind": "job", "schedule": ["0 9 * * MON", "every 15m"]],
            ["kind": "job", "schedule": "@daily", "zone": "Europe/Moscow", "days": "working days"],
            ["kind": "job", "schedule": "@daily", "days": "last working day of the month"],
        ] as [JSONObject])
    func `what was written is read back`(members: JSONObject) throws {
        let script = try SampleScript.served(members)
        #expect(PlanText.rule(in: script.planDigest) == script.rule)
    }

    @Test(arguments: [
        "", "d", "0 9 * * *", "UTC\n", "0 25 * * *\nUTC\n", "0 9 * * *\nAsia/Nowhere\n", "0 9 * * *\nUTC\nnever",
        "0 9 * * *\n\nUTC\n", "0 9 * * *\n../passwd\n",
    ])
    func `anything else is not read`(text: String) { #expect(PlanText.rule(in: text) == nil) }
}
