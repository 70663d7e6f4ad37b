import DemoPortal
import JSON
import Testing

@testable import Bitrix24

/// What callers are told of changes whose fate nobody knows, over real HTTP.
@Suite struct UnknownOutcomeTests {
    private let task = PortalCall(
        "tasks.task.add", ["fields": ["title": "x", "creatorId": 2, "responsibleId": 3]], version: .three)
    private let contact = PortalCall("crm.contact.add", ["fields": ["NAME": "x"]])

    @Test("a change that was lost once and refused afterwards is not told as one that was never made")
    func lostThenRefused() async throws {
        try await withPortal { [task] demo, portal in
            demo.failNext([.resetAfterExecution, .overload])
            let error = await #expect(throws: PortalError.self) {
                try await portal.call(task, by: portal.caller(.handler))
            }
            #expect(error?.code == "UNKNOWN_OUTCOME" && error?.execution == .unknown)
            #expect(demo.executed.count == 1)
        }
    }

    @Test("a change that was refused each time is told as never made", arguments: [DemoFault.overload])
    func refused(fault: DemoFault) async throws {
        try await withPortal { [contact] demo, portal in
            demo.failNext([.tooManyRequests, fault])
            let error = await #expect(throws: PortalError.self) {
                try await portal.call(contact, by: portal.caller(.handler))
            }
            #expect(error?.code == "OVERLOAD_LIMIT" && error?.execution == .notDone)
            #expect(demo.executed.isEmpty)
        }
    }

    @Test("the working time of a method that refuses for it is waited for, and not asked for again and again")
    func operating() async throws {
        try await withPortal { [contact] demo, portal in
            demo.failNext([.operatingLimit])
            _ = try await portal.call(contact, by: portal.caller(.handler))
            let statistics = await portal.statistics
            #expect(statistics.requests == 2 && statistics.retries == ["OPERATION_TIME_LIMIT": 1])
            #expect(statistics.waits["operating", default: 0] >= 1)
        }
    }
}
