extension ReportLocale {
    static let noBreakSpace = "\u{A0}"

    var decimalMark: String {
        self == .ru ? "," : "."
    }

    private var groupMark: String {
        self == .ru ? ReportLocale.noBreakSpace : ","
    }

    /// A number with its thousands grouped: exactly `decimals` behind the mark, or up to `most` without zeros at the
    /// end. Halves are rounded away from zero; zero has no sign.
    func written(_ number: DecimalNumber, decimals: Int?, most: Int = 0) -> String {
        let (sign, digits) = parts(number, decimals: decimals, most: most)
        return sign + digits
    }

    private func parts(_ number: DecimalNumber, decimals: Int?, most: Int) -> (sign: String, digits: String) {
        let rounded = number.rounded(to: decimals ?? most)
        var (whole, fraction) = rounded.digits
        if let decimals {
            fraction += String(repeating: "0", count: max(0, decimals - fraction.utf8.count))
        } else {
            while fraction.hasSuffix("0") { fraction.removeLast() }
        }
        let behind = fraction.isEmpty ? "" : decimalMark + fraction
        return (rounded.isNegative ? "-" : "", grouped(whole) + behind)
    }

    /// An amount with the symbol of its currency where it has one, with the code otherwise, bare without a currency.
    func money(_ number: DecimalNumber, currency: String?, decimals: Int) -> String {
        let (sign, digits) = parts(number, decimals: decimals, most: decimals)
        guard let currency, !currency.isEmpty else { return sign + digits }
        let symbol = ReportLocale.symbols[currency]
        switch self {
        case .ru: return sign + digits + ReportLocale.noBreakSpace + (symbol ?? currency)
        case .en: return sign + (symbol ?? currency + ReportLocale.noBreakSpace) + digits
        }
    }

    /// A share as a percentage; nil where a hundred times as much doesn't fit.
    func percent(_ number: DecimalNumber, decimals: Int?) -> String? {
        number.percent.map {
            written($0, decimals: decimals, most: 1) + (self == .ru ? ReportLocale.noBreakSpace : "") + "%"
        }
    }

    private func grouped(_ digits: String) -> String {
        let count = digits.utf8.count
        guard count > 3 else { return digits }
        var text = ""
        text.reserveCapacity(count * 2)
        for (position, digit) in digits.unicodeScalars.enumerated() {
            if position > 0, (count - position) % 3 == 0 { text += groupMark }
            text.unicodeScalars.append(digit)
        }
        return text
    }

    /// Symbols of currencies by ISO 4217 code. China's and Japan's share one: reports rarely have both.
    private static let symbols = [
        "RUB": "₽", "USD": "$", "EUR": "€", "GBP": "£", "CNY": "¥", "JPY": "¥", "KZT": "₸", "UAH": "₴", "TRY": "₺",
        "INR": "₹", "KRW": "₩", "GEL": "₾", "AMD": "֏", "AZN": "₼", "ILS": "₪", "VND": "₫",
    ]

    /// Currencies without a smaller unit.
    static let wholeCurrencies: Set<String> = ["JPY", "KRW", "VND"]
}
