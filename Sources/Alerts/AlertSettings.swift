/// Who is told, how, and of what.
public struct AlertSettings: Hashable, Sendable {
    /// A heartbeat to a watcher outside.
    public struct Heartbeat: Hashable, Sendable {
        /// What is called.
        public let address: HookAddress
        /// Seconds between two calls.
        public let every: Double

        /// A heartbeat; `every` is 10 seconds to a day.
        public init(address: HookAddress, every: Double) throws(AlertMistake) {
            guard (10...86_400).contains(every) else { throw AlertMistake("is sent every 10 seconds to 24 hours") }
            self.address = address
            self.every = every
        }
    }

    /// The dialog of a portal's chat, such as `chat12`; nil for none.
    public var chat: String?
    /// The user of a portal who gets notifications; nil for none.
    public var user: Int?
    /// Mail; nil for none.
    public var mail: MailSettings?
    /// A webhook; nil for none.
    public var hook: HookAddress?
    /// A program and its arguments; nil for none.
    public var command: [String]?
    /// A heartbeat; nil for none.
    public var heartbeat: Heartbeat?
    /// What is told, by channel; a channel without a route tells everything.
    public var routes: [AlertRoute] = []
    /// Seconds after which what is still open is told again; nil if never.
    public var reminder: Double? = 86_400

    /// Settings by which nobody is told.
    public init() {}

    /// What of a notice goes to a channel; nil if nothing does.
    public func part(of notice: AlertNotice, for channel: AlertRoute.Channel) -> AlertNotice? {
        let own = routes.filter { $0.channel == channel }
        guard !own.isEmpty else { return notice }
        return notice.only(own.reduce(into: []) { $0.formUnion($1.kinds) })
    }
}

/// Which kinds go to a channel.
public struct AlertRoute: Hashable, Sendable {
    /// A channel by its name in the settings; the host keeps messages under that name.
    public enum Channel: String, CaseIterable, Hashable, Sendable {
        /// A chat of a portal.
        case chat
        /// Notifications of a user.
        case user
        /// Mail.
        case mail
        /// A webhook.
        case webhook
        /// A program.
        case command
    }

    /// Where they go.
    public var channel: Channel
    /// What goes there.
    public var kinds: Set<AlertKind>

    /// A route; by default everything goes there.
    public init(channel: Channel, kinds: Set<AlertKind> = Set(AlertKind.allCases)) {
        self.channel = channel
        self.kinds = kinds
    }
}
