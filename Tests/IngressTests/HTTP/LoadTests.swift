import Testing

@testable import Ingress

@Suite struct LoadTests {
    @Test func `what is too much is not counted in`() {
        var limits = ServerLimits()
        limits.mostRequests = 2
        limits.mostBytes = 100
        let load = Load(limits)
        #expect(load.begin())
        #expect(load.begin())
        #expect(!load.begin())
        #expect(load.underWay == 2)
        load.end()
        #expect(load.begin())
        #expect(load.hold(100))
        #expect(!load.hold(1))
        load.release(50)
        #expect(load.hold(50))
    }
}
