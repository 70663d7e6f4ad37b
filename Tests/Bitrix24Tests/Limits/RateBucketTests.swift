import Testing
import Trials

@testable import Bitrix24

@Suite struct RateBucketTests {
    @Test("a burst fits, then requests leave at the bucket's rate")
    func burst() {
        var bucket = RateBucket(rate: 2, capacity: 50)
        var now = 100.0
        for _ in 0..<49 {
            #expect(bucket.earliest(at: now) == now)
            bucket.take(at: now)
        }
        now = bucket.earliest(at: now)
        #expect(now > 100 && now <= 100.5)
        bucket.take(at: now)
        #expect(abs(bucket.earliest(at: now) - now - 0.5) < 1e-9)
    }

    @Test(
        "a client that sends whenever it may is never refused and loses little",
        arguments: [(2.0, 50.0), (5.0, 250.0), (1.0, 3.0)])
    func simulation(rate: Double, capacity: Double) {
        var random = SeededRandom(seed: 7)
        var portal = SimulatedBucket(rate: rate, capacity: capacity)
        var bucket = RateBucket(rate: rate, capacity: capacity)
        var now = 0.0
        let count = 2_000
        for _ in 0..<count {
            now = bucket.earliest(at: now)
            bucket.take(at: now)
            // Requests take their time on the way, one more than another.
            _ = portal.arrive(at: now + Double.random(in: 0...0.2, using: &random) / rate)
        }
        #expect(portal.refusals == 0)
        #expect(now <= (Double(count) - capacity) / rate * 1.02 + 1 / rate)
    }

    @Test("over a day with idle hours a full burst is there again after each")
    func day() {
        var portal = SimulatedBucket(rate: 2, capacity: 50)
        var bucket = RateBucket(rate: 2, capacity: 50)
        for hour in 0..<24 {
            let start = Double(hour) * 3600
            for _ in 0..<49 {
                #expect(bucket.earliest(at: start) == start)
                bucket.take(at: start)
                let isLetThrough = portal.arrive(at: start)
                #expect(isLetThrough)
            }
        }
    }

    @Test("a reserve keeps room for others")
    func reserve() {
        var bucket = RateBucket(rate: 2, capacity: 50)
        for _ in 0..<40 { bucket.take(at: 0) }
        #expect(bucket.earliest(at: 0, reserve: 10) > 0)
        #expect(bucket.earliest(at: 0) == 0)
    }

    @Test("a refusal means that the bucket is full, and the next request waits for room")
    func refusal() {
        var bucket = RateBucket(rate: 2, capacity: 50)
        bucket.take(at: 0)
        bucket.refuse(at: 0)
        #expect(bucket.earliest(at: 0) == 0.75)
    }

    @Test("who shares the portal with others finds a rate that works, and gets its own back when they stop")
    func shared() {
        var random = SeededRandom(seed: 5)
        var portal = SimulatedBucket(rate: 2, capacity: 50)
        var bucket = RateBucket(rate: 2, capacity: 50)
        var now = 0.0
        var nextOther = 0.0
        var refused: [Double] = []
        while now < 3_600 {
            now = bucket.earliest(at: now)
            while nextOther < min(now, 1_800) {
                // The others try again until they are let through.
                nextOther += portal.arrive(at: nextOther) ? Double.random(in: 0.5...1.5, using: &random) : 0.05
            }
            bucket.take(at: now)
            if !portal.arrive(at: now) {
                bucket.refuse(at: now)
                refused.append(now)
            }
        }
        #expect(!refused.isEmpty && refused.count < 100)
        #expect(refused.allSatisfy { $0 < 1_801 })
        #expect(abs(bucket.earliest(at: now) - now) <= 0.51)
    }
}
