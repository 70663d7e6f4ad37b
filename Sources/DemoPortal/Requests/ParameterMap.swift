/// Named parameters in their order.
struct ParameterMap: Hashable, Sendable {
    private(set) var names: [String] = []
    private(set) var values: [Parameter] = []
    /// Positions by name, kept for big maps only: nearly all have a handful of members.
    private var places: [String: Int] = [:]

    private static let small = 16

    init() {}

    init(_ members: some Sequence<(String, Parameter)>) {
        for (name, value) in members { self[name] = value }
    }

    var isEmpty: Bool { names.isEmpty }
    var count: Int { names.count }

    /// The value of exactly that name. Values can be set, not taken away.
    subscript(name: String) -> Parameter? {
        get { place(of: name).map { values[$0] } }
        set {
            guard let newValue else { return }
            if let place = place(of: name) { return values[place] = newValue }
            names.append(name)
            values.append(newValue)
            if names.count == ParameterMap.small {
                for (place, name) in names.enumerated() { places[name] = place }
            } else if names.count > ParameterMap.small {
                places[name] = names.count - 1
            }
        }
    }

    /// The value of that name, capital or small: the portal takes `FILTER` for `filter`.
    func anyCase(_ name: String) -> Parameter? {
        if let exact = self[name] { return exact }
        let lower = name.lowercased()
        return names.firstIndex { $0.utf8.count == lower.utf8.count && $0.lowercased() == lower }.map { values[$0] }
    }

    /// The others than that one.
    func without(_ name: String) -> ParameterMap { ParameterMap(zip(names, values).filter { $0.0 != name }) }

    private func place(of name: String) -> Int? {
        names.count < ParameterMap.small ? names.firstIndex(of: name) : places[name]
    }
}
