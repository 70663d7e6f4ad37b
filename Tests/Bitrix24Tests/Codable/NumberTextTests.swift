import Testing

@testable import Bitrix24

/// Numbers as text.
@Suite struct NumberTextTests {
    @Test("numbers are recognized", arguments: ["0", "-1", "+5", "1000.00", "1e5", "1.5E-7", "007"])
    func numbers(text: String) { #expect(NumberText.isNumber(text)) }

    @Test(
        "what only resembles a number is none",
        arguments: ["", "-", ".", "1.", ".5", "1e", "e5", "1-2", "1.2.3", "0x1", "nan", "inf", " 1", "1 ", "1,0", "٣"])
    func others(text: String) { #expect(!NumberText.isNumber(text)) }

    @Test("a whole number may have a fraction of zeros and no other")
    func whole() {
        #expect(NumberText.whole("1000.00") == "1000" && NumberText.whole("5") == "5")
        #expect(NumberText.whole("5.01") == nil && NumberText.whole("5.") == nil && NumberText.whole("5.0.0") == nil)
    }
}
