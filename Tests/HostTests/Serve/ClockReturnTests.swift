import Testing

@testable import Host

@Suite("A clock that may have been ahead")
struct ClockReturnTests {
    @Test func `it was ahead when it is seen to be set back`() {
        var clock = ClockReturn()
        let looks = [1_000.0, 1_015, 955, 954].map { clock.look(at: $0) }
        #expect(looks == [false, false, false, false])
        let back = clock.look(at: 800)
        #expect(back)
        let later = clock.look(at: 815)
        #expect(later)
    }

    @Test func `a machine that has just begun may not know the time yet`() {
        var clock = ClockReturn()
        let looks = (1...ClockReturn.enough).map { clock.look(at: Double($0 * 15)) }
        #expect(looks.dropLast().allSatisfy { !$0 } && looks.last == true)
        // It is set ahead then, which says nothing against it.
        let ahead = clock.look(at: 1_000_000)
        #expect(ahead)
    }
}
