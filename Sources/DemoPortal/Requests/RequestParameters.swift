import Forms
import JSON

/// Reads the parameters of a request, wherever they stand; those of the body win over those of the query.
enum RequestParameters {
    static func read(_ request: DemoRequest) throws(RESTError) -> ParameterMap {
        var parameters = try form(request.query.utf8)
        guard !request.body.isEmpty else { return parameters }
        let type = request.contentType?.split(separator: ";").first?.lowercased() ?? ""
        if type.hasPrefix("multipart/") {
            throw RESTError(400, "INVALID_REQUEST", "This demo portal reads JSON and form-encoded bodies only")
        }
        let body = type.hasSuffix("json") ? try json(request.body) : try form(request.body)
        for (name, value) in zip(body.names, body.values) { parameters[name] = value }
        return parameters
    }

    /// What a form may bring; PHP drops what exceeds its limits in silence, here it is an error. How long a body may be
    /// is checked before.
    private static let limits = FormLimits(bytes: .max, pairs: 10_000, depth: 64, nameBytes: .max)

    /// A query or a form.
    static func form(_ bytes: some Collection<UInt8>) throws(RESTError) -> ParameterMap {
        do {
            guard case .map(let map) = try PHPForm.decode(Array(bytes), limits: limits) else { return ParameterMap() }
            return ParameterMap(map)
        } catch {
            let reason =
                switch error {
                case .tooManyPairs(let limit): "More than \(limit) parameters"
                case .tooDeep(_, let limit): "Parameters are nested deeper than \(limit) levels"
                case .tooManyBytes, .nameTooLong: error.description
                }
            throw RESTError(400, "INVALID_REQUEST", reason)
        }
    }

    /// A JSON body. What the vendor's server does with a broken one is not documented; here it is refused aloud, so
    /// that a mistake can't hide behind an answer to no parameters.
    private static func json(_ bytes: [UInt8]) throws(RESTError) -> ParameterMap {
        let document: JSONDocument
        do {
            document = try JSONDocument(parsing: bytes)
        } catch {
            throw RESTError(400, "INVALID_REQUEST", "\(error)")
        }
        switch Parameter(document.root) {
        case .map(let map): return map
        case .list(let list): return ParameterMap(list.enumerated().map { (String($0), $1) })
        default: return ParameterMap()
        }
    }
}
