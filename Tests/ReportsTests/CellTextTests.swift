import Testing

@testable import Reports

@Suite("The text of a cell")
struct CellTextTests {
    private func text(
        _ value: CellValue, _ format: ColumnFormat?, decimals: Int? = nil, currency: String? = "RUB",
        locale: ReportLocale = .en
    ) -> String {
        let column = Column(field: "A", format: format, decimals: decimals)
        return CellText(column, values: [value], currency: currency, locale: locale).text(value)
    }

    @Test("Without a format a value is shown as it is, numbers ungrouped")
    func plain() {
        #expect(text(.null, nil) == "")
        #expect(text(.bool(true), nil) == "Yes")
        #expect(text(.integer(1_234_567), nil) == "1234567")
        #expect(text(.double(1234.5), nil, locale: .ru) == "1234,5")
        #expect(text(.double(0.1 + 0.2), nil) == "0.3")
        #expect(text(.double(1e300), nil) == "1e+300")
        #expect(text(.text("0012.50"), nil) == "0012.50")
        #expect(text(.integer(5), nil, decimals: 2) == "5.00")
    }

    @Test("Numeric formats take numbers and numeric text alike")
    func numeric() {
        for value in [CellValue.integer(1_234), .double(1234), .text("1234.00")] {
            #expect(text(value, .integer) == "1,234")
            #expect(text(value, .number) == "1,234")
            #expect(text(value, .number, decimals: 1) == "1,234.0")
            #expect(text(value, .money) == "₽1,234")
            #expect(text(value, .percent) == "123,400%")
        }
        #expect(text(.double(1.23456), .number) == "1.2346")
        #expect(text(.double(2.5), .integer) == "3")
    }

    @Test("A value that doesn't fit its format is shown as it is")
    func misfits() {
        for format in ColumnFormat.allCases where format != .boolean {
            #expect(text(.text("по договорённости"), format) == "по договорённости")
        }
        #expect(text(.text(""), .money) == "")
        #expect(text(.bool(false), .integer) == "No")
        #expect(text(.integer(20_261_124), .date) == "20261124")
        #expect(text(.text("soon"), .datetime) == "soon")
        #expect(text(.double(1e300), .money) == "1e+300")
    }

    @Test("Dates lose their time only where a date is asked for")
    func dates() {
        #expect(text(.text("2026-11-24T15:04:05+03:00"), .date) == "24 Nov 2026")
        #expect(text(.text("2026-11-24T15:04:05+03:00"), .datetime, locale: .ru) == "24.11.2026 15:04")
        #expect(text(.text("2026-11-24"), .datetime) == "24 Nov 2026")
    }

    @Test("Booleans come in many forms")
    func booleans() {
        for value in [CellValue.bool(true), .text("Y"), .text("1"), .integer(1)] {
            #expect(text(value, .boolean, locale: .ru) == "Да")
        }
        for value in [CellValue.bool(false), .text("N"), .text("0"), .integer(0)] {
            #expect(text(value, .boolean) == "No")
        }
        #expect(text(.text("maybe"), .boolean) == "maybe")
    }

    @Test("Amounts of a column have decimals if one of them needs some")
    func moneyDecimals() {
        let column = Column(field: "A", format: .money, currency: "USD")
        let whole = CellText(column, values: [.text("5.00"), .null, .text("x")], currency: "RUB", locale: .en)
        #expect(whole.text(.text("5.00")) == "$5")
        let mixed = CellText(column, values: [.integer(5), .double(0.5)], currency: "RUB", locale: .en)
        #expect(mixed.text(.integer(5)) == "$5.00")
        #expect(text(.double(1234.5), .money, currency: "JPY") == "¥1,235")
        #expect(text(.double(1234.5), .money, currency: nil) == "1,234.50")
    }
}
