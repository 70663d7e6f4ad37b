import Testing

@testable import Alerts

@Suite struct ChannelPaceTests {
    @Test("pauses double from a minute to an hour, and after a day the message is given up")
    func pauses() {
        var pace = ChannelPace()
        var moment = 0.0
        var pauses: [Double] = []
        while case .retry(let next) = pace.failed(at: moment) {
            pauses.append(next - moment)
            moment = next
        }
        #expect(pauses.prefix(7) == [60, 120, 240, 480, 960, 1920, 3600])
        #expect(pauses.max() == 3600)
        #expect(moment == 86_400)
        #expect(pace == ChannelPace())
    }

    @Test("a channel that works again begins anew")
    func success() {
        var pace = ChannelPace()
        for moment in [0.0, 60, 180] { _ = pace.failed(at: moment) }
        pace.succeeded()
        let decision = pace.failed(at: 1000)
        #expect(decision == .retry(at: 1060))
    }
}
