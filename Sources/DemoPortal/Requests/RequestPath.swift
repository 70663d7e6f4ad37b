/// What the path of a request names: `/rest/1/CODE/METHOD`, `/rest/METHOD`, and the same below `/rest/api/`.
struct RequestPath: Hashable, Sendable {
    /// How the caller shows who it is.
    enum Credential: Hashable, Sendable {
        case webhook(user: Substring, code: Substring)
        /// A token among the parameters.
        case token
    }

    /// Whether REST 3.0 is meant.
    let isThird: Bool
    let credential: Credential
    /// nil where none is named.
    let method: Substring?

    init(_ path: String) throws(RESTError) {
        var parts = path.split(separator: "/")[...]
        guard parts.popFirst() == "rest" else { throw .methodNotFound }
        isThird = parts.first == "api"
        if isThird { parts.removeFirst() }
        guard let first = parts.popFirst() else { throw .noAuthorization }
        guard let code = parts.popFirst() else {
            credential = .token
            method = RequestPath.withoutEnding(first)
            return
        }
        credential = .webhook(user: first, code: code)
        guard parts.count <= 1 else { throw .methodNotFound }
        method = parts.first.map(RequestPath.withoutEnding)
    }

    /// `crm.deal.list.json` is `crm.deal.list`.
    private static func withoutEnding(_ method: Substring) -> Substring {
        method.hasSuffix(".json") ? method.dropLast(5) : method
    }
}
