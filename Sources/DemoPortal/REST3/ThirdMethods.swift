import JSON

/// The methods of REST 3.0.
enum ThirdMethods {
    static let all: [Method] =
        [
            Method(Batch.name, scopes: []) { (parameters, state, answer) throws(RESTError) in
                try ThirdBatch.run(parameters, &state, &answer)
            },
            // It is answered before it would run; here it only has its place among the others.
            Method(OpenAPI.name, scopes: []) { (_, _, answer) throws(RESTError) in
                answer.json.value(OpenAPI.document.bytes)
            },
            Method("rest.scope.list", scopes: []) { (_, _, answer) throws(RESTError) in
                writeScopes(&answer.json)
            },
        ] + ThirdTaskMethods.all

    private static let byName: [String: Method] = {
        var table = Dictionary(all.map { ($0.name.lowercased(), $0) }) { first, _ in first }
        table["documentation"] = table[OpenAPI.name]
        return table
    }()

    static func method(_ name: some StringProtocol) -> Method? { byName[name.lowercased()] }

    /// The scope of every method that needs one, of both versions; that of REST 3.0 counts where both have it.
    private static func writeScopes(_ json: inout JSONBuffer) {
        json.beginObject()
        for method in all + MethodTable.all.filter({ self.method($0.name) == nil }) {
            guard let scope = method.scopes.first else { continue }
            json.name(method.name)
            json.string(scope)
        }
        json.endObject()
    }
}
