import Alerts

/// What the settings say of alerts; secrets are still in their files.
public struct AlertChoices: Hashable, Sendable {
    /// Mail as the settings have it.
    public struct Mail: Hashable, Sendable {
        var server = ""
        var port: Int?
        var protection = "tls"
        var user: String?
        var passwordFile: String?
        var from = ""
        var to: [String] = []
    }

    /// The portal that chats and users are of; nil for the usual one.
    var portal: String?
    /// The line that names it.
    var portalLine = 1
    /// A chat's dialog, such as `chat42`.
    var chat: String?
    /// A user's number.
    var user: Int?
    /// Mail.
    var mail: Mail?
    /// A file with the address of a webhook.
    var hookFile: String?
    /// A program and its arguments.
    var command: [String]?
    /// A file with the address that is called while all is well.
    var heartbeatFile: String?
    /// How often that is, in seconds.
    var heartbeatEvery = 60.0
    /// After how many seconds what is still open is told again; nil if never.
    var reminder: Double? = 86_400
    /// What is told by which way, where it isn't everything.
    var only: [AlertRoute.Channel: Set<AlertKind>] = [:]
    /// The line that they begin in.
    var line = 1

    /// The setting that a way needs, and whether it is there.
    func setting(of way: AlertRoute.Channel) -> (name: String, isThere: Bool) {
        switch way {
        case .chat: ("chat", chat != nil)
        case .user: ("user", user != nil)
        case .mail: ("mail", mail != nil)
        case .webhook: ("webhook_file", hookFile != nil)
        case .command: ("command", command != nil)
        }
    }
}
