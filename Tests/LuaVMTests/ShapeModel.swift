import JSON

/// A shape that can be looked into, and what it makes of values: the rules once more, slowly and without Lua.
indirect enum ShapeModel {
    case any, integer, number, flag, letterFlag
    case list(ShapeModel)
    case map(ShapeModel)
    case record([(String, ShapeModel)], prefixes: [(String, ShapeModel)])
    case tuple([ShapeModel])

    var shape: JSONShape {
        switch self {
        case .any: .any
        case .integer: .integer
        case .number: .number
        case .flag: .flag
        case .letterFlag: .letterFlag
        case .list(let element): .list(element.shape)
        case .map(let value): .map(value.shape)
        case .tuple(let elements): .tuple(elements.map(\.shape))
        case .record(let members, let prefixes):
            .record(members.map { ($0, $1.shape) }, prefixes: prefixes.map { ($0, $1.shape) })
        }
    }

    /// Whether it is a record or a tuple of nothing, which counts as `any`.
    private var saysNothing: Bool {
        switch self {
        case .any: true
        case .record(let members, let prefixes):
            // Of equal names the first one counts.
            members.allSatisfy { member($0.0).saysNothing } && prefixes.allSatisfy { $0.1.saysNothing }
        case .tuple(let elements): elements.allSatisfy(\.saysNothing)
        default: false
        }
    }

    /// What a script gets of a value, as `Pushed` tells it.
    func converted(_ value: JSONValue) -> JSONValue {
        switch (self, value) {
        case _ where saysNothing: Self.plain(value)
        case (.integer, .string(let text)): Self.integer(text) ?? value
        case (.integer, .double(let double)): Self.integer(double) ?? Self.plain(value)
        case (.number, .string(let text)): Self.number(text) ?? value
        case (.flag, .string("Y")), (.flag, .string("1")), (.flag, .integer(1)), (.letterFlag, .string("Y")): true
        case (.flag, .string("N")), (.flag, .string("0")), (.flag, .integer(0)), (.letterFlag, .string("N")): false
        case (.list, _): list(value)
        case (.map(let each), .object(let object)): Self.object(object) { _ in each }
        case (.map(let each), .array(let array)):
            Self.object(JSONObject(array.enumerated().map { ("\($0)", $1) })) { _ in each }
        case (.record, .object(let object)): Self.object(object) { member($0) }
        case (.record, .array(let array)): array.isEmpty ? [:] : .array(array.map(converted))
        case (.tuple(let elements), .array(let array)):
            .array(
                array.enumerated().map { position, value in
                    (elements.indices.contains(position) ? elements[position] : .any).converted(value)
                })
        default: Self.plain(value)
        }
    }

    private func member(_ name: String) -> ShapeModel {
        guard case .record(let members, let prefixes) = self else { return .any }
        return members.first { $0.0 == name }?.1 ?? prefixes.first { name.hasPrefix($0.0) }?.1 ?? .any
    }

    private func list(_ value: JSONValue) -> JSONValue {
        guard case .list(let element) = self else { return value }
        switch value {
        case .array(let array): return .array(array.map(element.converted))
        case .bool(false): return []
        case .object(let object):
            let positions = object.names.map { name in Int(name).flatMap { $0 >= 0 && "\($0)" == name ? $0 : nil } }
            let known = positions.compactMap { $0 }
            guard known.count == positions.count, known == known.sorted(), known.first ?? 0 <= 1 else {
                return Self.plain(value)
            }
            return .array(object.values.map(element.converted))
        default: return element.converted(value)
        }
    }

    // MARK: As they are

    static func plain(_ value: JSONValue) -> JSONValue {
        switch value {
        case .double(let double): Pushed.double(double)
        case .array(let array): .array(array.map(plain))
        case .object(let object): self.object(object) { _ in .any }
        default: value
        }
    }

    private static func object(_ object: JSONObject, _ shape: (String) -> ShapeModel) -> JSONValue {
        .object(JSONObject(object.filter { $0.1 != .null }.map { ($0, shape($0).converted($1)) }))
    }

    // MARK: Numbers

    private static func integer(_ text: String) -> JSONValue? {
        Int(text).flatMap { "\($0)" == text ? .integer($0) : nil }
    }

    private static func integer(_ double: Double) -> JSONValue? {
        double == 0 && double.sign == .minus ? nil : Int(exactly: double).map(JSONValue.integer)
    }

    private static func number(_ text: String) -> JSONValue? {
        if let integer = integer(text) { return integer }
        let body = text.hasPrefix("-") ? text.dropFirst() : text[...]
        let halves = body.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "e" || $0 == "E" }
        let parts = halves[0].split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.allSatisfy(isDigits), parts[0] == "0" || !parts[0].hasPrefix("0") else { return nil }
        if halves.count == 2 {
            let isSigned = halves[1].hasPrefix("-") || halves[1].hasPrefix("+")
            guard isDigits(isSigned ? halves[1].dropFirst() : halves[1]) else { return nil }
        }
        let digits = parts.joined().drop { $0 == "0" }
        let significant = digits.reversed().drop { $0 == "0" }.count
        if significant == 0 && halves.count == 1 && parts.count == 1 { return nil }
        guard significant <= 15, let double = Double(text), double.isFinite, significant == 0 || double.isNormal else {
            return nil
        }
        return Pushed.double(double)
    }

    private static func isDigits(_ text: Substring) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }
}
