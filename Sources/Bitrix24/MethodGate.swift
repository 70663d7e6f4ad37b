import Spelling

/// The limits that a script sets itself: calls outside of them fail before they leave.
public struct MethodGate: Hashable, Sendable {
    /// The scopes that the script works in; nil for no limit. `basic` always is one.
    public let scopes: [String]?
    /// The methods by which it may change something; nil for no limit.
    public let writes: [String]?

    /// A gate with these limits.
    public init(scopes: [String]? = nil, writes: [String]? = nil) {
        self.scopes = scopes
        self.writes = writes
    }

    /// Throws `SCOPE` or `WRITES` if the method is outside the limits. A method that isn't documented is let through by its scope, but
    /// not by `writes`: nobody knows what it does.
    public func check(_ method: String, version: RESTVersion = .two) throws(PortalError) {
        let facts = Catalogue.method(method, version: version)
        if let scopes, let wanted = facts?.scopes, let first = wanted.first, !wanted.contains("basic"),
            Set(scopes).isDisjoint(with: wanted)
        {
            throw PortalError(
                code: "SCOPE", message: "the script's scopes don't include '\(first)'", method: method,
                hint: "add it to `scopes` in the definition")
        }
        if let writes, facts?.isWrite ?? true, !writes.contains(where: { $0.lowercased() == method.lowercased() }) {
            let known = NearestName(among: writes).nearest(to: method)
            throw PortalError(
                code: "WRITES", message: "the script's writes don't include this method", method: method,
                hint: "add it to `writes` in the definition" + (known.map { " (there is '\($0)')" } ?? ""))
        }
    }
}
