/// An application that is installed on a portal and calls it by OAuth 2.0.
public struct Application: Sendable, CustomStringConvertible, CustomReflectable {
    /// Where Bitrix24's applications get their tokens.
    public static let cloudServer = "https://oauth.bitrix24.tech/oauth/token/"

    /// The application's code, which is no secret.
    public let clientID: String
    /// Goes to the authorization server and nowhere else.
    let clientSecret: String
    /// The authorization server's address for tokens.
    public let server: String
    /// Where the tokens are kept.
    let store: any TokenStore

    /// An application.
    public init(clientID: String, clientSecret: String, server: String = Self.cloudServer, store: any TokenStore) {
        self.clientID = clientID
        self.clientSecret = clientSecret
        self.server = server
        self.store = store
    }

    /// The application's code, without its secret.
    public var description: String { "application \(clientID)" }
    /// Nothing but the description, so that a dump shows no secret either.
    public var customMirror: Mirror { Mirror(self, children: ["application": description]) }

    /// The request for new tokens: a secret as a whole.
    func renewalURL(refresh: String) -> String {
        let query = [
            ("grant_type", "refresh_token"), ("client_id", clientID), ("client_secret", clientSecret),
            ("refresh_token", refresh),
        ]
        return server + "?" + query.map { "\($0)=\($1.percentEncoded)" }.joined(separator: "&")
    }
}

/// How calls are authorized.
public enum Credential: Sendable {
    /// By an incoming webhook's address.
    case webhook(Webhook)
    /// By an application's tokens.
    case application(Application)
}
