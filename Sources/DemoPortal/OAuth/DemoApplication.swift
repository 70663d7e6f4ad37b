/// A local application that is installed on the portal: it calls with tokens instead of a webhook.
public struct DemoApplication: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
    /// Its public name: `local.…`.
    public var clientID: String
    /// Its secret, for the authorization server only.
    public var clientSecret: String
    /// How many seconds an access token lives.
    public var tokenLifetime: Int

    /// An application with these credentials.
    public init(clientID: String, clientSecret: String, tokenLifetime: Int = 3_600) {
        self.clientID = clientID
        self.clientSecret = clientSecret
        self.tokenLifetime = tokenLifetime
    }

    /// The application of a portal that grows from that seed.
    init(seed: UInt64) {
        var random = RandomSource(seed: seed, stream: "application")
        self.init(clientID: "local." + random.word(14), clientSecret: random.word(50))
    }

    /// The client ID; never the secret.
    public var description: String { "application \(clientID)" }
    /// The client ID; never the secret.
    public var customMirror: Mirror { Mirror(self, children: ["clientID": clientID]) }
}
