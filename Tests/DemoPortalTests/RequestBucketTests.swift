import JSON
import Testing

@testable import DemoPortal

@Suite("The counter of requests")
struct RequestBucketTests {
    private static func admitted(_ count: Int, _ bucket: inout RequestBucket, at now: Double) -> [Bool] {
        var admitted: [Bool] = []
        for _ in 0..<count { admitted.append(bucket.admits(at: now)) }
        return admitted
    }

    @Test("takes as many at once as it holds, and then as many as it forgets")
    func leaks() {
        var bucket = RequestBucket(.standard)
        let burst = RequestBucketTests.admitted(60, &bucket, at: 1_000)
        #expect(burst == Array(repeating: true, count: 50) + Array(repeating: false, count: 10))
        #expect(RequestBucketTests.admitted(1, &bucket, at: 1_000.4) == [false])
        #expect(RequestBucketTests.admitted(1, &bucket, at: 1_000.5) == [true])
        #expect(RequestBucketTests.admitted(1, &bucket, at: 1_000.5) == [false])
        for step in 1...100 {
            let isAdmitted = bucket.admits(at: 1_000.5 + Double(step) / 2)
            #expect(isAdmitted, "step \(step)")
        }
        let idle = RequestBucketTests.admitted(60, &bucket, at: 9_000)
        #expect(idle.count { $0 } == 50)
    }

    @Test("goes back to nothing and not below, and never runs backwards")
    func bounds() {
        var bucket = RequestBucket(DemoLimits(rate: 10, capacity: 1))
        #expect(RequestBucketTests.admitted(1, &bucket, at: 100) == [true])
        #expect(RequestBucketTests.admitted(1, &bucket, at: 50) == [false])
        #expect(RequestBucketTests.admitted(1, &bucket, at: 1_000) == [true])
        #expect(RequestBucketTests.admitted(1, &bucket, at: 1_000) == [false])
    }

    @Test("refuses with 503 and counts a batch as one request")
    func refusal() throws {
        var options = TestPortal.options(deals: 5)
        let clock = TestClock()
        options.clock = clock.read
        options.limits = DemoLimits(rate: 2, capacity: 3)
        let portal = DemoPortal(options: options)
        let commands = (0..<50).map { "cmd[\($0)]=server.time" }.joined(separator: "&")
        for _ in 0..<3 { #expect(portal.call("batch", commands).status == 200) }
        #expect(Refusal(portal.call("profile")) == Refusal(503, "QUERY_LIMIT_EXCEEDED", "Too many requests"))
        #expect(portal.statistics.refusals == 1)
        #expect(portal.answer("profile").status == 200)
        clock.pass(0.5)
        #expect(portal.call("profile").status == 200)
        #expect(portal.call("profile").status == 503)
        #expect(portal.statistics.requests == 7)
    }
}
