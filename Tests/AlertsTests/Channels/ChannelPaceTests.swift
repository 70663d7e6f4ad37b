import Testing

@testable import Alerts

@Suite struct ChannelPaceTests {
    @Test("pauses double from a minute to an hour")
    func pauses() {
        var pace = ChannelPace()
        var moment = 0.0
        var pauses: [Double] = []
        for _ in 1...9 {
            let next = pace.failed(at: moment)
            pauses.append(next - moment)
            moment = next
        }
        #expect(pauses == [60, 120, 240, 480, 960, 1920, 3600, 3600, 3600])
    }

    @Test("a channel is left alone until its pause is over")
    func paused() {
        var pace = ChannelPace()
        #expect(!pace.isPaused(at: 0))
        _ = pace.failed(at: 100)
        #expect(pace.isPaused(at: 100) && pace.isPaused(at: 159) && !pace.isPaused(at: 160))
    }

    @Test("a channel that works again begins anew")
    func success() {
        var pace = ChannelPace()
        for moment in [0.0, 60, 180] { _ = pace.failed(at: moment) }
        pace.succeeded()
        #expect(!pace.isPaused(at: 181) && pace == ChannelPace())
        let next = pace.failed(at: 1000)
        #expect(next == 1060)
    }

    @Test("a clock that is set back by a day keeps no channel waiting")
    func setBack() {
        var pace = ChannelPace()
        _ = pace.failed(at: 100_000)
        #expect(!pace.isPaused(at: 13_600))
    }
}
