/// What an application calls a portal with: a pair of tokens, the first for calls, the second for the next pair.
///
/// It shows neither of them, whether printed, interpolated or dumped.
public struct ApplicationToken: Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    /// Goes with every call; lives an hour.
    public let access: String
    /// Buys the next pair, once; lives 180 days.
    public let refresh: String
    /// The portal's REST root, such as `https://demo.bitrix24.ru/rest/`.
    public let endpoint: String
    /// The portal's identity, which stays when its address changes.
    public let memberID: String

    /// A pair of tokens.
    public init(access: String, refresh: String, endpoint: String, memberID: String) {
        self.access = access
        self.refresh = refresh
        self.endpoint = endpoint
        self.memberID = memberID
    }

    /// The portal, without the tokens.
    public var description: String { "token of \(endpoint)" }
    /// The portal, without the tokens.
    public var debugDescription: String { description }
    /// Nothing but the description, so that a dump shows no secret either.
    public var customMirror: Mirror { Mirror(self, children: ["token": description]) }
}

/// Where an application's tokens are kept.
///
/// Several programs may use the same tokens, and a refresh token works once. So who renews them holds the store for
/// that long, and sees first whether another has done it.
public protocol TokenStore: Sendable {
    /// The tokens that are kept; nil if there are none.
    func token() async throws -> ApplicationToken?
    /// Replaces the tokens by what `renew` makes of them, which is handed back only when it is durable. Nobody else
    /// renews meanwhile.
    func replace(
        _ renew: @Sendable (ApplicationToken?) async throws -> ApplicationToken
    ) async throws -> ApplicationToken
}
