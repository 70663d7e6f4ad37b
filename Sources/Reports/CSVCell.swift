import CSV

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
        case .double(let double): return marked(double.plain)
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
        return Formula.defused(text)
    }

    private func marked(_ number: String) -> String {
        guard options.decimalComma else { return number }
        return String(number.map { $0 == "." ? "," : $0 })
    }
}
