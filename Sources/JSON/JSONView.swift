import CSimdJSON

/// A value inside a parsed document: a cursor that reads when asked and copies nothing but strings.
public struct JSONView: Sendable {
    /// What a value is.
    public enum Kind: Sendable {
        /// The literal `null`.
        case null
        /// `true` or `false`.
        case bool
        /// A number without fraction and exponent that fits 64 bits.
        case integer
        /// Any other number.
        case double
        /// A string.
        case string
        /// A list of values.
        case array
        /// Named values.
        case object
    }

    let document: JSONDocument
    let index: Int

    private var word: UInt64 { document.tape.words[index] }
    private var tag: UInt8 { UInt8(word >> 56) }
    private var payload: Int { Int(word & 0x00FF_FFFF_FFFF_FFFF) }

    /// What this value is.
    public var kind: Kind {
        switch tag {
        case UInt8(ascii: "{"): .object
        case UInt8(ascii: "["): .array
        case UInt8(ascii: "\""): .string
        case UInt8(ascii: "l"), UInt8(ascii: "u"): .integer
        case UInt8(ascii: "d"): .double
        case UInt8(ascii: "n"): .null
        default: .bool
        }
    }

    /// Whether this is `null`.
    public var isNull: Bool { kind == .null }

    /// The boolean, if it is one.
    public var bool: Bool? { kind == .bool ? tag == UInt8(ascii: "t") : nil }

    /// The integer, if it is one that fits `Int`; never a rounded number.
    public var integer: Int? {
        switch tag {
        case UInt8(ascii: "l"): Int(Int64(bitPattern: document.tape.words[index + 1]))
        case UInt8(ascii: "u"): Int(exactly: document.tape.words[index + 1])
        default: nil
        }
    }

    /// The number, if it is one.
    public var double: Double? {
        switch tag {
        case UInt8(ascii: "l"): Double(Int64(bitPattern: document.tape.words[index + 1]))
        case UInt8(ascii: "u"): Double(document.tape.words[index + 1])
        case UInt8(ascii: "d"): Double(bitPattern: document.tape.words[index + 1])
        default: nil
        }
    }

    /// The string, if it is one.
    public var string: String? {
        withStringBytes { String(decoding: $0, as: UTF8.self) }
    }

    /// Lends the string's UTF-8 without copying it; nil if this is no string.
    public func withStringBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result? {
        guard kind == .string else { return nil }
        let start = document.tape.strings + payload
        let length = UnsafeRawPointer(start).loadUnaligned(as: UInt32.self)
        return try body(UnsafeBufferPointer(start: start + 4, count: Int(length)))
    }

    /// The index behind this value on the tape.
    var end: Int {
        switch kind {
        case .object, .array: payload & 0xFFFF_FFFF
        case .integer, .double: index + 2
        default: index + 1
        }
    }

    /// The elements of an array; nothing for any other value.
    public var elements: Elements {
        guard kind == .array else { return Elements(document: document, position: 0, end: 0) }
        return Elements(document: document, position: index + 1, end: end - 1)
    }

    /// The members of an object in their order; nothing for any other value.
    public var members: Members {
        guard kind == .object else { return Members(items: Elements(document: document, position: 0, end: 0)) }
        return Members(items: Elements(document: document, position: index + 1, end: end - 1))
    }

    /// How many elements or members; 0 for any other value. Linear for more than 16 million.
    public var count: Int {
        guard kind == .object || kind == .array else { return 0 }
        let saturated = 0xFF_FFFF
        let stored = payload >> 32
        if stored < saturated { return stored }
        return kind == .array ? elements.reduce(0) { sum, _ in sum + 1 } : members.reduce(0) { sum, _ in sum + 1 }
    }

    /// The first member of that name, if this is an object that has it.
    public subscript(name: String) -> JSONView? {
        var name = name
        return name.withUTF8 { wanted in
            var items = members.items
            while let key = items.next(), let value = items.next() {
                let equal = key.withStringBytes { $0.elementsEqual(wanted) } ?? false
                if equal { return value }
            }
            return nil
        }
    }

    /// The element at a position from 0, if this is an array that has it. Linear in the position.
    public subscript(position: Int) -> JSONView? {
        guard position >= 0 else { return nil }
        return elements.dropFirst(position).first { _ in true }
    }

    /// Walks over an array's elements.
    public struct Elements: Sequence, IteratorProtocol, Sendable {
        let document: JSONDocument
        var position: Int
        let end: Int

        /// Gets the next element.
        public mutating func next() -> JSONView? {
            guard position < end else { return nil }
            let view = JSONView(document: document, index: position)
            position = view.end
            return view
        }
    }

    /// Walks over an object's members.
    public struct Members: Sequence, IteratorProtocol, Sendable {
        var items: Elements

        /// Gets the next member.
        public mutating func next() -> (name: String, value: JSONView)? {
            guard let key = items.next(), let name = key.string, let value = items.next() else { return nil }
            return (name, value)
        }
    }
}
