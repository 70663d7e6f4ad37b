import Testing

@testable import Reports

@Suite("A locale")
struct ReportLocaleTests {
    private func visible(_ text: String?) -> String? {
        text.map { String($0.map { $0 == "\u{A0}" ? "␣" : $0 }) }
    }

    @Test("Locales are found by language, whatever follows it")
    func identifiers() {
        for identifier in ["ru", "RU", "ru_RU", "ru-RU", "ru_RU.UTF-8"] {
            #expect(ReportLocale(identifier: identifier) == .ru)
        }
        #expect(ReportLocale(identifier: "en-GB") == .en)
        for identifier in ["", "de", "russian", "C"] { #expect(ReportLocale(identifier: identifier) == nil) }
    }

    @Test(
        "Numbers are grouped and marked as the language has it",
        arguments: [
            ("0", 0, "0", "0"), ("999", 0, "999", "999"), ("1000", 0, "1␣000", "1,000"),
            ("-1234567.891", 2, "-1␣234␣567,89", "-1,234,567.89"), ("-0.004", 2, "0,00", "0.00"),
            ("12", 3, "12,000", "12.000"), ("999999.995", 2, "1␣000␣000,00", "1,000,000.00"),
        ])
    func numbers(text: String, decimals: Int, russian: String, english: String) throws {
        let number = try #require(DecimalNumber(text))
        #expect(visible(ReportLocale.ru.written(number, decimals: decimals)) == russian)
        #expect(visible(ReportLocale.en.written(number, decimals: decimals)) == english)
    }

    @Test(
        "Money has its symbol where the language puts it",
        arguments: [
            ("RUB", "-1␣234,50␣₽", "-₽1,234.50"), ("USD", "-1␣234,50␣$", "-$1,234.50"),
            ("KGS", "-1␣234,50␣KGS", "-KGS␣1,234.50"), (nil, "-1␣234,50", "-1,234.50"),
        ] as [(String?, String, String)])
    func money(currency: String?, russian: String, english: String) throws {
        let number = try #require(DecimalNumber("-1234.5"))
        #expect(visible(ReportLocale.ru.money(number, currency: currency, decimals: 2)) == russian)
        #expect(visible(ReportLocale.en.money(number, currency: currency, decimals: 2)) == english)
    }

    @Test("Shares are percentages")
    func percent() throws {
        let share = try #require(DecimalNumber("0.15349"))
        #expect(visible(ReportLocale.ru.percent(share, decimals: nil)) == "15,3␣%")
        #expect(ReportLocale.en.percent(share, decimals: 0) == "15%")
        #expect(ReportLocale.en.percent(DecimalNumber(1), decimals: nil) == "100%")
    }

    @Test(
        "Dates are reordered, never moved to another zone",
        arguments: [
            ("2026-11-04", "04.11.2026", "4 Nov 2026"),
            ("2026-11-24T15:04:05+03:00", "24.11.2026 15:04", "24 Nov 2026, 15:04"),
            ("2026-11-24 00:00:00", "24.11.2026 00:00", "24 Nov 2026, 00:00"),
        ])
    func dates(text: String, russian: String, english: String) {
        #expect(ReportLocale.ru.dateTime(text) == russian)
        #expect(ReportLocale.en.dateTime(text) == english)
        #expect(ReportLocale.ru.date(text) == String(russian.prefix(10)))
    }

    @Test(
        "What isn't an ISO date is left to others",
        arguments: [
            "", "24.11.2026", "2026-13-01", "2026-11-32", "2026-11-24T", "2026-11-24T25:00", "2026-11-24 tomorrow",
            "2026-11-24T15:04|x", "2026-1-1", "٢٠٢٦-11-24", "2026-11-2é",
        ])
    func noDates(text: String) {
        #expect(ReportLocale.ru.date(text) == nil)
        #expect(ReportLocale.ru.dateTime(text) == nil)
    }

    @Test("A period is one date or two")
    func periods() {
        #expect(ReportLocale.ru.periodLabel(first: "2026-11-16", last: "2026-11-22") == "16.11.2026 – 22.11.2026")
        #expect(ReportLocale.en.periodLabel(first: "2026-11-16", last: "2026-11-16") == "16 Nov 2026")
        #expect(ReportLocale.en.periodLabel(first: "then", last: "now") == "then – now")
    }
}
