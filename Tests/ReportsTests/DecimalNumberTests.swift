import Testing
import Trials

@testable import Reports

@Suite("A decimal number")
struct DecimalNumberTests {
    @Test(
        "Text as the portal writes numbers is one",
        arguments: [
            ("1000.00", "1000"), ("-5", "-5"), ("+7.10", "7.1"), (".5", "0.5"), ("5.", "5"), ("-0.00", "0"),
            ("007", "7"), ("0.0000000000000000005", "0.000000000000000001"),
            ("123456789012345678901234567890", "123456789012345678901234567890"),
        ])
    func reads(text: String, plain: String) {
        #expect(DecimalNumber(text)?.plain == plain)
    }

    @Test(
        "Other text is none",
        arguments: [
            "", "-", ".", "+.", "1e5", " 5", "5 ", "0x10", "1,5", "1 000", "--5", "5-", "1.2.3", "NaN", "٣", "５",
        ]
            + [String(repeating: "9", count: 31)])
    func refuses(text: String) {
        #expect(DecimalNumber(text) == nil)
    }

    @Test(
        "A double is the decimal that people see in it",
        arguments: [
            (0.1, "0.1"), (1.005, "1.005"), (-1234567.89, "-1234567.89"), (0.1 + 0.2, "0.3"), (1.15 * 3, "3.45"),
            (1e-5, "0.00001"), (1.5e-17, "0.000000000000000015"), (1e-40, "0"), (-0.0, "0"),
            (1e18, "1000000000000000000"),
            (123456789012345.6, "123456789012346"), (9.95e19, "99500000000000000000"),
            (Double.leastNonzeroMagnitude, "0"),
        ])
    func doubles(double: Double, plain: String) {
        #expect(DecimalNumber(double)?.plain == plain)
    }

    @Test("Doubles beyond its reach are none")
    func hugeDoubles() {
        for double in [1e20, -1e20, 1e300, .infinity, .nan] { #expect(DecimalNumber(double) == nil) }
    }

    @Test(
        "Halves are rounded away from zero on the decimal form",
        arguments: [
            (1.005, 2, "1.01"), (-1.005, 2, "-1.01"), (2.5, 0, "3"), (-0.5, 0, "-1"), (0.4999, 0, "0"),
            (8.345, 2, "8.35"),
            (1e15, 2, "1000000000000000"), (999.995, 2, "1000"), (0.285 * 100, 1, "28.5"), (-0.004, 2, "0"),
        ])
    func rounding(double: Double, decimals: Int, plain: String) {
        #expect(DecimalNumber(double)?.rounded(to: decimals).plain == plain)
    }

    @Test("Sums are exact or refused")
    func sums() throws {
        let tenth = try #require(DecimalNumber(0.1))
        #expect(tenth.adding(try #require(DecimalNumber(0.2)))?.plain == "0.3")
        let cent = try #require(DecimalNumber("0.01"))
        var sum = DecimalNumber.zero
        for _ in 0..<100_000 { sum = try #require(sum.adding(cent)) }
        #expect(sum.plain == "1000")
        let huge = try #require(DecimalNumber(String(repeating: "9", count: 30)))
        #expect(huge.adding(try #require(DecimalNumber("0.0000000000000001"))) == nil)
    }

    @Test("Quotients have ten decimals, percentages are a hundredfold")
    func quotients() {
        #expect(DecimalNumber(10).divided(by: 4)?.plain == "2.5")
        #expect(DecimalNumber(2).divided(by: 3)?.plain == "0.6666666667")
        #expect(DecimalNumber(-1).divided(by: 3)?.plain == "-0.3333333333")
        #expect(DecimalNumber("0.153")?.percent?.plain == "15.3")
        #expect(DecimalNumber("0.5")?.percent?.plain == "50")
        #expect(DecimalNumber(3).percent?.plain == "300")
    }

    @Test("Whatever can be written is read back as the same number")
    func roundTrips() throws {
        var random = SeededRandom(seed: 11)
        for _ in 0..<5_000 {
            let cents = Int.random(in: -1_000_000_000_000...1_000_000_000_000, using: &random)
            let number = DecimalNumber(coefficient: Int128(cents), scale: Int.random(in: 0...9, using: &random))
            let read = try #require(DecimalNumber(number.plain))
            try #require(read.plain == number.plain && !read.isLess(than: number) && !number.isLess(than: read))
            // Up to 15 digits, the way through a double changes nothing.
            try #require(DecimalNumber(number.double)?.plain == number.plain)
        }
    }
}
