/// A pair of tokens, as the portal hands it to an application that is being installed.
public struct DemoTokens: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
    /// What calls are made with: `auth`.
    public let access: String
    /// What buys the next pair, once.
    public let refresh: String

    /// No token is shown.
    public var description: String { "tokens of an application" }
    /// No token is shown.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
