import Testing

@testable import lunokhod

@Suite struct ProgressPaceTests {
    @Test("nothing is drawn before a second has passed")
    func patience() {
        var pace = ProgressPace()
        let (early, due) = (pace.isDue(at: .milliseconds(999)), pace.isDue(at: .milliseconds(1_000)))
        #expect(!early)
        #expect(due)
    }

    @Test("there are at most ten drawings a second")
    func interval() {
        var pace = ProgressPace()
        let drawn = (0..<2_000).filter { pace.isDue(at: .milliseconds(1_000 + $0)) }
        #expect(drawn == Array(stride(from: 0, to: 2_000, by: 100)))
    }
}
