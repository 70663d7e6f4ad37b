/// Writes a CSV file line by line: cells with `cell(…)`, then `endLine(to:)`.
public struct CSVLines: Sendable {
    let options: CSVOptions
    let delimiter: UInt8
    let quotesAll: Bool
    private let marks: QuoteMarks
    private var cells = 0
    private var lineStart = 0

    /// A writer of one file.
    public init(options: CSVOptions) {
        self.options = options
        delimiter = options.delimiter.rawValue.asciiValue ?? UInt8(ascii: ",")
        quotesAll = options.quoting == .all
        marks = QuoteMarks(delimiter: delimiter)
    }

    /// Writes what a file begins with: the byte order mark, where the options want one.
    public func begin(to output: inout OutputBytes) {
        if options.bom { output.append("\u{FEFF}") }
    }

    /// Writes a cell with a text; one that a spreadsheet would run as a formula gets an apostrophe in front. Numbers
    /// that came as text stay as they are.
    public mutating func cell(text: UnsafeBufferPointer<UInt8>, to output: inout OutputBytes) {
        guard let source = text.baseAddress, text.count > 0 else { return emptyCell(to: &output) }
        beginCell(to: &output)
        if !quotesAll, !Formula.canBegin(with: source[0]), source[text.count - 1] != UInt8(ascii: " ") {
            // Copied at once and taken in only if nothing in it needs quotation marks, as in nearly all data.
            let place = output.room(for: text.count)
            if !marks.copy(source, count: text.count, to: place) { return output.advance(by: text.count) }
        }
        let canRun = Formula.canBegin(with: source[0]) && !Formula.isNumber(text)
        write(text, defusing: canRun && Formula.isBegun(by: String(decoding: text, as: UTF8.self)), to: &output)
    }

    /// Writes a cell with a text that is known to be harmless, such as a number or what `Formula.defused` gave.
    public mutating func cell(harmless text: String, to output: inout OutputBytes) {
        beginCell(to: &output)
        var text = text
        text.withUTF8 { write($0, defusing: false, to: &output) }
    }

    /// Writes a cell with nothing in it.
    public mutating func emptyCell(to output: inout OutputBytes) {
        beginCell(to: &output)
        if quotesAll { output.append("\"\"") }
    }

    /// Ends the line.
    public mutating func endLine(to output: inout OutputBytes) {
        // A line of one empty cell would be an empty line, which many readers skip.
        if output.count == lineStart, cells == 1 { output.append("\"\"") }
        if options.lineEnding == .crlf { output.append(UInt8(ascii: "\r")) }
        output.append(UInt8(ascii: "\n"))
        cells = 0
    }

    mutating func beginCell(to output: inout OutputBytes) {
        if cells > 0 { output.append(delimiter) } else { lineStart = output.count }
        cells += 1
    }

    private func write(_ text: UnsafeBufferPointer<UInt8>, defusing: Bool, to output: inout OutputBytes) {
        let apostrophe = UInt8(ascii: "'")
        guard quotesAll || needsQuotes(text, defusing: defusing) else {
            if defusing { output.append(apostrophe) }
            return output.append(text)
        }
        let quote = UInt8(ascii: "\"")
        let start = output.room(for: text.count * 2 + 3)
        var place = start
        let add = { (byte: UInt8) in
            place.pointee = byte
            place += 1
        }
        add(quote)
        if defusing { add(apostrophe) }
        for byte in text {
            if byte == quote { add(quote) }
            add(byte)
        }
        add(quote)
        output.advance(by: place - start)
    }

    private func needsQuotes(_ text: UnsafeBufferPointer<UInt8>, defusing: Bool) -> Bool {
        let space = UInt8(ascii: " ")
        if text.last == space || (text.first == space && !defusing) { return true }
        return text.contains { $0 == delimiter || $0 == UInt8(ascii: "\"") || $0 == 0x0A || $0 == 0x0D }
    }
}
