import Testing

@testable import DemoPortal

@Suite("The pace of a handler")
struct HandlerPaceTests {
    @Test("is slowed by each slow or missing answer, up to a minute, and recovers")
    func pauses() {
        var pace = HandlerPace()
        var pauses: [Double] = []
        for seconds in [0.5, 2, nil, 2, 0.1, 0.1, 0.1] as [Double?] {
            _ = pace.answered(after: seconds, at: 100)
            pauses.append(pace.pause)
        }
        #expect(pauses == [0, 1, 2, 4, 2, 1, 0])
        #expect(pace.free < 0)
        for _ in 0..<10 { _ = pace.answered(after: nil, at: 100) }
        #expect(pace.pause == HandlerPace.longest && pace.free == 100 + HandlerPace.longest)
    }

    @Test("tells which answers were slow")
    func slowness() {
        var pace = HandlerPace()
        let told = [HandlerPace.patience, HandlerPace.patience + 0.1, nil].map { pace.answered(after: $0, at: 0) }
        #expect(told == [false, true, true])
    }
}
