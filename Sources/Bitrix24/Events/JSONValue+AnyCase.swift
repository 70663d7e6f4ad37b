import JSON

extension JSONValue {
    /// The value at a path such as `FIELDS.ID`. Capital and small letters are alike, as the portal has it, and a list
    /// stands for its first element, however it was sent.
    func value(at path: String) -> JSONValue? {
        path.split(separator: ".").reduce(self as JSONValue?) { $0?.member(in: $1.lowercased()) }
    }

    /// The first of the paths with an identifier: a whole number, or a text.
    func identifier(at paths: [String]) -> String? {
        for path in paths {
            switch value(at: path) {
            case .integer(let number): return String(number)
            case .string(let text) where !text.isEmpty: return text
            default: continue
            }
        }
        return nil
    }

    /// The first of the paths with a whole number; one sent as text counts.
    func number(at paths: [String]) -> Int? { identifier(at: paths).flatMap { Int($0) } }

    private func member(in name: String) -> JSONValue? {
        if let first = self[0] { return first.member(in: name) }
        guard let object else { return nil }
        // The portal takes the exact name first, too.
        if let exact = object[name] ?? object[name.uppercased()] { return exact }
        if let found = object.first(where: { $0.0.lowercased() == name }) { return found.1 }
        return object["0"]?.member(in: name)
    }
}
