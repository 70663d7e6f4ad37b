import NIOCore
import Testing

@testable import Ingress

@Suite struct ComplaintPaceTests {
    @Test func `the first time is told, the next ones are counted until the pause is over`() {
        var pace = ComplaintPace<String>()
        let start = NIODeadline.uptimeNanoseconds(1_000_000_000)
        #expect(pace.count("a", at: start) == 1)
        #expect(pace.count("a", at: start + .seconds(1)) == nil)
        #expect(pace.count("a", at: start + .seconds(59)) == nil)
        #expect(pace.count("b", at: start + .seconds(59)) == 1)
        #expect(pace.count("a", at: start + .seconds(60)) == 3)
        #expect(pace.count("a", at: start + .seconds(61)) == nil)
        #expect(pace.count("a", at: start + .seconds(500)) == 2)
    }
}
