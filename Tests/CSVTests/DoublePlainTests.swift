import CSV
import Testing

@Suite("A double as plain decimals")
struct DoublePlainTests {
    @Test(
        "Doubles are written without exponents and read back as the same",
        arguments: [
            (1e16, "10000000000000000"), (1.5e300, "15" + String(repeating: "0", count: 299)), (-1e-7, "-0.0000001"),
            (1.25e-5, "0.0000125"), (3.0, "3"), (0.1 + 0.2, "0.30000000000000004"), (-2.5e17, "-250000000000000000"),
        ])
    func doubles(double: Double, plain: String) {
        #expect(double.plain == plain)
        #expect(Double(plain) == double)
    }
}
