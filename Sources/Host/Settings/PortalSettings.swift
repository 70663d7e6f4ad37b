import Bitrix24

/// What the settings say of one portal.
public struct PortalSettings: Hashable, Sendable {
    /// How its calls are authorized.
    public enum Access: Hashable, Sendable {
        /// By a webhook's address in the settings themselves.
        case webhook(String, line: Int)
        /// By a webhook's address in a file of its own.
        case webhookFile(String, line: Int)
        /// By an application.
        case application(ApplicationSettings, line: Int)
    }

    /// How its calls are authorized.
    public var access: Access
    /// What it allows.
    public var limits = PortalLimits.standard
    /// What happens to calls that speak against the documented facts; nil for what goes for all portals.
    public var checks: CheckPolicy?
    /// How it is reached.
    public var transport = TransportOptions()

    /// How its events come.
    public var events = EventSettings()

    /// A portal with the usual limits.
    public init(access: Access) { self.access = access }
}

/// What the settings say of an application. Its secret and its tokens are in files of their own.
public struct ApplicationSettings: Hashable, Sendable {
    /// The application's code.
    public var clientID: String
    /// A file with the application's secret.
    public var secretFile: String
    /// The file that its tokens are kept in.
    public var tokensFile: String
    /// The authorization server, if it isn't the cloud's.
    public var server: String?
}
