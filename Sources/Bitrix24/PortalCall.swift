import JSON

/// One call of a method.
public struct PortalCall: Sendable {
    /// The method, such as `crm.deal.get`.
    public let method: String
    /// Its parameters: an object; an array for the few methods that take them by position.
    public private(set) var parameters: JSONValue
    /// Which API it is called in.
    public let version: RESTVersion
    /// Whether it changes something; what isn't documented counts as a change.
    public let isWrite: Bool
    /// Whether an answer without `result` is the result: REST 3.0 describes itself so. A list always has an envelope.
    var isBare: Bool { version == .three && Catalogue.method(method, version: version)?.list == nil }
    /// How deep the answer's outline must go below `result`.
    var depth = 0

    /// Whether it needs no check any more.
    private(set) var isChecked = false

    /// A call.
    public init(_ method: String, _ parameters: JSONValue = [:], version: RESTVersion = .two) {
        self.method = method
        self.parameters = parameters
        self.version = version
        isWrite = Catalogue.isWrite(method, version: version) ?? !method.looksLikeReading
    }

    /// The same call with its parameters written another way.
    func with(_ parameters: JSONValue) -> PortalCall {
        var call = self
        call.parameters = parameters
        call.isChecked = true
        return call
    }

    /// A page of a list.
    ///
    /// - Parameter isWrite: whether the method takes away what it lists; nil has it looked up.
    init(pageOf method: String, _ parameters: JSONObject, version: RESTVersion, depth: Int, isWrite: Bool? = nil) {
        self.method = method
        self.parameters = .object(parameters)
        self.version = version
        self.depth = depth
        // The request of the list was checked.
        isChecked = true
        self.isWrite = isWrite ?? Catalogue.isWrite(method, version: version) ?? true
    }
}

extension String {
    /// Whether a method that isn't documented is called as those are that read.
    fileprivate var looksLikeReading: Bool {
        let last = split(separator: ".").last?.lowercased() ?? ""
        return ["get", "list", "fields", "getlist", "getfields", "current", "search", "types"].contains(last)
    }
}

extension String {
    /// A method's name becomes part of a URL, so nothing but a name may pass.
    var isMethodName: Bool { !isEmpty && utf8.allSatisfy(\.isCodeByte) && !contains("..") }
}
