/// Named values in their order.
public struct FormMap: Hashable, Sendable {
    /// The names in the order in which they were set.
    public private(set) var names: [String] = []
    /// The values, each at the place of its name.
    public private(set) var values: [FormValue] = []
    /// Places by name, kept for big maps only: nearly all have a handful of members.
    private var places: [String: Int] = [:]

    private static let small = 16

    /// A map without members.
    public init() {}

    /// A map of these members; of two with one name the later counts.
    public init(_ members: some Sequence<(String, FormValue)>) {
        for (name, value) in members { self[name] = value }
    }

    /// A map of names that are known to differ.
    init(names: [String], values: [FormValue]) {
        (self.names, self.values) = (names, values)
        if names.count >= FormMap.small { index() }
    }

    /// Whether there is no member.
    public var isEmpty: Bool { names.isEmpty }
    /// How many members there are.
    public var count: Int { names.count }

    /// The value of exactly that name. Setting nil changes nothing: values can be set, not taken away.
    public subscript(name: String) -> FormValue? {
        get { place(of: name).map { values[$0] } }
        set {
            guard let newValue else { return }
            if let place = place(of: name) { return values[place] = newValue }
            names.append(name)
            values.append(newValue)
            if names.count == FormMap.small {
                index()
            } else if names.count > FormMap.small {
                places[name] = names.count - 1
            }
        }
    }

    private mutating func index() {
        for (place, name) in names.enumerated() { places[name] = place }
    }

    private func place(of name: String) -> Int? {
        names.count < FormMap.small ? names.firstIndex(of: name) : places[name]
    }
}
