/// Writes the values of one column for people. A value that doesn't fit the column's format is written as it is.
struct CellText {
    let format: ColumnFormat?
    let decimals: Int?
    let currency: String?
    let locale: ReportLocale

    /// The column's way of writing, seen from its values: amounts get decimals only where one of them has some.
    init(
        _ column: Column, values: some Sequence<CellValue>, total: ColumnTotal? = nil, currency: String?,
        locale: ReportLocale
    ) {
        format = column.format
        self.currency = column.currency ?? currency
        self.locale = locale
        guard format == .money, column.decimals == nil else {
            decimals = column.decimals
            return
        }
        let isWholeCurrency = self.currency.map { ReportLocale.wholeCurrencies.contains($0) } ?? false
        var isWhole = isWholeCurrency || values.allSatisfy { $0.number?.isWhole ?? true }
        if case .number(let number) = total?.value, !isWholeCurrency { isWhole = isWhole && number.isWhole }
        decimals = isWhole ? 0 : 2
    }

    func text(_ value: CellValue) -> String {
        switch format {
        case .integer, .number, .money, .percent:
            value.number.flatMap { text($0) } ?? plain(value)
        case .date:
            stamp(value) { locale.date($0) }
        case .datetime:
            stamp(value) { locale.dateTime($0) }
        case .boolean:
            CellText.truth(value).map { $0 ? locale.yes : locale.no } ?? plain(value)
        case .text, nil:
            plain(value)
        }
    }

    /// A column's total. A count is a count whatever is counted; averages of whole numbers have decimals.
    func text(_ total: ColumnTotal) -> String {
        switch total.value {
        case .cell(let cell): return text(cell)
        case .number(let number):
            if total.kind == .count { return locale.written(number, decimals: 0) }
            if total.kind == .average, format == .integer || format == nil {
                return locale.written(number, decimals: decimals, most: 2)
            }
            return text(number) ?? plain(number)
        case nil: return ""
        }
    }

    private func text(_ number: DecimalNumber) -> String? {
        switch format {
        case .integer: locale.written(number, decimals: decimals ?? 0)
        case .number: locale.written(number, decimals: decimals, most: 4)
        case .money: locale.money(number, currency: currency, decimals: decimals ?? 2)
        case .percent: locale.percent(number, decimals: decimals)
        default: nil
        }
    }

    private func plain(_ value: CellValue) -> String {
        switch value {
        case .null: ""
        case .bool(let bool): bool ? locale.yes : locale.no
        case .integer(let integer): decimals == nil ? String(integer) : plain(DecimalNumber(integer))
        case .double(let double): DecimalNumber(double).map { plain($0) } ?? double.description
        case .text(let text): text
        }
    }

    /// Without grouping: the number may be an identifier or a year.
    private func plain(_ number: DecimalNumber) -> String {
        let rounded = decimals.map { number.rounded(to: $0) } ?? number
        let text = rounded.plain
        var parts = text.split(separator: ".").map(String.init)
        if let decimals, decimals > 0 {
            let fraction = parts.count > 1 ? parts[1] : ""
            parts = [parts[0], fraction + String(repeating: "0", count: max(0, decimals - fraction.utf8.count))]
        }
        return parts.joined(separator: locale.decimalMark)
    }

    private func stamp(_ value: CellValue, _ write: (String) -> String?) -> String {
        if case .text(let text) = value, let written = write(text) { return written }
        return plain(value)
    }

    /// Yes or no, in all the ways in which the portal writes them.
    static func truth(_ value: CellValue) -> Bool? {
        switch value {
        case .bool(let bool): bool
        case .integer(1), .text("Y"), .text("1"), .text("true"): true
        case .integer(0), .text("N"), .text("0"), .text("false"): false
        default: nil
        }
    }
}
