import Testing
import Trials

@testable import CSV

@Suite("Lines of CSV")
struct CSVLinesTests {
    private func line(_ options: CSVOptions = .rfc4180, _ write: (inout CSVLines, inout OutputBytes) -> Void) -> String
    {
        var lines = CSVLines(options: options)
        var output = OutputBytes()
        write(&lines, &output)
        lines.endLine(to: &output)
        return String(decoding: output.array, as: UTF8.self)
    }

    private func cell(_ text: String, _ options: CSVOptions = CSVOptions(lineEnding: .lf)) -> String {
        let written = line(options) { lines, output in
            Array(text.utf8).withUnsafeBufferPointer { lines.cell(text: $0, to: &output) }
        }
        return String(written.dropLast())
    }

    @Test("a text stands between quotation marks only where it must")
    func quoting() {
        #expect(cell("abc") == "abc")
        #expect(cell("a longer text, with a comma") == "\"a longer text, with a comma\"")
        #expect(cell("say \"no\"") == "\"say \"\"no\"\"\"")
        #expect(cell("a\nb") == "\"a\nb\"")
        #expect(cell(" a") == "\" a\"")
        #expect(cell("a ") == "\"a \"")
        #expect(cell("a;b") == "a;b")
        #expect(cell("a;b", CSVOptions(delimiter: .semicolon, lineEnding: .lf)) == "\"a;b\"")
        #expect(cell("ab", CSVOptions(lineEnding: .lf, quoting: .all)) == "\"ab\"")
        #expect(cell("", CSVOptions(lineEnding: .lf, quoting: .all)) == "\"\"")
    }

    @Test("a formula is defused, a negative number isn't")
    func formulas() {
        #expect(cell("=1") == "'=1")
        #expect(cell("=A1,\"x\"") == "\"'=A1,\"\"x\"\"\"")
        #expect(cell(" =1") == "' =1")
        #expect(cell("+1") == "'+1")
        #expect(cell("-5.00") == "-5.00")
        #expect(cell("-5.00 ") == "\"'-5.00 \"")
        #expect(cell("-cmd") == "'-cmd")
        #expect(cell("«=»") == "«=»")
    }

    @Test("a byte order mark, delimiters and ends of lines are as the options say")
    func layout() {
        var lines = CSVLines(options: .excelRu)
        var output = OutputBytes()
        lines.begin(to: &output)
        for _ in 0..<2 {
            lines.cell(bool: true, to: &output)
            lines.emptyCell(to: &output)
            lines.cell(integer: -7, to: &output)
            lines.endLine(to: &output)
        }
        #expect(String(decoding: output.array, as: UTF8.self) == "\u{FEFF}true;;-7\r\ntrue;;-7\r\n")
    }

    @Test("a line of one empty cell is not an empty line, wherever it stands")
    func emptyCell() {
        var lines = CSVLines(options: CSVOptions(lineEnding: .lf))
        var output = OutputBytes()
        for _ in 0..<2 {
            lines.emptyCell(to: &output)
            lines.endLine(to: &output)
            #expect(output.array.suffix(3) == Array("\"\"\n".utf8))
        }
        output.removeAll()
        lines.emptyCell(to: &output)
        lines.endLine(to: &output)
        #expect(output.array == Array("\"\"\n".utf8))
    }

    @Test("whole numbers are written to the last digit")
    func integers() {
        for number in [0, 9, 10, 99, 100, 12_345, -1, .max, .min] as [Int64] {
            #expect(line { $0.cell(integer: number, to: &$1) } == "\(number)\r\n")
        }
        #expect(line { $0.cell(unsigned: .max, to: &$1) } == "18446744073709551615\r\n")
    }

    @Test("doubles are written in their shortest form, whichever way is taken")
    func doubles() {
        var random = SeededRandom(seed: 754)
        var numbers = [0, -0.0, 0.01, -0.05, 0.1, 1.005, 12.5, 1e12, 9.99e12, 1e13, 1e16, 1e-7, 0.1 + 0.2, 5e-324]
        for _ in 0..<3_000 {
            numbers.append((Double.random(in: -1e9...1e9, using: &random) * 100).rounded() / 100)
            numbers.append(Double.random(in: -1e15...1e15, using: &random))
            let any = Double(bitPattern: random.next())
            if any.isFinite { numbers.append(any) }
        }
        for number in numbers {
            let written = line { $0.cell(double: number, to: &$1) }
            if written != number.plain + "\r\n" { Issue.record("\(number): \(written)") }
        }
    }

    @Test("a decimal comma is no delimiter")
    func decimalComma() {
        #expect(line(.excelRu) { $0.cell(double: 0.5, to: &$1) } == "0,5\r\n")
        let both = CSVOptions(delimiter: .comma, decimalComma: true)
        #expect(line(both) { $0.cell(double: 0.25, to: &$1) } == "\"0,25\"\r\n")
        #expect(line(both) { $0.cell(double: 0.125, to: &$1) } == "\"0,125\"\r\n")
        #expect(line(both) { $0.cell(double: 3, to: &$1) } == "3\r\n")
    }
}
