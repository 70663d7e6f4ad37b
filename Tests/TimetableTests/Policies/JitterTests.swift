import Testing
import Timetable

@Suite("Jitter")
struct JitterTests {
    @Test("It is the same for a script and a slot, and never as long as its bound")
    func bounds() throws {
        let jitter = try Jitter("1m")
        for number in 0..<500 {
            let slot = Moment(unixSeconds: 1_794_776_400 + number * 60)
            let delay = jitter.delay(script: "weekly_sales", slot: slot)
            #expect((0..<60).contains(delay))
            #expect(delay == Jitter(seconds: 60).delay(script: "weekly_sales", slot: slot))
        }
        // Written down, as a restart with a newer program must not change it.
        #expect(jitter.delay(script: "weekly_sales", slot: Moment(unixSeconds: 1_794_776_400)) == 39)
    }

    @Test("Scripts of one slot are spread evenly, and so are the slots of one script")
    func spread() {
        let jitter = Jitter(seconds: 10)
        let slot = Moment(unixSeconds: 1_794_776_400)
        var byScript = [Int](repeating: 0, count: 10)
        var bySlot = [Int](repeating: 0, count: 10)
        for number in 0..<10_000 {
            byScript[jitter.delay(script: "script_\(number)", slot: slot)] += 1
            bySlot[jitter.delay(script: "a", slot: slot.adding(seconds: number * 3_600))] += 1
        }
        #expect(byScript.allSatisfy { (850...1_150).contains($0) }, "\(byScript)")
        #expect(bySlot.allSatisfy { (850...1_150).contains($0) }, "\(bySlot)")
    }

    @Test("No jitter is no delay")
    func none() {
        #expect(Jitter.none.delay(script: "a", slot: .latest) == 0)
        #expect(Jitter(seconds: -5).delay(script: "a", slot: .earliest) == 0)
        #expect(Jitter(seconds: 1).delay(script: "a", slot: .earliest) == 0)
    }
}
