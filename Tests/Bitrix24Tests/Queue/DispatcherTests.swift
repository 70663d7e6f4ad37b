import JSON
import Testing

@testable import Bitrix24

@Suite struct DispatcherTests {
    /// A queue under test with calls of its own counting.
    final class Queue {
        var dispatcher: Dispatcher
        var number = 0

        init(_ limits: PortalLimits = .standard) { dispatcher = Dispatcher(limits: limits) }

        @discardableResult
        func add(
            _ caller: Caller, _ method: String = "crm.deal.get", _ parameters: JSONValue = ["id": 1], at now: Double = 0
        ) -> Int {
            number += 1
            dispatcher.enqueue(
                QueuedCall(number: number, caller: caller, commands: [PortalCall(method, parameters)]), at: now)
            return number
        }

        /// The next request's calls, or nil if none leaves now.
        func send(at now: Double = 0) -> Dispatcher.Dispatch? {
            if case .send(let dispatch) = dispatcher.next(at: now) { return dispatch }
            return nil
        }

        /// Sends as much as leaves now; returns the numbers of the calls of each request.
        func sendAll(at now: Double = 0) -> [[Int]] {
            var sent: [[Int]] = []
            while let dispatch = send(at: now) { sent.append(dispatch.calls.map(\.number)) }
            return sent
        }
    }

    private let one = Caller(priority: .interactive, number: 1)
    private let two = Caller(priority: .interactive, number: 2)

    @Test("a lone call leaves at once and alone")
    func lone() throws {
        let queue = Queue()
        queue.add(one)
        let dispatch = try #require(queue.send())
        #expect(dispatch.commandCount == 1)
        #expect(queue.send() == nil)
    }

    @Test("calls that wait share a request, fifty at most, whoever they are from")
    func merged() {
        let queue = Queue()
        for _ in 0..<60 {
            queue.add(one)
            queue.add(two)
        }
        #expect(queue.sendAll().map(\.count) == [50, 50, 20])
    }

    @Test("callers who wait together get equal shares of a request")
    func shares() throws {
        let queue = Queue()
        for _ in 0..<500 { queue.add(one) }
        for _ in 0..<25 { queue.add(two) }
        let dispatch = try #require(queue.send())
        #expect(dispatch.calls.count { $0.caller == two } == 25)
    }

    @Test("no more requests are under way than the limits say")
    func concurrency() throws {
        let queue = Queue(PortalLimits(rate: 2, concurrency: 2))
        for _ in 0..<200 { queue.add(one) }
        let first = try #require(queue.send())
        _ = try #require(queue.send())
        #expect(queue.send() == nil)
        queue.dispatcher.end(first, refused: nil, at: 1)
        #expect(queue.send(at: 1) != nil)
    }

    @Test(
        "what a batch can't carry goes alone",
        arguments: [
            ("crm.deal.update", ["id": 1, "fields": ["TITLE": nil]]), ("task.item.getdata", [7]),
            ("batch", ["cmd": [:]]), ("disk.folder.uploadfile", ["id": 1]),
            ("crm.deal.list", ["filter": ["TITLE": "$result[a]"]]),
        ] as [(String, JSONValue)])
    func alone(method: String, parameters: JSONValue) {
        let queue = Queue()
        queue.add(one)
        queue.add(one, method, parameters)
        queue.add(one)
        let sent = queue.sendAll()
        #expect(sent.contains([2]))
        #expect(Set(sent.flatMap { $0 }) == [1, 2, 3])
    }

    @Test("changes of a caller are never under way in two requests, and keep their order")
    func order() throws {
        let queue = Queue()
        for _ in 0..<70 { queue.add(one, "crm.deal.update", ["id": 1, "fields": ["TITLE": "x"]]) }
        let first = try #require(queue.send())
        #expect(first.calls.map(\.number) == Array(1...50))
        #expect(queue.send() == nil)
        queue.add(two, "crm.deal.update", ["id": 2, "fields": ["TITLE": "x"]])
        #expect(try #require(queue.send()).calls.map(\.number) == [71])
        queue.dispatcher.end(first, refused: nil, at: 1)
        #expect(try #require(queue.send(at: 1)).calls.map(\.number) == Array(51...70))
    }

    @Test("a change that failed before it was executed goes before those that came after it")
    func putBack() throws {
        let queue = Queue()
        for _ in 0..<60 { queue.add(one, "crm.deal.update", ["id": 1, "fields": ["TITLE": "x"]]) }
        let first = try #require(queue.send())
        queue.dispatcher.end(first, refused: nil, at: 0)
        for call in first.calls.shuffled() where call.number % 2 == 0 { queue.dispatcher.retry(call, after: 0, at: 0) }
        let next = try #require(queue.send())
        #expect(next.calls.map(\.number) == Array(stride(from: 2, through: 50, by: 2)) + Array(51...60))
    }

