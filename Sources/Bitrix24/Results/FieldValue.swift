/// What a documented field of an answer holds: its type, put together from what the pages on the method and on the
/// entity say and what their examples show.
///
/// Both what scripts get and what editors tell of it follow from this.
public struct FieldValue: Hashable, Sendable {
    /// Its type. One letter that is neither `Y` nor `N` is a text here, and an enumeration what its values are.
    public let type: ValueType
    /// The values that it may have; empty if that isn't limited, or if a list of the portal has them.
    public let choices: [String]
    /// Whether it holds several values of the type.
    public let isMultiple: Bool
    /// What an example shows where that contradicts the type: then nobody knows what it holds.
    public let contradiction: ValueType.Kind?

    /// A field of an entity.
    public init(_ field: EntityFacts.Field) {
        self.init(field.type, choices: Self.choices(field), isMultiple: field.isMultiple, seen: nil)
    }

    /// A field of an answer.
    ///
    /// - Parameters:
    ///   - field: the field of the answer.
    ///   - entity: the field of the entity that it is, if it is one.
    public init(_ field: ResultFacts.Field, of entity: EntityFacts.Field?) {
        guard let entity else {
            self.init(field.type, choices: [], isMultiple: false, seen: field.seen)
            return
        }
        let value = Self(entity)
        let type = Self.isBetter(value, than: field.type) ? value.type : field.type
        self.init(type, choices: value.choices, isMultiple: value.isMultiple, seen: field.seen)
    }

    private init(_ type: ValueType, choices: [String], isMultiple: Bool, seen: ValueType.Kind?) {
        let type = Self.told(type, choices: choices)
        let alternatives = type.alternatives
        let isPlain = !alternatives.isEmpty && alternatives.allSatisfy { $0.isScalar }
        let isMultiple = isMultiple || (isPlain && seen == .array)
        self.type = type
        self.choices = choices
        self.isMultiple = isMultiple
        let kinds = Set(alternatives.map { $0.isList || isMultiple ? .array : $0.kind })
        // A text is what a number and a flag may arrive as.
        contradiction = seen == .string || seen.map { kinds == [$0] } ?? true ? nil : seen
    }

    private static func choices(_ field: EntityFacts.Field) -> [String] {
        field.statusType == nil ? field.choices : []
    }

    /// Whether the entity knows better than the page on a method, which often shows no more than that it is a text.
    private static func isBetter(_ value: FieldValue, than type: ValueType) -> Bool {
        guard let own = type.single else { return type.alternatives.isEmpty }
        guard let other = value.type.single else { return own.kind == .any }
        switch (own.kind, other.kind) {
        case (.any, _): return true
        case (.string, .integer), (.string, .number), (.string, .boolean): return !own.isList
        case (.string, .char): return !own.isList && !value.choices.isEmpty
        case (.array, _): return !own.isList && (other.isList || (value.isMultiple && other.isScalar))
        default: return false
        }
    }

    /// A type as its values have it; what is absent has none.
    private static func told(_ type: ValueType, choices: [String]) -> ValueType {
        let isFlag = !choices.isEmpty && choices.allSatisfy { $0 == "Y" || $0 == "N" }
        let isNumber = !choices.isEmpty && choices.allSatisfy { Int($0).map(String.init) == $0 }
        let present = type.alternatives.filter { $0.kind != .null }
        return ValueType(
            alternatives: (present.isEmpty ? type.alternatives : present).map { alternative in
                switch (alternative.name, alternative.kind) {
                case ("enum", _) where isNumber: alternative.renamed("integer")
                case ("enum", _) where isFlag, (_, .integer) where isFlag: alternative.renamed("char")
                case (_, .char) where !choices.isEmpty && !isFlag: alternative.renamed("string")
                default: alternative
                }
            })
    }
}

extension ValueType {
    fileprivate init(alternatives: [Alternative]) { self.alternatives = alternatives }
}

extension ValueType.Alternative {
    /// Whether it is a single value that has no others in it, and something is known of it.
    fileprivate var isScalar: Bool { !isList && ![.any, .array, .object, .file, .null].contains(kind) }

    fileprivate func renamed(_ name: Substring) -> Self { Self(isList ? name + "[]" : name) }
}

extension EntityFacts {
    /// The fields by each of their names, also those that requests and answers write another way.
    public var fieldsByName: [String: Field] {
        var names: [String: Field] = [:]
        let fields = fields
        for field in fields where names[field.name] == nil { names[field.name] = field }
        for field in fields { for name in field.aliases where names[name] == nil { names[name] = field } }
        return names
    }
}
