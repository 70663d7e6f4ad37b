/// Where a serving demo portal is found.
public struct DemoPortalAddress: Hashable, Sendable {
    /// The port on 127.0.0.1.
    public let port: Int
    /// The webhook's address, as an administrator copies it: `http://127.0.0.1:PORT/rest/1/CODE/`.
    public let webhook: String
    /// Where an application's calls begin: `http://127.0.0.1:PORT/rest/`.
    public var root: String { "http://127.0.0.1:\(port)/rest/" }
    /// Where tokens are sold: `http://127.0.0.1:PORT/oauth/token/`.
    public var tokenEndpoint: String { "http://127.0.0.1:\(port)/oauth/token/" }
}
