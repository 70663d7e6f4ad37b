import Testing

@testable import Host

@Suite("A portal that doesn't answer")
struct PortalSilenceTests {
    @Test func `it is silent when no call was answered for minutes`() {
        var silence = PortalSilence()
        let first = silence.unanswered("main", at: 1_000)
        #expect(first == nil)
        let other = silence.unanswered("perm", at: 1_299)
        #expect(other == nil)
        let later = silence.unanswered("main", at: 1_300)
        #expect(later == 1_000)
    }

    @Test func `an answer between two calls ends it`() {
        var silence = PortalSilence()
        _ = silence.unanswered("main", at: 1_000)
        silence.answered("main")
        let later = silence.unanswered("main", at: 1_300)
        #expect(later == nil)
    }

    @Test func `two misses that are far apart say nothing of the time between`() {
        var silence = PortalSilence()
        _ = silence.unanswered("main", at: 1_000)
        let late = silence.unanswered("main", at: 1_000 + PortalSilence.apart + 1)
        #expect(late == nil)
        let soon = silence.unanswered("main", at: 1_000 + PortalSilence.apart + 301)
        #expect(soon == 1_000 + PortalSilence.apart + 1)
    }

    @Test func `a clock that is set back begins it anew`() {
        var silence = PortalSilence()
        _ = silence.unanswered("main", at: 1_000)
        let back = silence.unanswered("main", at: 100)
        #expect(back == nil)
        let later = silence.unanswered("main", at: 400)
        #expect(later == 100)
    }
}
