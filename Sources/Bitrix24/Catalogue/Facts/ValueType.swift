/// A documented type of a value, such as `integer`, `crm_contact[]` or `string|object`.
public struct ValueType: Hashable, Sendable, CustomStringConvertible {
    /// What kind of JSON value it is.
    public enum Kind: String, Hashable, Sendable {
        /// Not documented, or anything.
        case any
        /// A whole number, which the portal may write as a text.
        case integer
        /// A number, which the portal may write as a text.
        case number
        /// A text.
        case string
        /// A flag: `Y`/`N`, `1`/`0`, `true`/`false`.
        case boolean
        /// A single letter, mostly `Y` or `N`.
        case char
        /// A date, `YYYY-MM-DD`, as a text.
        case date
        /// A moment, ISO 8601 with an offset, as a text.
        case datetime
        /// A file: a name and its content in Base64, an identifier, or an object.
        case file
        /// A list.
        case array
        /// Named values.
        case object
        /// Nothing.
        case null
    }

    /// One of the types that a value may have.
    public struct Alternative: Hashable, Sendable {
        /// The documented name without `[]`, such as `crm_contact`.
        public let name: String
        /// Whether it is a list of such.
        public let isList: Bool
        /// What kind of value it is, or what the list's elements are.
        public let kind: Kind

        init(_ text: Substring) {
            isList = text.utf8.last == UInt8(ascii: "]")
            name = String(Substring(text.utf8.dropLast(isList ? 2 : 0)))
            kind = Catalogue.kind(of: name)
        }
    }

    /// The types that a value may have; empty if that is not documented.
    public let alternatives: [Alternative]

    /// Reads a type as the tables have it: alternatives are separated by `/`.
    init(_ text: Substring) {
        alternatives =
            text.isEmpty ? [] : text.utf8.split(separator: UInt8(ascii: "/")).map { Alternative(Substring($0)) }
    }

    /// The only type, if there is one only.
    public var single: Alternative? { alternatives.count == 1 ? alternatives[0] : nil }

    /// As the documentation writes it; empty if it says nothing.
    public var description: String {
        alternatives.map { $0.name + ($0.isList ? "[]" : "") }.joined(separator: "|")
    }
}
