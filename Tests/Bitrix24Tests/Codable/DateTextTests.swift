import Testing
import Trials

@testable import Bitrix24

/// Moments as text.
@Suite struct DateTextTests {
    @Test(
        "a moment is read with its offset",
        arguments: [
            ("1970-01-01T00:00:00+00:00", 0.0), ("1970-01-01T03:00:00+03:00", 0), ("1969-12-31T23:00:00-01:00", 0),
            ("2026-03-01T12:00:00Z", 1_772_366_400), ("2024-02-29 00:00:00+0000", 1_709_164_800),
            ("1970-01-01T00:00:01.500Z", 1.5), ("0001-01-01T00:00:00Z", -62_135_596_800),
        ])
    func reads(text: String, seconds: Double) { #expect(DateText.read(text) == seconds) }

    @Test(
        "what is no moment, or of no known zone, is not read",
        arguments: [
            "", "2026-03-01", "2026-03-01T12:00:00", "2026-02-29T00:00:00Z", "2026-13-01T00:00:00Z", "01.03.2026",
            "2026-03-01T24:00:00Z", "2026-03-01T12:60:00Z", "2026-03-01T12:00:00+3", "2026-03-01T12:00:00Zx",
            "2026-03-01T12:00:00.Z", "2026-00-01T00:00:00Z", "2026-03-00T00:00:00Z", "1900-02-29T00:00:00Z",
        ])
    func refuses(text: String) { #expect(DateText.read(text) == nil) }

    @Test("what is written is read again, in all years")
    func roundTrip() {
        var random = SeededRandom(seed: 1)
        for _ in 0..<5_000 {
            let seconds = Double(Int.random(in: -62_135_596_800..<253_402_300_800, using: &random))
            #expect(DateText.write(seconds).flatMap(DateText.read) == seconds)
        }
        #expect(DateText.write(1_772_366_400.9) == "2026-03-01T12:00:00+00:00")
        #expect(DateText.write(.infinity) == nil && DateText.write(.nan) == nil && DateText.write(1e12) == nil)
    }
}
