import CSV
import Testing
import Trials

@testable import Reports

@Suite("CSV")
struct CSVFormatTests {
    private func csv(_ table: Table, _ options: CSVOptions, _ locale: ReportLocale = .en) -> String {
        WeeklyReport.text(
            CSVFormat(options: options, locale: locale).render(Report(title: "R", blocks: [.table(table)])).first)
    }

    @Test("RFC 4180: commas, points, CRLF, ISO dates, no totals")
    func standard() {
        #expect(
            csv(WeeklyReport.table, .rfc4180)
                == "Менеджер,Сделки,Сумма,Доля,Закрыта\r\nПетрова|*,12,1234567.50,0.6213,2026-11-18\r\n"
                + "Ким 金,7,-752300.00,0.3787,\r\n'=cmd(),1,по договорённости,,2026-11-16\r\n")
    }

    @Test("For a Russian Excel: semicolons, decimal commas, a byte order mark")
    func russianExcel() {
        #expect(
            csv(WeeklyReport.table, .excelRu, .ru)
                == "\u{FEFF}Менеджер;Сделки;Сумма;Доля;Закрыта\r\nПетрова|*;12;1234567,50;0,6213;2026-11-18\r\n"
                + "Ким 金;7;-752300,00;0,3787;\r\n'=cmd();1;по договорённости;;2026-11-16\r\n")
    }

    @Test("Options: no header, all quoted, line feeds, totals")
    func options() {
        let options = CSVOptions(
            delimiter: .tab, decimalComma: true, lineEnding: .lf, quoting: .all, header: false, totals: true)
        let table = Table(
            columns: [Column(field: "A"), Column(field: "B", total: .sum), Column(field: "C")],
            rows: [[.text("x\"y"), .double(0.1), .null], [.bool(true), .double(0.2), .null]])
        #expect(
            csv(table, options, .ru)
                == "\"x\"\"y\"\t\"0,1\"\t\"\"\n\"true\"\t\"0,2\"\t\"\"\n\"Итого\"\t\"0,3\"\t\"\"\n")
    }

    @Test("One file for each table, none for a report without tables")
    func files() {
        let table = Table(columns: [Column(field: "A")], rows: [])
        let report = Report(
            title: "R", blocks: [.table(table), .chart(WeeklyReport.chart), .table(table), .text("x"), .table(table)])
        let files = CSVFormat().render(report)
        #expect(files.map(\.suffix) == ["", "-2", "-3"])
        #expect(files.allSatisfy { $0.fileExtension == "csv" && $0.bytes == Array("A\r\n".utf8) })
        #expect(CSVFormat().render(Report(title: "R", blocks: [.text("x")])).isEmpty)
    }

    @Test("A row of one empty cell is not an empty line")
    func emptyRow() {
        #expect(csv(Table(columns: [Column(field: "A")], rows: [[.null]]), .rfc4180) == "A\r\n\"\"\r\n")
    }

    @Test("What an independent reader reads back are the cells")
    func roundTrip() throws {
        var random = SeededRandom(seed: 4180)
        for options in [CSVOptions.rfc4180, .excelRu, CSVOptions(delimiter: .tab, quoting: .all)] {
            let cell = CSVCell(options: options)
            for _ in 0..<150 {
                let columns = (1...Int.random(in: 1...5, using: &random)).map { _ in
                    Column(
                        field: HostileText.make(using: &random),
                        format: ColumnFormat.allCases.randomElement(using: &random))
                }
                let rows = (0..<Int.random(in: 0...5, using: &random)).map { _ in
                    columns.map { _ in HostileText.cell(using: &random) }
                }
                let table = Table(columns: columns, rows: rows)
                let file = try #require(
                    CSVFormat(options: options).render(Report(title: "", blocks: [.table(table)])).first)
                let bytes = options.bom ? Array(file.bytes.dropFirst(3)) : file.bytes
                let delimiter = try #require(options.delimiter.rawValue.asciiValue)
                let records = try CSVReader.records(bytes, delimiter: delimiter)
                let expected =
                    [columns.map { Formula.defused($0.heading) }]
                    + rows.map { row in zip(row, columns).map { cell.text($0, format: $1.format) } }
                try #require(records.map { $0.map { Array($0.utf8) } } == expected.map { $0.map { Array($0.utf8) } })
            }
        }
    }
}
