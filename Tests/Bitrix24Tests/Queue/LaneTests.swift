import JSON
import Testing

@testable import Bitrix24

@Suite struct LaneTests {
    private let caller = Caller(priority: .bulk, number: 1)

    /// Where the first and the last of the calls lie that wait in a lane.
    private func ends(_ dispatcher: Dispatcher) -> [UnsafePointer<QueuedCall>?] {
        guard let lane = dispatcher.lanes[caller] else { return [] }
        return ends(of: lane.writes.isEmpty ? lane.reads : lane.writes)
    }

    private func ends(of queue: some Sequence<QueuedCall>) -> [UnsafePointer<QueuedCall>?] {
        queue.withContiguousStorageIfAvailable { storage in
            [storage.baseAddress, storage.baseAddress.map { $0 + storage.count - 1 }]
        } ?? []
    }

    @Test(
        "of 100,000 calls that wait none is moved when others come, leave and come back",
        arguments: ["crm.deal.get", "crm.deal.update"])
    func inPlace(method: String) throws {
        var dispatcher = Dispatcher(limits: PortalLimits(rate: nil, operating: nil))
        let call = PortalCall(method, ["id": 1])
        var before = ends(dispatcher)
        /// Whether all are moved: what is added or taken out at one end leaves the other one in its place.
        func areMoved() -> Bool {
            let now = ends(dispatcher)
            defer { before = now }
            return !zip(before, now).contains(where: ==)
        }
        var moves = 0
        for number in 1...100_000 where moves < 60 {
            dispatcher.enqueue(QueuedCall(number: number, caller: caller, commands: [call]), at: 0)
            if areMoved() { moves += 1 }
        }
        // A queue that grows moves now and then.
        try #require(moves < 60)
        for round in 0..<200 {
            guard case .send(let dispatch) = dispatcher.next(at: 0) else {
                Issue.record("nothing is sent")
                return
            }
            try #require(!areMoved())
            dispatcher.end(dispatch, refused: nil, at: 0)
            for call in dispatch.calls where round % 10 == 0 {
                dispatcher.retry(call, after: 0, at: 0)
                try #require(!areMoved())
            }
        }
        #expect(dispatcher.waitingCount == 100_000 - 180 * 50)
    }
}
