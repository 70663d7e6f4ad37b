import Bitrix24

/// Whether a webhook may call a method, by what the portal said of it.
public enum MethodStanding: Hashable, Sendable {
    /// The portal named the method.
    case callable
    /// The portal named its methods without this one, though the webhook has a scope for it.
    case absent
    /// The webhook has none of these scopes.
    case outOfScope([String])
    /// The portal wasn't asked, or didn't answer.
    case unknown

    /// - Parameters:
    ///   - method: the documented method.
    ///   - portal: what the portal said; nil if it wasn't asked.
    public init(of method: MethodFacts, in portal: PortalDescription?) {
        let named = method.version == .three ? portal?.thirdMethods : portal?.methods
        let isNamed = named?.contains { $0.lowercased() == method.name.lowercased() }
        if isNamed == true {
            self = .callable
        } else if let scopes = portal?.scopes, let first = method.scopes.first, first != "basic",
            Set(scopes).isDisjoint(with: method.scopes)
        {
            self = .outOfScope(method.scopes)
        } else {
            self = isNamed == nil ? .unknown : .absent
        }
    }
}
