/// What a cell of a table holds, before any formatting.
public enum CellValue: Hashable, Sendable {
    /// Nothing.
    case null
    /// Yes or no.
    case bool(Bool)
    /// A whole number.
    case integer(Int)
    /// Any other number.
    case double(Double)
    /// Text; also numbers as the portal sends them (`"1000.00"`) and ISO dates.
    case text(String)

    /// Whether there is nothing to show: null or empty text.
    var isEmpty: Bool {
        switch self {
        case .null: true
        case .text(let text): text.isEmpty
        default: false
        }
    }

    /// The number that it is or, as text, writes.
    var number: DecimalNumber? {
        switch self {
        case .integer(let integer): DecimalNumber(integer)
        case .double(let double): DecimalNumber(double)
        case .text(let text): DecimalNumber(text)
        case .null, .bool: nil
        }
    }

    /// Whether it is a number itself, not text that writes one.
    var isNumber: Bool {
        switch self {
        case .integer, .double: true
        default: false
        }
    }
}
