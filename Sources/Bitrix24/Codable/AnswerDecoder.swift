import JSON

/// Reads a `Decodable` value where it lies in the parsed answer, without building anything in between.
///
/// It forgives what is irregular in the portal's answers, and nothing else: numbers and truth as text, PHP's `[]` for
/// an empty object and its objects for lists with gaps, `""` for nothing, `false` for an empty list.
struct AnswerDecoder: Decoder {
    let view: JSONView
    let route: CodingRoute
    /// Whether the value counts as nil, whatever it is.
    private var isAbsent = false

    var codingPath: [any CodingKey] { route.keys }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    init(_ view: JSONView, _ route: CodingRoute = .start) {
        self.view = view
        self.route = route
    }

    /// The value as that type.
    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        if let scalar = type as? any ReadableScalar.Type {
            guard let value = try scalar.read(from: self) as? Value else { throw mismatch(type, "another value") }
            return value
        }
        if let optional = type as? any OptionalAnswer.Type, optional.isAbsent(from: self) {
            var nothing = self
            nothing.isAbsent = true
            return try type.init(from: nothing)
        }
        return try type.init(from: self)
    }

    /// Whether an optional value of that type is nil: `null`, `""` for what is no text, `[]` for what it can't be.
    func holdsNothing<Value: Decodable>(for type: Value.Type) -> Bool {
        switch view.kind {
        case .null: true
        case .string: type != String.self && view.isEmptyString
        case .array: view.count == 0 && (try? decode(type)) == nil
        default: false
        }
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        // PHP's empty array is an empty object as well.
        guard view.kind == .object || (view.kind == .array && view.count == 0) else {
            throw mismatch([String: Any].self, "an object")
        }
        return KeyedDecodingContainer(KeyedAnswer(decoder: self))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer { try AnswerList(decoder: self) }

    func singleValueContainer() -> any SingleValueDecodingContainer { SingleAnswer(decoder: self) }

    // MARK: Errors

    func mismatch(_ type: Any.Type, _ wanted: String) -> DecodingError {
        let context = DecodingError.Context(
            codingPath: codingPath, debugDescription: "it is \(view.kindInWords) instead of \(wanted)")
        return view.isNull ? .valueNotFound(type, context) : .typeMismatch(type, context)
    }

    func corrupted(_ reason: String) -> DecodingError {
        .dataCorrupted(.init(codingPath: codingPath, debugDescription: reason))
    }

    fileprivate var isNil: Bool { isAbsent || view.isNull }
}

/// An `Optional`, whatever is in it.
private protocol OptionalAnswer {
    static func isAbsent(from decoder: AnswerDecoder) -> Bool
}

extension Optional: OptionalAnswer where Wrapped: Decodable {
    static func isAbsent(from decoder: AnswerDecoder) -> Bool { decoder.holdsNothing(for: Wrapped.self) }
}

extension JSONView {
    var isEmptyString: Bool { withStringBytes { $0.isEmpty } ?? false }

    /// What it is, as a sentence has it.
    var kindInWords: String {
        switch kind {
        case .null: "null"
        case .bool: bool == true ? "true" : "false"
        case .integer, .double: "a number"
        case .string: isEmptyString ? "an empty text" : "a text"
        case .array: "a list"
        case .object: "an object"
        }
    }
}

private struct SingleAnswer: SingleValueDecodingContainer {
    let decoder: AnswerDecoder
    var codingPath: [any CodingKey] { decoder.codingPath }

    func decodeNil() -> Bool { decoder.isNil }
    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try decoder.decode(type) }
}
