import Testing
import Timetable

@Suite("What happens while an earlier run is unfinished")
struct OverlapPolicyTests {
    @Test("Each word is read")
    func reads() throws {
        for policy in OverlapPolicy.allCases { #expect(try OverlapPolicy(policy.rawValue.uppercased()) == policy) }
    }

    @Test("Another word is answered with the nearest one or with all")
    func mistakes() {
        let near = #expect(throws: ScheduleError.self) { try OverlapPolicy("skipp") }
        #expect(near?.description == "overlap can't be \"skipp\"; did you mean \"skip\"?")
        let far = #expect(throws: ScheduleError.self) { try OverlapPolicy("whatever") }
        #expect(far?.description == "overlap can't be \"whatever\"; write \"skip\", \"queue\" or \"replace\"")
    }
}
