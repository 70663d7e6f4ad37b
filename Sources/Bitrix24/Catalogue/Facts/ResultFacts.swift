/// What is documented of a method's `result`.
public struct ResultFacts: Hashable, Sendable {
    /// What kind of value it is.
    public enum Kind: String, Hashable, Sendable {
        case object, array, boolean, integer, string, null
    }

    /// A documented member of what comes back.
    public struct Field: Hashable, Sendable {
        /// Its name; one that ends in `*` stands for all names that begin so.
        public let name: String
        /// Its type.
        public let type: ValueType
        /// What an example shows where that is another kind of value than the type says.
        public let seen: ValueType.Kind?

        init(_ line: FactLine) {
            name = String(line.name)
            type = ValueType(line.type)
            seen = line.text("j").flatMap(ValueType.Kind.init)
        }
    }

    /// What kind of value `result` is.
    public let kind: Kind
    /// The member that is the list.
    public let listKey: String?
    /// The member that is the entity.
    public let itemKey: String?
    /// What the elements are, where they are no objects.
    public let elements: ValueType?
    /// Whether the entities are keyed by identifier or code instead of being a list.
    public let isKeyed: Bool
    /// Whether it describes fields.
    public let describesFields: Bool
    /// Whether the answer is the result, without an envelope.
    public let isUnwrapped: Bool
    /// Members beside the list.
    public let others: [String]
    /// The fields of an entity, or of the result itself.
    public let fields: [Field]

    /// - Parameter line: such as `<object|l:tasks|k`.
    init?(_ line: Substring, fields: [Field]) {
        // The kind stands where a field has its name.
        let rest = FactLine(line.dropFirst())
        guard let kind = Kind(rawValue: String(rest.name)) else { return nil }
        self.kind = kind
        listKey = rest.text("l")
        itemKey = rest.text("i")
        elements = rest.text("s").map { ValueType(Substring($0)) }
        isKeyed = rest.has("k")
        describesFields = rest.has("m")
        isUnwrapped = rest.has("u")
        others = rest.values("a")
        self.fields = fields
    }
}
