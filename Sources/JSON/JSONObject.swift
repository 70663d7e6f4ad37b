/// The members of a JSON object in their order. Look-up is linear: it is meant for parameters, not for tables.
public struct JSONObject: Hashable, Sendable, Sequence, ExpressibleByDictionaryLiteral {
    /// The names in their order.
    public private(set) var names: [String] = []
    /// The values in the order of `names`.
    public private(set) var values: [JSONValue] = []

    /// An object without members.
    public init() {}

    /// An object with these members; of equal names the last one counts.
    public init(_ members: some Sequence<(String, JSONValue)>) {
        for (name, value) in members { self[name] = value }
    }

    /// `["a": 1]`.
    public init(dictionaryLiteral elements: (String, JSONValue)...) { self.init(elements) }

    /// How many members.
    public var count: Int { names.count }
    /// Whether there is no member.
    public var isEmpty: Bool { names.isEmpty }

    /// The member of that name. Setting nil removes it; a new name goes last.
    public subscript(name: String) -> JSONValue? {
        get { names.firstIndex(of: name).map { values[$0] } }
        set {
            switch (names.firstIndex(of: name), newValue) {
            case (let index?, let value?): values[index] = value
            case (let index?, nil):
                names.remove(at: index)
                values.remove(at: index)
            case (nil, let value?):
                names.append(name)
                values.append(value)
            case (nil, nil): break
            }
        }
    }

    /// Walks over the members in their order.
    public func makeIterator() -> Zip2Sequence<[String], [JSONValue]>.Iterator { zip(names, values).makeIterator() }
}
