extension JSONShape {
    /// Reads a shape that has travelled; nil if the bytes are not exactly those of a shape.
    public init?(bytes: [UInt8]) {
        guard !bytes.isEmpty else {
            self = .any
            return
        }
        var reader = ShapeReader(rest: bytes[...])
        // Put together anew, since a shape has one form only.
        guard let shape = reader.shape(depth: 0), reader.rest.isEmpty, shape.encoded == bytes else { return nil }
        self = shape
    }
}

/// Reads shapes depth first.
private struct ShapeReader {
    var rest: ArraySlice<UInt8>

    mutating func shape(depth: Int) -> JSONShape? {
        guard depth <= JSONShape.deepest, let kind = rest.popFirst().flatMap(JSONShape.Kind.init) else { return nil }
        switch kind {
        case .any: return .any
        case .integer: return .integer
        case .number: return .number
        case .flag: return .flag
        case .letterFlag: return .letterFlag
        case .list: return shape(depth: depth + 1).map(JSONShape.list)
        case .map: return shape(depth: depth + 1).map(JSONShape.map)
        case .record: return record(depth: depth)
        case .tuple: return tuple(depth: depth)
        }
    }

    private mutating func tuple(depth: Int) -> JSONShape? {
        guard let count = length() else { return nil }
        var elements: [JSONShape] = []
        for _ in 0..<count {
            guard let element = shape(depth: depth + 1) else { return nil }
            elements.append(element)
        }
        return .tuple(elements)
    }

    private mutating func record(depth: Int) -> JSONShape? {
        guard let count = length(), let prefixCount = length(), count <= rest.count, prefixCount <= rest.count else {
            return nil
        }
        if count + prefixCount == 0 { return .object }
        var members: [(name: String, shape: JSONShape)] = []
        for _ in 0..<(count + prefixCount) {
            guard let name = name(), let shape = shape(depth: depth + 1) else { return nil }
            members.append((name, shape))
        }
        return .record(Array(members.prefix(count)), prefixes: members.dropFirst(count).map { ($0.name, $0.shape) })
    }

    private mutating func name() -> String? {
        guard let length = length(), length <= rest.count else { return nil }
        defer { rest = rest.dropFirst(length) }
        return String(decoding: rest.prefix(length), as: UTF8.self)
    }

    /// A length of at most 28 bits.
    private mutating func length() -> Int? {
        var length = 0
        for shift in stride(from: 0, to: 28, by: 7) {
            guard let byte = rest.popFirst() else { return nil }
            length |= Int(byte & 127) << shift
            if byte < 128 { return length }
        }
        return nil
    }
}
