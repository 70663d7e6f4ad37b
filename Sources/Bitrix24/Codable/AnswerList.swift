import JSON

/// The elements of a list in an answer: an array, an object whose names are numbers (PHP's array with gaps), or `false`,
/// which the portal says for a multiple field without values.
struct AnswerList: UnkeyedDecodingContainer {
    private let route: CodingRoute
    private let total: Int
    private var elements: JSONView.Elements.Iterator
    private var members: JSONView.Members.Iterator
    private var current: JSONView?
    private(set) var currentIndex = 0

    init(decoder: AnswerDecoder) throws {
        let view = decoder.view
        let isList =
            switch view.kind {
            case .array: true
            case .object: view.members.allSatisfy { !$0.name.isEmpty && $0.name.utf8.allSatisfy(\.isDigit) }
            default: view.bool == false
            }
        guard isList else { throw decoder.mismatch([Any].self, "a list") }
        route = decoder.route
        total = view.count
        elements = view.elements.makeIterator()
        members = view.members.makeIterator()
        current = elements.next() ?? members.next()?.value
    }

    var codingPath: [any CodingKey] { route.keys }
    var count: Int? { total }
    var isAtEnd: Bool { current == nil }

    mutating func decodeNil() throws -> Bool {
        guard let current else { throw atEnd(Any?.self) }
        if current.isNull { advance() }
        return current.isNull
    }

    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        let value = try element(type).decode(type)
        advance()
        return value
    }

    mutating func decodeIfPresent<Value: Decodable>(_ type: Value.Type) throws -> Value? { try ifPresent(type) }

    mutating func ifPresent<Value: Decodable>(_ type: Value.Type) throws -> Value? {
        guard !isAtEnd else { return nil }
        let element = try element(type)
        let value = element.holdsNothing(for: type) ? nil : try element.decode(type)
        advance()
        return value
    }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) throws -> KeyedDecodingContainer<Nested> {
        let container = try element([String: Any].self).container(keyedBy: type)
        advance()
        return container
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        let container = try element([Any].self).unkeyedContainer()
        advance()
        return container
    }

    mutating func superDecoder() throws -> any Decoder {
        let decoder = try element((any Decoder).self)
        advance()
        return decoder
    }

    private func element(_ type: Any.Type) throws -> AnswerDecoder {
        guard let current else { throw atEnd(type) }
        return AnswerDecoder(current, .step(route, CodingStep.position(currentIndex)))
    }

    private mutating func advance() {
        currentIndex += 1
        current = elements.next() ?? members.next()?.value
    }

    private func atEnd(_ type: Any.Type) -> DecodingError {
        .valueNotFound(
            type,
            .init(codingPath: codingPath + [CodingStep.position(currentIndex)], debugDescription: "the list has ended"))
    }
}
