import JSON

/// The members of an object in an answer.
struct KeyedAnswer<Key: CodingKey>: KeyedDecodingContainerProtocol {
    private let decoder: AnswerDecoder
    private let members: AnswerMembers

    init(decoder: AnswerDecoder) {
        self.decoder = decoder
        members = AnswerMembers(decoder.view)
    }

    var codingPath: [any CodingKey] { decoder.codingPath }
    var allKeys: [Key] { members.names.compactMap(Key.init(stringValue:)) }

    func contains(_ key: Key) -> Bool { members[key.stringValue] != nil }
    func decodeNil(forKey key: Key) throws -> Bool { try member(key).view.isNull }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        try member(key).decode(type)
    }

    func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? {
        try ifPresent(type, key)
    }

    func ifPresent<Value: Decodable>(_ type: Value.Type, _ key: Key) throws -> Value? {
        guard let view = members[key.stringValue] else { return nil }
        let member = AnswerDecoder(view, .step(decoder.route, key))
        return member.holdsNothing(for: type) ? nil : try member.decode(type)
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> { try member(key).container(keyedBy: type) }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try member(key).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder { try member(CodingStep.name("super")) }
    func superDecoder(forKey key: Key) throws -> any Decoder { try member(key) }

    private func member(_ key: some CodingKey) throws -> AnswerDecoder {
        guard let view = members[key.stringValue] else {
            throw DecodingError.keyNotFound(
                key, .init(codingPath: codingPath, debugDescription: "there is no member '\(key.stringValue)'"))
        }
        return AnswerDecoder(view, .step(decoder.route, key))
    }
}

/// Finds members by their names: by looking at each of them, until that has cost more than an index does.
///
/// Without an index a large object that is read as a dictionary would take quadratic time.
private final class AnswerMembers {
    private let view: JSONView
    private let count: Int
    private var seen = 0
    private var index: [String: JSONView]?

    init(_ view: JSONView) {
        self.view = view
        count = view.kind == .object ? view.count : 0
    }

    var names: [String] { view.members.map(\.name) }

    subscript(name: String) -> JSONView? {
        if let index { return index[name] }
        seen += count
        guard seen > 4_096 else { return view[name] }
        let index = Dictionary(view.members.map { ($0.name, $0.value) }) { first, _ in first }
        self.index = index
        return index[name]
    }
}
