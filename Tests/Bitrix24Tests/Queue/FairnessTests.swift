import JSON
import Testing
import Trials

@testable import Bitrix24

/// A quarter of an hour of a busy portal: an export without end, schedules, handlers and people, with the limits of
/// the cloud. What each waits is counted on a clock of its own.
@Suite struct FairnessTests {
    private struct Waits {
        var all: [Double] = []
        var p50: Double { all.sorted()[all.count / 2] }
        var p99: Double { all.sorted()[all.count * 99 / 100] }
        var longest: Double { all.max() ?? 0 }
    }

    /// How often each priority calls: calls a second, by how many callers.
    private struct Load {
        let priority: Priority
        let callers: Int
        let rate: Double
    }

    private struct Simulation {
        var dispatcher = Dispatcher(limits: .standard)
        var bucket = SimulatedBucket(rate: 2, capacity: 50)
        var random = SeededRandom(seed: 3)
        var waits: [Caller: Waits] = [:]
        var handedIn: [Int: Double] = [:]
        var underWay: [(end: Double, dispatch: Dispatcher.Dispatch)] = []
        var number = 0
        var bulkPages = 0

        mutating func call(_ caller: Caller, at now: Double) {
            number += 1
            handedIn[number] = now
            let commands: [PortalCall] =
                caller.priority == .bulk
                ? (0..<50).map { PortalCall("crm.deal.list", ["start": .integer($0)]) }
                : [PortalCall("crm.deal.get", ["id": 1])]
            dispatcher.enqueue(QueuedCall(number: number, caller: caller, commands: commands), at: now)
        }

        /// Sends what may leave, and ends what is done. An answer takes 20 ms a command.
        mutating func turn(at now: Double, exporter: Caller) {
            while let done = underWay.firstIndex(where: { $0.end <= now }) {
                let dispatch = underWay.remove(at: done).dispatch
                for command in dispatch.calls.flatMap(\.commands) {
                    dispatcher.learn(
                        command.method, from: dispatch, time: WorkTime(duration: 0.02), failure: nil, at: now)
                }
                dispatcher.end(dispatch, refused: nil, at: now)
                for call in dispatch.calls where call.caller == exporter {
                    bulkPages += 50
                    self.call(exporter, at: now)
                }
            }
            while case .send(let dispatch) = dispatcher.next(at: now) {
                _ = bucket.arrive(at: now)
                for call in dispatch.calls {
                    waits[call.caller, default: Waits()].all.append(now - (handedIn[call.number] ?? now))
                }
                underWay.append((now + 0.02 * Double(dispatch.commandCount), dispatch))
            }
        }
    }

    @Test("people wait least, nobody is left out, the export goes on, and the portal refuses nothing")
    func quarterOfAnHour() throws {
        var simulation = Simulation()
        let exporter = Caller(priority: .bulk, number: 1_000)
        let loads = [
            Load(priority: .interactive, callers: 3, rate: 1), Load(priority: .handler, callers: 10, rate: 4),
            Load(priority: .schedule, callers: 5, rate: 8),
        ]
        simulation.call(exporter, at: 0)
        for step in 0..<(15 * 60 * 50) {
            let now = Double(step) / 50
            for load in loads where Double.random(in: 0..<50, using: &simulation.random) < load.rate {
                let caller = Int.random(in: 0..<load.callers, using: &simulation.random)
                simulation.call(Caller(priority: load.priority, number: load.priority.rawValue * 100 + caller), at: now)
            }
            simulation.turn(at: now, exporter: exporter)
        }
        #expect(simulation.bucket.refusals == 0)
        var p99: [Priority: Double] = [:]
        for priority in Priority.allCases {
            let callers = simulation.waits.filter { $0.key.priority == priority }
            let waits = Waits(all: callers.flatMap(\.value.all))
            p99[priority] = waits.p99
            print(
                "\(priority): \(waits.all.count) calls of \(callers.count) callers waited",
                "\(Int(waits.p50 * 1000)) ms in the middle, \(Int(waits.p99 * 1000)) ms at p99,",
                "\(Int(waits.longest * 1000)) ms at most")
        }
        print("export: \(simulation.bulkPages) pages, \(simulation.bucket.requests) requests in all")
        // One token of the bucket takes half a second, and one of eight is the export's.
        for priority in [Priority.interactive, .handler, .schedule] { #expect(try #require(p99[priority]) <= 1) }
        #expect(simulation.bulkPages >= 10_000)
    }

    @Test("of ten callers of one urgency none gets less than its share, however much one of them asks for")
    func greedy() throws {
        var simulation = Simulation()
        let exporter = Caller(priority: .bulk, number: 1_000)
        let greedy = Caller(priority: .schedule, number: 1)
        for _ in 0..<5_000 { simulation.call(greedy, at: 0) }
        for step in 0..<(40 * 50) {
            let now = Double(step) / 50
            if step % 50 == 0 {
                for other in 2...10 { simulation.call(Caller(priority: .schedule, number: other), at: now) }
            }
            simulation.turn(at: now, exporter: exporter)
        }
        for other in 2...10 {
            let waits = try #require(simulation.waits[Caller(priority: .schedule, number: other)])
            #expect(waits.all.count == 40)
            #expect(waits.longest <= 1.1)
        }
    }

    @Test("where calls can't share requests the urgent get more of them, and the others some")
    func weights() {
        var dispatcher = Dispatcher(limits: PortalLimits(rate: nil, operating: nil, concurrency: 1_000))
        var number = 0
        for priority in Priority.allCases {
            for _ in 0..<200 {
                number += 1
                let call = PortalCall("crm.deal.get", ["id": nil])
                dispatcher.enqueue(
                    QueuedCall(
                        number: number, caller: Caller(priority: priority, number: priority.rawValue), commands: [call]),
                    at: 0)
            }
        }
        var led: [Priority: Int] = [:]
        for _ in 0..<160 {
            guard case .send(let dispatch) = dispatcher.next(at: 0), let call = dispatch.calls.first else { break }
            led[call.caller.priority, default: 0] += 1
        }
        #expect(led == [.interactive: 80, .handler: 40, .schedule: 20, .bulk: 20])
    }
}
