import JSON

/// Writes an `Encodable` value as the JSON of a call's parameters.
struct ParameterEncoder: Encoder {
    /// Where a value is put when it is known.
    let slot: Slot
    let codingPath: [any CodingKey]
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    /// Deeper values are not JSON that the portal, or anything else, would read.
    private static let deepest = 250

    static func encode(_ value: some Encodable) throws -> JSONValue {
        let slot = Slot()
        try ParameterEncoder(slot: slot, codingPath: []).write(value)
        return slot.json
    }

    /// Writes a value where this encoder stands.
    func write(_ value: some Encodable) throws {
        guard codingPath.count < Self.deepest else { throw refusal(value, "it is nested too deep") }
        switch value {
        case let scalar as any WritableScalar:
            guard let json = scalar.written else { throw refusal(value, "it is not a finite number") }
            slot.content = .value(json)
        default: try value.encode(to: self)
        }
    }

    func refusal(_ value: Any, _ reason: String) -> EncodingError {
        .invalidValue(value, .init(codingPath: codingPath, debugDescription: reason))
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        slot.becomeObject()
        return KeyedEncodingContainer(KeyedParameters(slot: slot, codingPath: codingPath))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        slot.becomeArray()
        return ParameterArray(slot: slot, codingPath: codingPath)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { SingleParameter(encoder: self) }

    /// A place in what is being built, since an encoder's containers may be filled in any order.
    final class Slot {
        enum Content {
            case nothing
            case value(JSONValue)
            case members([(String, Slot)])
            case elements([Slot])
        }

        var content = Content.nothing

        /// What has been written. A type that writes nothing is an object without members, as for other encoders.
        var json: JSONValue {
            switch content {
            case .nothing: [:]
            case .value(let value): value
            case .members(let members): .object(JSONObject(members.map { ($0, $1.json) }))
            case .elements(let elements): .array(elements.map(\.json))
            }
        }

        func becomeObject() {
            if case .members = content { return }
            content = .members([])
        }

        func becomeArray() {
            if case .elements = content { return }
            content = .elements([])
        }

        func member(_ name: String) -> Slot {
            let slot = Slot()
            guard case .members(var members) = content else { return slot }
            content = .nothing
            members.append((name, slot))
            content = .members(members)
            return slot
        }

        func element() -> Slot {
            let slot = Slot()
            guard case .elements(var elements) = content else { return slot }
            content = .nothing
            elements.append(slot)
            content = .elements(elements)
            return slot
        }

        var count: Int { if case .elements(let elements) = content { elements.count } else { 0 } }
    }
}

private struct KeyedParameters<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let slot: ParameterEncoder.Slot
    let codingPath: [any CodingKey]

    private func encoder(_ key: some CodingKey) -> ParameterEncoder {
        ParameterEncoder(slot: slot.member(key.stringValue), codingPath: codingPath + [key])
    }

    func encodeNil(forKey key: Key) { encoder(key).slot.content = .value(.null) }
    func encode(_ value: some Encodable, forKey key: Key) throws { try encoder(key).write(value) }
    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> { encoder(key).container(keyedBy: type) }
    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer { encoder(key).unkeyedContainer() }
    func superEncoder() -> any Encoder { encoder(CodingStep.name("super")) }
    func superEncoder(forKey key: Key) -> any Encoder { encoder(key) }
}

private struct ParameterArray: UnkeyedEncodingContainer {
    let slot: ParameterEncoder.Slot
    let codingPath: [any CodingKey]
    var count: Int { slot.count }

    private func next() -> ParameterEncoder {
        let step = CodingStep.position(count)
        return ParameterEncoder(slot: slot.element(), codingPath: codingPath + [step])
    }

    func encodeNil() { next().slot.content = .value(.null) }
    func encode(_ value: some Encodable) throws { try next().write(value) }
    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
        next().container(keyedBy: type)
    }
    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { next().unkeyedContainer() }
    func superEncoder() -> any Encoder { next() }
}

private struct SingleParameter: SingleValueEncodingContainer {
    let encoder: ParameterEncoder
    var codingPath: [any CodingKey] { encoder.codingPath }

    func encodeNil() { encoder.slot.content = .value(.null) }
    func encode(_ value: some Encodable) throws { try encoder.write(value) }
}
