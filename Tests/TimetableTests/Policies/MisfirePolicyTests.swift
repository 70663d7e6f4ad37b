import Testing
import Timetable

@Suite("What becomes of missed slots")
struct MisfirePolicyTests {
    @Test("Without words it is one run, 24 at the most, and a minute of grace")
    func usual() throws {
        let policy = try MisfirePolicy(nil)
        #expect(policy == MisfirePolicy())
        #expect(policy.choice == .once && policy.catchUp == 24 && policy.grace == 60)
    }

    @Test("Words and numbers are read")
    func reads() throws {
        let policy = try MisfirePolicy("All", catchUp: 100, grace: TimeLength("5m"))
        #expect(policy.choice == .all && policy.catchUp == 100 && policy.grace == 300)
        #expect(try MisfirePolicy("skip").choice == .skip)
    }

    @Test("Another word is answered with the nearest one, another number with its bounds")
    func mistakes() {
        let word = #expect(throws: ScheduleError.self) { try MisfirePolicy("onse") }
        #expect(word?.description == "misfire can't be \"onse\"; did you mean \"once\"?")
        for number in [0, -1, 1_001] {
            let error = #expect(throws: ScheduleError.self) { try MisfirePolicy("all", catchUp: number) }
            #expect(error?.description == "catch_up can't be \(number); write a number from 1 to 1000")
        }
    }
}
