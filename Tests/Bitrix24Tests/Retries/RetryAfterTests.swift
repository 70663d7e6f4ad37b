import Testing

@testable import Bitrix24

@Suite struct RetryAfterTests {
    @Test("seconds are read, and nobody is believed for more than a day")
    func seconds() {
        #expect(RetryAfter.seconds(in: "120") == 120)
        #expect(RetryAfter.seconds(in: " 0") == 0)
        #expect(RetryAfter.seconds(in: String(repeating: "9", count: 400)) == 86_400)
    }

    @Test(
        "a date and anything else says nothing", arguments: ["Wed, 21 Oct 2026 07:28:00 GMT", "-5", "1.5", "", "1e9"])
    func others(value: String) {
        #expect(RetryAfter.seconds(in: value) == nil)
        #expect(RetryAfter.seconds(in: nil) == nil)
    }
}
