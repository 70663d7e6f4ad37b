import DemoPortal
import JSON
import Testing

@testable import Bitrix24

/// Calls that many make at the same time, over real HTTP.
@Suite struct MergingTests {
    @Test("20 callers with 50 calls each at once need hardly more requests than the calls fill")
    func callers() async throws {
        try await withPortal { demo, portal in
            let identifiers = demo.identifiers(of: "crm.deal")
            try await withThrowingTaskGroup(of: Bool.self) { group in
                for number in 0..<20 {
                    let caller = portal.caller(number % 2 == 0 ? .handler : .schedule)
                    for place in 0..<50 {
                        let id = identifiers[(number * 50 + place) % identifiers.count]
                        group.addTask {
                            let reply = try await portal.call(
                                PortalCall("crm.deal.get", ["id": .integer(id)]), by: caller)
                            return try JSONValue(parsing: reply.resultBytes)["ID"]?.string == String(id)
                        }
                    }
                }
                for try await isRight in group { #expect(isRight) }
            }
            #expect(await portal.statistics.requests <= 25)
            #expect(await portal.statistics.commands == 1_000)
        }
    }
}
