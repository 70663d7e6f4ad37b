import JSON

/// A value of a stored description that knows its place, so that what is wrong with it can be told.
struct StoredMember {
    let value: JSONValue
    /// Such as `entities[3].fields[0]`; empty for the whole.
    let path: String

    func wrong(_ wanted: String, at name: String? = nil) -> PortalDescription.Unreadable {
        let place = [path, name ?? ""].filter { !$0.isEmpty }.joined(separator: ".")
        return PortalDescription.Unreadable("\(place) must be \(wanted)")
    }

    func text(_ name: String) throws(PortalDescription.Unreadable) -> String {
        guard let text = value[name]?.string else { throw wrong("a text", at: name) }
        return text
    }

    func optionalText(_ name: String) throws(PortalDescription.Unreadable) -> String? {
        guard let member = value[name], member != .null else { return nil }
        return try text(name)
    }

    func integer(_ name: String) throws(PortalDescription.Unreadable) -> Int {
        guard let integer = value[name]?.integer else { throw wrong("a whole number", at: name) }
        return integer
    }

    func flag(_ name: String) -> Bool { value[name]?.bool ?? false }

    /// Texts; nil where there is no such member.
    func texts(_ name: String) throws(PortalDescription.Unreadable) -> [String]? {
        guard let member = value[name], member != .null else { return nil }
        guard let elements = member.array, case let texts = elements.compactMap(\.string),
            texts.count == elements.count
        else { throw wrong("a list of texts", at: name) }
        return texts
    }

    /// The elements of a list; none where there is no such member.
    func list(_ name: String) throws(PortalDescription.Unreadable) -> [StoredMember] {
        guard let member = value[name], member != .null else { return [] }
        guard let elements = member.array else { throw wrong("a list", at: name) }
        let prefix = path.isEmpty ? name : "\(path).\(name)"
        return elements.enumerated().map { StoredMember(value: $1, path: "\(prefix)[\($0)]") }
    }
}
