/// How the values of a column are written.
public enum ColumnFormat: String, CaseIterable, Hashable, Sendable {
    /// As it is.
    case text
    /// A whole number with its thousands grouped; fractions are rounded.
    case integer
    /// A number with its thousands grouped and up to four decimals.
    case number
    /// An amount with the symbol of its currency.
    case money
    /// A share: 0.153 is written 15.3 %.
    case percent
    /// A date without its time.
    case date
    /// A date with its time, in the zone that the value itself is written in.
    case datetime
    /// Yes or no; the portal's `Y`/`N` and `1`/`0` as well.
    case boolean

    /// Whether the values are numbers, also where they come as text.
    var isNumeric: Bool {
        switch self {
        case .integer, .number, .money, .percent: true
        case .text, .date, .datetime, .boolean: false
        }
    }
}
