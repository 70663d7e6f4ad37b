import CSV
import Testing

@testable import Reports

@Suite("A cell of CSV")
struct CSVCellTests {
    private func text(_ value: CellValue, _ format: ColumnFormat?, _ options: CSVOptions = .rfc4180) -> String {
        CSVCell(options: options).text(value, format: format)
    }

    @Test(
        "Text that a spreadsheet would run gets an apostrophe",
        arguments: [
            "=1+1", "+1", "-1+cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", "\rx", "\n=1", " =1", "\u{A0}=1", "\"=1", "'=1",
            "' \"=1",
            "＝1", "＋1", "－1", "＠x", "\u{FEFF}=1", "\u{200B}=1", "\0=1", "-", "=",
        ])
    func formulas(hostile: String) {
        for format in [nil, .text, .money, .date, .datetime, .boolean] as [ColumnFormat?] {
            #expect(text(.text(hostile), format) == (format == .money && hostile == "+1" ? "1" : "'" + hostile))
        }
    }

    @Test("Other text stays as it is", arguments: ["", "a=1", "1-1", "Иванов", "'quoted'", "5", "#5", "100%", "x\t=1"])
    func harmless(harmless: String) {
        #expect(text(.text(harmless), nil) == harmless)
        #expect(Formula.defused(harmless) == harmless)
    }

    @Test("Numbers are bare, negative ones too")
    func numbers() {
        #expect(text(.integer(-5), nil) == "-5")
        #expect(text(.text("-5"), .integer) == "-5")
        #expect(text(.text("-5.00"), nil) == "-5.00")
        #expect(text(.text("+5.00"), .money) == "5.00")
        #expect(text(.text("-5"), .text) == "'-5")
        #expect(text(.text("1000.00"), .money, .excelRu) == "1000,00")
        #expect(text(.double(-0.5), nil, .excelRu) == "-0,5")
        #expect(text(.double(0.5), .percent) == "0.5")
    }

    @Test("Dates are ISO texts, booleans words")
    func datesAndBooleans() {
        #expect(text(.text("2026-11-24T15:04:05+03:00"), .date) == "2026-11-24")
        #expect(text(.text("2026-11-24T15:04:05+03:00"), .datetime) == "2026-11-24T15:04:05+03:00")
        #expect(text(.text("Y"), .boolean) == "true")
        #expect(text(.integer(0), .boolean) == "false")
        #expect(text(.integer(7), .boolean) == "7")
        #expect(text(.bool(true), nil) == "true")
        #expect(text(.text("Y"), nil) == "Y")
        #expect(text(.null, .money) == "")
    }
}
