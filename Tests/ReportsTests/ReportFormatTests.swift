import CSV
import Testing

@testable import Reports

@Suite("Formats by name")
struct ReportFormatTests {
    @Test("A format is found by the extension of its files and suits the locale")
    func named() throws {
        #expect(try ReportFormat.named("md", locale: .ru) == .markdown(MarkdownFormat(locale: .ru)))
        #expect(try ReportFormat.named("CSV", locale: .ru) == .csv(CSVFormat(options: .excelRu, locale: .ru)))
        #expect(try ReportFormat.named("csv", locale: .en) == .csv(CSVFormat(options: .rfc4180, locale: .en)))
    }

    @Test("An unknown one is answered with the nearest and all there are")
    func unknown() {
        let error = #expect(throws: ReportFormatError.self) { try ReportFormat.named("cvs", locale: .en) }
        #expect(error?.description == "The format 'cvs' isn't known; did you mean csv? There are md and csv.")
        let other = #expect(throws: ReportFormatError.self) { try ReportFormat.named("docx", locale: .en) }
        #expect(other?.description == "The format 'docx' isn't known; there are md and csv.")
    }

    @Test("Every format writes every report")
    func render() throws {
        for name in ReportFormat.names {
            for locale in ReportLocale.allCases {
                let files = try ReportFormat.named(name, locale: locale).render(WeeklyReport.report)
                #expect(files.count == 1 && files[0].fileExtension == name && !files[0].bytes.isEmpty)
            }
        }
    }

    @Test("Rows are filled up or cut to the columns")
    func raggedRows() {
        let table = Table(
            columns: [Column(field: "A"), Column(field: "B")],
            rows: [[.integer(1)], [.integer(1), .integer(2), .integer(3)]])
        #expect(table.rows == [[.integer(1), .null], [.integer(1), .integer(2)]])
    }
}
