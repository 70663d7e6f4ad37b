/// What a record holds in one of its fields, before any method dresses it in strings.
enum FieldValue: Hashable, Sendable {
    case empty
    case text(String)
    case integer(Int)
    case number(Double)
    case flag(Bool)
    /// Seconds since 1970 in UTC; a date is the midnight that begins it in the portal's zone.
    case moment(Int)
    case integers([Int])
    /// What a custom field with several values holds.
    case list([FieldValue])
    case multifield([Multifield])
    /// A JSON text with no comma, for what only an answer shows.
    case raw([UInt8])

    var isEmpty: Bool {
        switch self {
        case .empty: true
        case .text(let text): text.isEmpty
        case .integers(let list): list.isEmpty
        case .list(let list): list.isEmpty
        case .multifield(let list): list.isEmpty
        default: false
        }
    }

    var integer: Int? { if case .integer(let value) = self { value } else { nil } }
    var text: String? { if case .text(let value) = self { value } else { nil } }
    var moment: Int? { if case .moment(let value) = self { value } else { nil } }
}

/// A phone or an e-mail address of a person or company.
struct Multifield: Hashable, Sendable {
    var id: Int
    /// `WORK`, `MOBILE`, `HOME` …
    var valueType: String
    var value: String
}
