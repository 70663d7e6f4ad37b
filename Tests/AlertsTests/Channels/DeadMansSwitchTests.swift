import Testing

@testable import Alerts

@Suite struct DeadMansSwitchTests {
    @Test("a heartbeat leaves at its interval, only while all is well, and at once when it is well again")
    func interval() {
        var heartbeat = DeadMansSwitch(every: 60)
        #expect(heartbeat.isDue(at: 0, isHealthy: true))
        #expect(!heartbeat.isDue(at: 0, isHealthy: false))
        heartbeat.called(at: 0)
        #expect(!heartbeat.isDue(at: 59, isHealthy: true))
        #expect(heartbeat.isDue(at: 60, isHealthy: true))
        #expect(!heartbeat.isDue(at: 500, isHealthy: false))
        #expect(heartbeat.isDue(at: 501, isHealthy: true))
    }

    @Test("a clock that was set back doesn't silence it")
    func setBack() {
        var heartbeat = DeadMansSwitch(every: 60)
        heartbeat.called(at: 1000)
        #expect(heartbeat.isDue(at: 10, isHealthy: true))
    }
}
