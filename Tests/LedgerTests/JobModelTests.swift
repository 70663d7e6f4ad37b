import Testing
import Trials

@testable import Ledger

@Suite struct JobModelTests {
    /// The ledger and the model side by side.
    private struct Pair {
        let ledger: Ledger
        var model = JobModel()
        var random: SeededRandom
        var now = 0
        var number = 0

        mutating func step() async throws {
            now += Int.random(in: 0...2, using: &random)
            switch Int.random(in: 0..<10, using: &random) {
            case 0..<4: try await record()
            case 4..<6: try await claim()
            case 6..<8: try await finish()
            case 8: try await cancel()
            default: try await retry()
            }
        }

        private mutating func record() async throws {
            number += 1
            let lane: String? = ["l", "m", nil].randomElement(using: &random) ?? nil
            let script = Bool.random(using: &random) ? "s" : "t"
            let (coalesces, wait) = (Bool.random(using: &random), Int.random(in: 0...2, using: &random))
            _ = try await ledger.record(
                .of("\(number)", lane: lane, at: now, script: script, coalesces: coalesces, wait: Double(wait)))
            model.record(script: script, lane: lane, coalesces: coalesces, ready: now + wait)
        }

        private mutating func claim() async throws {
            let (most, each) = (Int.random(in: 1...4, using: &random), Int.random(in: 1...3, using: &random))
            let claims = try await ledger.take(most, at: now, limits: JobLimits(standard: each))
            let begun = model.claim(most: most, each: each, now: now)
            #expect(claims.map { $0.job.id - 1 } == begun)
            for (claim, index) in zip(claims, begun) { model.set(run: claim.run, of: index) }
        }

        private mutating func finish() async throws {
            let running = model.jobs.indices.filter { model.jobs[$0].state == .running }
            guard let index = running.randomElement(using: &random), let run = model.jobs[index].run else { return }
            let ready = now + Int.random(in: 0...5, using: &random)
            let endings: [Ending] = [
                .done, .dead(reason: ""), .retry(at: at(ready), reason: ""), .snoozed(until: at(ready), reason: ""),
                .handedBack(reason: ""), .interrupted(reason: ""), .cancelled(reason: ""),
            ]
            let ending = endings.randomElement(using: &random) ?? .done
            #expect(try await ledger.finish(run: run, owner: "me", ending: ending, now: at(now)) != nil)
            model.finish(index, ending, ready: ending.ready == nil ? nil : ready)
        }

        private mutating func cancel() async throws {
            let candidates = model.jobs.indices.filter { model.jobs[$0].state != .running }
            guard let index = candidates.randomElement(using: &random) else { return }
            let expected = model.cancel(index)
            #expect(try await ledger.cancel(index + 1, reason: "", now: at(now)) == expected)
        }

        private mutating func retry() async throws {
            guard let index = model.jobs.indices.randomElement(using: &random) else { return }
            let expected = model.retry(index, now: now)
            #expect(try await ledger.retry(index + 1, now: at(now)) == expected)
        }
    }

    @Test("whatever happens to jobs, the ledger does what the model says", arguments: 0..<12)
    func model(seed: UInt64) async throws {
        let place = try ScratchLedger()
        var pair = Pair(ledger: try place.open(), random: SeededRandom(seed: seed))
        for _ in 0..<150 {
            try await pair.step()
            let jobs = try await Array(pair.ledger.jobs(most: 1_000).reversed())
            #expect(jobs.map(\.state) == pair.model.jobs.map(\.state))
            #expect(jobs.map(\.attempts) == pair.model.jobs.map(\.attempts))
            #expect(jobs.map(\.ready) == pair.model.jobs.map { at($0.ready) })
        }
        pair.ledger.close()
    }
}
