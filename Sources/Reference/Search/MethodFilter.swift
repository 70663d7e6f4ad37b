import Bitrix24

/// Which methods are looked at.
public struct MethodFilter: Hashable, Sendable {
    /// The scope that allows them; nil for all.
    public var scope: String?
    /// Whether they change something; nil for all.
    public var isWrite: Bool?
    /// The REST API that they belong to; nil for all.
    public var version: RESTVersion?

    /// A filter that lets everything through.
    public init() {}

    /// Whether a method is looked at.
    public func lets(_ method: MethodFacts) -> Bool {
        (scope.map(method.scopes.contains) ?? true) && (isWrite ?? method.isWrite) == method.isWrite
            && (version ?? method.version) == method.version
    }
}
