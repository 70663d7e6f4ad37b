/// A method of the portal.
struct Method: Sendable {
    typealias Body =
        @Sendable (_ parameters: ParameterMap, _ state: inout PortalState, _ answer: inout Answer) throws(RESTError)
        -> Void

    /// As the vendor writes it: `tasks.task.getFields`.
    let name: String
    /// One of these scopes is enough; none are needed if there are none.
    let scopes: [String]
    /// Whether it changes something.
    let writes: Bool
    let run: Body

    init(_ name: String, scopes: [String], run: @escaping Body) {
        self.name = name
        self.scopes = scopes
        writes = Method.writingVerbs.contains(name.split(separator: ".").last.map(String.init) ?? "")
        self.run = run
    }

    private static let writingVerbs: Set<String> = [
        "add", "update", "delete", "start", "pause", "defer", "renew", "approve", "disapprove", "complete", "delegate",
        "bind", "unbind", "clear", "error",
    ]

    func isAllowed(for granted: Set<String>) -> Bool { scopes.isEmpty || scopes.contains(where: granted.contains) }
}

/// What a method answers: the value of `result` is appended to `json`.
struct Answer: Sendable {
    var json: JSONBuffer
    var total: Int?
    var next: Int?
}
