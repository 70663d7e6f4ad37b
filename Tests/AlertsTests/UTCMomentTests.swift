import Testing

@testable import Alerts

@Suite struct UTCMomentTests {
    @Test(
        "a moment is written as mail has it",
        arguments: [
            (0, "Thu, 01 Jan 1970 00:00:00 +0000"), (951_782_400, "Tue, 29 Feb 2000 00:00:00 +0000"),
            (1_700_000_000.9, "Tue, 14 Nov 2023 22:13:20 +0000"), (-1, "Wed, 31 Dec 1969 23:59:59 +0000"),
            (4_107_542_399, "Sun, 28 Feb 2100 23:59:59 +0000"), (4_107_542_400, "Mon, 01 Mar 2100 00:00:00 +0000"),
            (.infinity, "Fri, 31 Dec 9999 23:59:59 +0000"), (-.infinity, "Mon, 01 Jan 0001 00:00:00 +0000"),
            (.nan, "Thu, 01 Jan 1970 00:00:00 +0000"),
        ])
    func mail(seconds: Double, text: String) {
        #expect(UTCMoment(seconds).mailDate == text)
    }
}
