import Timetable

/// A field of a task as REST 3.0 has it: its name, its type, what may be done with it.
struct TaskField: Sendable {
    enum Kind: Sendable {
        case integer
        /// Nothing instead of 0.
        case link
        case text
        case flag
        case dateTime
        case integers
        /// One of these names for these numbers.
        case names([(name: String, number: Int)])
    }

    let name: String
    /// The field of the older methods in which it is stored.
    let stored: String
    let kind: Kind
    var isFilterable = false
    var isSortable = false
    /// Whether it can be set when a task is made.
    var isSettable = false
    /// Whether it can be changed later.
    var isEditable = false

    /// As the vendor's errors call the type.
    var type: String {
        switch kind {
        case .integer, .link: "int"
        case .text, .names: "string"
        case .flag: "bool"
        case .dateTime: "DateTime"
        case .integers: "array"
        }
    }

    /// The value in the form of the older methods; nil where it is of another type.
    func value(_ parameter: Parameter) -> Parameter? {
        if parameter == .null { return .null }
        switch (kind, parameter) {
        case (.integer, .integer), (.link, .integer), (.text, .text), (.flag, .bool): return parameter
        case (.flag, .text(let text)): return ["Y", "N"].contains(text) ? parameter : nil
        case (.dateTime, .text(let text)):
            return PortalDate.seconds(text, zone: .utc) == nil ? nil : parameter
        case (.integers, .list(let list)):
            return list.allSatisfy { if case .integer = $0 { true } else { false } } ? parameter : nil
        case (.names(let names), .text(let text)):
            return names.first { $0.name == text }.map { .integer($0.number) }
        default: return nil
        }
    }

    /// Writes a stored value.
    func write(_ value: FieldValue, to json: inout JSONBuffer, moment: (Int, inout JSONBuffer) -> Void) {
        switch (kind, value) {
        case (.link, .integer(0)): json.null()
        case (.names(let names), .integer(let number)):
            if let name = names.first(where: { $0.number == number })?.name { json.string(name) } else { json.null() }
        case (_, .integer(let integer)): json.integer(integer)
        case (_, .number(let number)): json.number(number)
        case (_, .text(let text)): json.string(text)
        case (_, .flag(let flag)): json.bool(flag)
        case (_, .moment(let seconds)): moment(seconds, &json)
        case (.flag, _): json.bool(false)
        default: json.null()
        }
    }
}
