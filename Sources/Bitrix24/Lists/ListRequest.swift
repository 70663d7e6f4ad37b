import JSON

/// A list that is asked for.
public struct ListRequest: Sendable {
    /// How the caller wants it to be walked.
    public enum Preference: String, Sendable {
        /// As fits the method and the caller's own order.
        case usual
        /// By identifier, whatever order is given: nothing is lost or repeated while the list changes.
        case byID = "id"
    }

    /// The method.
    public let method: String
    /// Its parameters.
    public private(set) var parameters: JSONObject
    /// Which API it is called in.
    public let version: RESTVersion
    /// How many items are wanted; nil for all.
    public var limit: Int?
    /// How it is walked.
    public var preference = Preference.usual

    /// A list whose parameters are given by position.
    public init(_ method: String, positions: [JSONValue], version: RESTVersion, checker: CallChecker) {
        let call = PortalCall(method, .array(positions), version: version)
        self.init(method, checker.named(call) ?? [:], version: version)
    }

    /// A list.
    public init(_ method: String, _ parameters: JSONObject = [:], version: RESTVersion = .two) {
        self.method = method
        self.parameters = parameters
        self.version = version
    }

    /// The call of one of its pages, whose answer is outlined down to the items.
    ///
    /// - Parameter isWrite: whether the method takes away what it lists; nil has it looked up.
    func page(_ parameters: JSONObject, _ facts: ListFacts, isWrite: Bool? = nil) -> PortalCall {
        PortalCall(
            pageOf: method, parameters, version: version, depth: facts.listKey == nil ? 1 : 2, isWrite: isWrite)
    }

    /// The call that is checked: the request without paging.
    public var call: PortalCall { PortalCall(method, .object(parameters), version: version) }

    /// The request after a look at its parameters, by name still: the walk adds its own.
    func checked(by checker: CallChecker) throws(PortalError) -> ListRequest {
        let call = try checker.checked(call)
        var request = self
        if let object = checker.named(call) { request.parameters = object }
        return request
    }

    /// The request with its parameters spelled as the walk spells them, since the portal takes `ORDER` for `order`.
    /// A negative `start`, which only switches counting off, is left to the walk.
    func spelled(as facts: ListFacts) -> ListRequest {
        var names = [facts.filter, facts.order, facts.select].compactMap { $0 }
        switch facts.walk {
        case .byID: names.append("start")
        case .byStart(let parameter): names.append(parameter)
        default: break
        }
        var request = self
        request.parameters = JSONObject(
            parameters.map { given, value in
                (
                    parameters[given.lowercased()] == nil || given == given.lowercased()
                        ? names.first { $0.lowercased() == given.lowercased() } ?? given : given, value
                )
            })
        if let start = request.parameters["start"]?.integer, start < 0 { request.parameters["start"] = nil }
        return request
    }
}

extension JSONObject {
    /// The value at a path such as `params.offset`.
    func value(at path: String) -> JSONValue? {
        let parts = path.split(separator: ".").map(String.init)
        guard let first = parts.first else { return nil }
        return parts.dropFirst().reduce(self[first]) { $0?[$1] }
    }

    /// The object with a value at a path; objects on the way are made.
    func setting(_ path: String, _ value: JSONValue) -> JSONObject {
        var object = self
        let parts = path.split(separator: ".", maxSplits: 1).map(String.init)
        if parts.count == 2 {
            object[parts[0]] = .object((self[parts[0]]?.object ?? [:]).setting(parts[1], value))
        } else {
            object[path] = value
        }
        return object
    }
}
