import Ledger
import Testing

@testable import Host

@Suite("How long the settings have things kept")
struct ServeSettingsRetentionTests {
    @Test func `events, jobs that are over and jobs that failed each have their own time`() {
        var keep = ServeSettings.Keeping()
        (keep.events, keep.runs, keep.failures) = (7, 30, 60)
        let retention = keep.retention
        #expect(retention.events == 7 && retention.finished == 30 && retention.failed == 60)
    }

    @Test func `what the settings don't say is kept as the ledger keeps it by itself`() {
        #expect(ServeSettings.Keeping().retention == Retention())
    }

    @Test func `a part of a day is a whole one, so that nothing is removed too early`() {
        var keep = ServeSettings.Keeping()
        keep.runs = 1.25
        #expect(keep.retention.finished == 2)
    }
}