    @Test("a read that waits for its next try holds up no other")
    func waitingRead() throws {
        let queue = Queue()
        queue.add(one)
        let first = try #require(queue.send())
        queue.dispatcher.end(first, refused: nil, at: 0)
        queue.dispatcher.retry(first.calls[0], after: 5, at: 0)
        queue.add(one)
        #expect(try #require(queue.send()).calls.map(\.number) == [2])
        guard case .wait(let time, .retry) = queue.dispatcher.next(at: 1) else {
            Issue.record("it does not wait for the retry")
            return
        }
        #expect(time == 5)
        #expect(try #require(queue.send(at: 5)).calls.map(\.number) == [1])
    }

    @Test("commands that refer to each other stay together")
    func group() throws {
        let queue = Queue()
        for _ in 0..<10 { queue.add(one) }
        let chain = (0..<45).map { PortalCall("crm.deal.list", ["start": .integer($0)]) }
        queue.dispatcher.enqueue(QueuedCall(number: 99, caller: two, commands: chain), at: 0)
        let sent = queue.sendAll()
        #expect(sent.count == 2)
        #expect(sent.contains { $0.contains(99) && $0.count <= 6 })
    }

    @Test("a request is not filled beyond what the portal finishes in time")
    func longRequest() throws {
        let queue = Queue(PortalLimits(rate: 2, operating: nil))
        queue.add(one, "crm.deal.list", [:])
        let first = try #require(queue.send())
        queue.dispatcher.learn("crm.deal.list", from: first, time: WorkTime(duration: 4), failure: nil, at: 0)
        queue.dispatcher.end(first, refused: nil, at: 0)
        for _ in 0..<20 { queue.add(one, "crm.deal.list", [:]) }
        #expect(try #require(queue.send()).calls.count == 5)
    }

    @Test("while others call, long work leaves room in the bucket and a way free")
    func bulk() throws {
        let bulk = Caller(priority: .bulk, number: 9)
        let queue = Queue(PortalLimits(rate: 2, capacity: 50, concurrency: 100))
        queue.add(one)
        _ = queue.send()
        var sent = 0
        for _ in 0..<100 {
            queue.add(bulk, "crm.deal.update", ["id": 1, "fields": ["TITLE": nil]])
            guard let dispatch = queue.send() else { break }
            queue.dispatcher.end(dispatch, refused: nil, at: 0)
            sent += 1
        }
        #expect(sent == 38)
        queue.add(one)
        #expect(queue.send() != nil)
    }

    @Test("alone, long work may use the whole bucket")
    func bulkAlone() {
        let bulk = Caller(priority: .bulk, number: 9)
        let queue = Queue(PortalLimits(rate: 2, capacity: 50, concurrency: 100))
        for _ in 0..<60 { queue.add(bulk, "crm.deal.get", ["id": nil]) }
        #expect(queue.sendAll().count == 49)
    }

    @Test("a caller who has gone leaves nothing behind")
    func abandoned() {
        let queue = Queue()
        for _ in 0..<3 { queue.add(one) }
        queue.add(two)
        let left = queue.dispatcher.abandon(one)
        #expect(left.map(\.number) == [1, 2, 3])
        #expect(queue.sendAll() == [[4]])
    }

    @Test("a call that is withdrawn is not sent, and one that is under way can't be withdrawn")
    func withdrawn() throws {
        let queue = Queue()
        queue.add(one)
        let sent = try #require(queue.send())
        let change = queue.add(one, "crm.deal.delete")
        let read = queue.add(one)
        let last = queue.add(one, "crm.deal.delete", ["id": 2])
        for number in [change, read] {
            let call = queue.dispatcher.withdraw(number, of: one)
            #expect(call?.number == number)
        }
        let underWay = queue.dispatcher.withdraw(sent.calls[0].number, of: one)
        let strange = queue.dispatcher.withdraw(last, of: two)
        #expect(underWay == nil && strange == nil)
        #expect(queue.dispatcher.callUnderWay(1)?.number == 1)
        #expect(queue.dispatcher.callUnderWay(last) == nil)
        #expect(queue.sendAll() == [[last]])
    }

    @Test("changes without an order are under way in several requests")
    func withoutOrder() {
        let caller = Caller(priority: .handler, number: 3, keepsOrder: false)
        let queue = Queue()
        for _ in 0..<120 { queue.add(caller, "crm.deal.update", ["id": 1, "fields": ["TITLE": "x"]]) }
        #expect(queue.sendAll() == [Array(1...50), Array(51...100), Array(101...120)])
    }

    @Test("a call that is refused for its method's working time is not sent again at once")
    func operatingLimit() throws {
        let queue = Queue()
        queue.add(one)
        let first = try #require(queue.send())
        let refusal = PortalError(
            code: "OPERATION_TIME_LIMIT", message: "", method: "crm.deal.get", status: 429, execution: .notDone)
        queue.dispatcher.end(first, refused: refusal, at: 0)
        queue.dispatcher.retry(first.calls[0], after: 0, at: 0)
        guard case .wait(let time, .operating) = queue.dispatcher.next(at: 0) else {
            Issue.record("it does not wait for working time")
            return
        }
        #expect(time == 60)
        queue.add(two, "crm.lead.get")
        #expect(queue.sendAll() == [[2]])
    }
}
