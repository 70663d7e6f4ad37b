import AsyncHTTPClient
import JSON
import NIOCore
import Testing

@testable import DemoPortal

@Suite("The portal's latency")
struct DemoLatencyTests {
    private func portal(_ latency: DemoLatency?, deals: Int = 120) -> DemoPortal {
        var options = TestPortal.options(deals: deals)
        options.latency = latency
        return DemoPortal(options: options)
    }

    private func time(_ reply: DemoReply) throws -> [Double?] {
        let time = try JSONValue(parsing: reply.body)["time"]
        return ["duration", "processing", "operating"].map { time?[$0]?.double }
    }

    @Test("is told by the answer's time: the request's part is duration only")
    func told() throws {
        let portal = portal(DemoLatency(perRequest: 2, perCommand: 1, perThousandCounted: 100))
        #expect(try time(portal.call("profile")) == [3, 1, 1])
        #expect(try time(portal.call("crm.deal.list")) == [15, 13, 13])
        #expect(try time(portal.call("crm.deal.list", "start=-1")) == [3, 1, 14])
        #expect(try time(portal.call("crm.deal.list", "filter[ID]=1"))[0].map { $0 > 3 && $0 < 3.2 } == true)
        #expect(try time(self.portal(nil).call("crm.deal.list")) == [0, 0, 0])
    }

    @Test("makes commands of a batch follow one another")
    func batch() throws {
        let reply = portal(DemoLatency(perCommand: 1)).call("batch", "cmd[a]=profile&cmd[b]=scope")
        let times = try JSONValue(parsing: reply.body)["result"]?["result_time"]
        #expect(times?["a"]?["finish"]?.double == Double(TestPortal.noon) + 1.25)
        #expect(times?["b"]?["start"] == times?["a"]?["finish"])
        #expect(times?["b"]?["finish"]?.double == Double(TestPortal.noon) + 2.25)
    }

    @Test("really delays answers, and requests wait side by side")
    func delay() async throws {
        let portal = portal(DemoLatency(perRequest: 1))
        let begun = try await portal.serve { address in
            let start = ContinuousClock.now
            return try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<4 {
                    group.addTask { _ = try await HTTPClient.shared.get(url: address.webhook + "profile").get() }
                }
                // When the first answer comes, none of the others has waited for it to begin.
                try await group.next()
                let begun = portal.statistics.requests
                try await group.waitForAll()
                #expect(ContinuousClock.now - start >= .seconds(1))
                return begun
            }
        }
        #expect(begun == 4)
    }
}
