/// Writes one value of a CSV file: numbers bare, dates as ISO texts, text that no spreadsheet will run.
struct CSVCell {
    let options: CSVOptions

    /// The value as the file's reader gets it, quotation marks aside.
    func text(_ value: CellValue, format: ColumnFormat?) -> String {
        switch value {
        case .null: return ""
        case .bool(let bool): return bool ? "true" : "false"
        case .integer(let integer):
            if format == .boolean, let truth = CellText.truth(value) { return truth ? "true" : "false" }
            return String(integer)
        case .double(let double): return marked(CSVCell.plain(double))
        case .text(let text): return self.text(text, format: format)
        }
    }

    /// A number that was worked out.
    func text(_ number: DecimalNumber) -> String {
        marked(number.plain)
    }

    private func text(_ text: String, format: ColumnFormat?) -> String {
        switch format {
        case .integer, .number, .money, .percent:
            if DecimalNumber(text) != nil { return marked(text.hasPrefix("+") ? String(text.dropFirst()) : text) }
        case .date:
            if let stamp = IsoStamp(text) { return stamp.isoDate }
        case .boolean:
            if let truth = CellText.truth(.text(text)) { return truth ? "true" : "false" }
        case .text, .datetime, nil: break
        }
        // A negative number is harmless however it came; with text asked for, it is treated as text.
        if format == nil, DecimalNumber(text) != nil, !text.hasPrefix("+") { return text }
        return CSVCell.defused(text)
    }

    private func marked(_ number: String) -> String {
        guard options.decimalComma else { return number }
        return String(number.map { $0 == "." ? "," : $0 })
    }

    /// The shortest decimal form that is read back as the same double, never with an exponent.
    static func plain(_ double: Double) -> String {
        let text = double.description
        let halves = text.split(separator: "e")
        guard halves.count == 2, let exponent = Int(halves[1]) else {
            return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
        }
        let sign = double < 0 ? "-" : ""
        let mantissa = halves[0].drop { $0 == "-" }.split(separator: ".")
        let fraction = mantissa.count > 1 && mantissa[1] != "0" ? String(mantissa[1]) : ""
        let digits = mantissa[0] + fraction
        if exponent < 0 { return "\(sign)0.\(String(repeating: "0", count: -exponent - 1))\(digits)" }
        return sign + digits + String(repeating: "0", count: max(0, exponent - fraction.utf8.count))
    }

    /// Text that a spreadsheet would take for a formula gets an apostrophe in front, which turns it into text. Such
    /// programs drop white space and quotation marks before they look, and know the full-width forms as well.
    static func defused(_ text: String) -> String {
        guard let first = text.unicodeScalars.first else { return text }
        if first == "\t" || first == "\r" || first == "\n" { return "'" + text }
        let start = text.unicodeScalars.first { scalar in
            !(scalar.properties.isWhitespace || scalar == "\"" || scalar == "'" || MarkdownText.isHarmful(scalar)
                || scalar == "\u{FEFF}" || scalar.properties.generalCategory == .format)
        }
        switch start {
        case "=", "+", "-", "@", "＝", "＋", "－", "＠": return "'" + text
        default: return text
        }
    }

    /// Adds the text to the file, between quotation marks where it needs them.
    func write(_ text: String, to output: inout [UInt8]) {
        guard options.quoting == .all || needsQuotes(text) else {
            output.append(contentsOf: text.utf8)
            return
        }
        let quote = UInt8(ascii: "\"")
        output.append(quote)
        for byte in text.utf8 {
            if byte == quote { output.append(quote) }
            output.append(byte)
        }
        output.append(quote)
    }

    private func needsQuotes(_ text: String) -> Bool {
        if text.utf8.first == 0x20 || text.utf8.last == 0x20 { return true }
        let delimiter = options.delimiter.rawValue.asciiValue
        return text.utf8.contains { $0 == delimiter || $0 == UInt8(ascii: "\"") || $0 == 0x0A || $0 == 0x0D }
    }
}
