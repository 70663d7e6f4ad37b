import Testing

@testable import Reports

@Suite("A column's total")
struct ColumnTotalTests {
    private func total(_ kind: Total, _ values: [CellValue], format: ColumnFormat? = nil) -> String {
        let total = ColumnTotal(kind, of: values.map { [$0] }, at: 0)
        let column = Column(field: "A", format: format, total: kind)
        return CellText(column, values: values, total: total, currency: nil, locale: .en).text(total)
    }

    @Test("Sums have no binary noise")
    func sums() {
        #expect(total(.sum, [.double(0.1), .double(0.2)]) == "0.3")
        #expect(total(.sum, [.text("1000.10"), .integer(5), .double(0.25), .null]) == "1005.35")
        let cents = [CellValue](repeating: .double(0.01), count: 100_000)
        #expect(total(.sum, cents, format: .money) == "1,000.00")
        #expect(total(.sum, []) == "0")
    }

    @Test("Values that are no numbers are counted, not lost")
    func leftOut() {
        let sum = ColumnTotal(.sum, of: [[.integer(5)], [.text("?")], [.bool(true)], [.text("")], [.null]], at: 0)
        #expect(sum.leftOut == 2)
        #expect(sum.value == .number(DecimalNumber(5)))
        #expect(ColumnTotal(.sum, of: [[.text("?")]], at: 0).value == nil)
    }

    @Test("Sums beyond 38 digits go on in doubles")
    func hugeSums() {
        #expect(total(.sum, [.double(1e300), .double(1e300)]) == "2e+300")
        #expect(total(.sum, [.double(1e300), .integer(1)]) == "1e+300")
    }

    @Test("Averages of whole numbers have decimals, and of nothing there is none")
    func averages() {
        #expect(total(.average, [.integer(1), .integer(2), .null]) == "1.5")
        #expect(total(.average, [.integer(1), .integer(1), .integer(2)], format: .integer) == "1.33")
        #expect(total(.average, [.text("10.00"), .text("11.00")], format: .money) == "10.50")
        #expect(total(.average, []) == "")
    }

    @Test("Counts leave empty cells out and are counts whatever is counted")
    func counts() {
        #expect(total(.count, [.text("2026-11-24"), .null, .text(""), .bool(false)], format: .date) == "2")
        #expect(total(.count, [.integer(5)], format: .money) == "1")
    }

    @Test("Extremes are taken by number, or by text where not all are numbers")
    func extremes() {
        #expect(total(.max, [.text("9"), .text("10"), .integer(-3)]) == "10")
        #expect(total(.min, [.text("9"), .text("10"), .integer(-3)]) == "-3")
        let dates = [CellValue.text("2026-11-24"), .text("2026-02-03"), .null]
        #expect(total(.min, dates, format: .date) == "3 Feb 2026")
        #expect(total(.max, dates, format: .date) == "24 Nov 2026")
        #expect(total(.max, []) == "")
    }
}
