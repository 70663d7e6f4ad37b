import Exports
import Testing

@Suite("The formats of an export")
struct ExportFormatTests {
    @Test("a file's ending tells the format", arguments: ["a.csv", "b/c.CSV", "x.y.csv"])
    func csv(path: String) {
        #expect(ExportFormat(ofFile: path) == .csv)
    }

    @Test("other endings tell their own or nothing")
    func others() {
        #expect(ExportFormat(ofFile: "a.jsonl") == .jsonl)
        #expect(ExportFormat(ofFile: "a.ndjson") == .jsonl)
        #expect(ExportFormat(ofFile: "a.txt") == nil)
        #expect(ExportFormat(ofFile: "-") == nil)
    }

    @Test("names are read whatever their case, and a wrong one is told the nearest")
    func names() {
        #expect(ExportFormat(name: "JSONL") == .jsonl)
        #expect(ExportFormat(name: "xlsx") == nil)
        #expect(ExportFormat.hint(for: "cvs") == "; did you mean 'csv'?")
        #expect(ExportFormat.hint(for: "parquet") == "; write csv or jsonl")
    }
}
