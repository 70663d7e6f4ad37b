import NIOCore
import Testing

@testable import Ingress

@Suite struct ArrivalPaceTests {
    private let start = NIODeadline.uptimeNanoseconds(1_000_000_000)
    private var limits: ServerLimits {
        var limits = ServerLimits()
        limits.arrivalTime = .seconds(10)
        limits.idleTime = .seconds(60)
        return limits
    }

    @Test func `a new connection must send a whole request within the time of arrival`() {
        var pace = ArrivalPace(limits, at: start)
        pace.bytesCame(at: start + .seconds(5))
        pace.bytesCame(at: start + .seconds(9))
        #expect(pace.deadline == start + .seconds(10))
    }

    @Test func `while the server works, nobody is late`() {
        var pace = ArrivalPace(limits, at: start)
        pace.requestIsWhole()
        pace.bytesCame(at: start + .seconds(5))
        #expect(pace.deadline == nil)
        #expect(pace.nextLook(after: start) == start + .seconds(10))
    }

    @Test func `after an answer the connection may rest, and its next request has the whole time again`() {
        var pace = ArrivalPace(limits, at: start)
        pace.requestIsWhole()
        pace.answered(at: start + .seconds(100))
        #expect(pace.deadline == start + .seconds(160))
        pace.bytesCame(at: start + .seconds(150))
        #expect(pace.deadline == start + .seconds(160))
        pace.requestIsWhole()
        pace.answered(at: start + .seconds(151))
        pace.bytesCame(at: start + .seconds(152))
        #expect(pace.deadline == start + .seconds(162))
    }

    @Test func `the next look is never after a deadline that a request of this moment would have`() {
        var pace = ArrivalPace(limits, at: start)
        pace.requestIsWhole()
        pace.answered(at: start)
        #expect(pace.nextLook(after: start) == start + .seconds(10))
        #expect(pace.nextLook(after: start + .seconds(55)) == start + .seconds(60))
        var hasty = limits
        hasty.idleTime = .seconds(1)
        #expect(ArrivalPace(hasty, at: start).nextLook(after: start) == start + .seconds(1))
    }
}
