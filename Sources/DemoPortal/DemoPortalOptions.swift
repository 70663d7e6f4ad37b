import Timetable

/// How the demo portal is set up. Equal options make an equal portal, to the byte.
public struct DemoPortalOptions: Sendable {
    /// The port on 127.0.0.1; 0 takes a free one.
    public var port = 0
    /// How many deals there are. Leads, contacts, companies, tasks and smart-process items go along up to 3,000.
    public var deals = 3_000
    /// What the data grow from.
    public var seed: UInt64
    /// The portal's today: the data end with the day before it.
    public var today: CivilDate
    /// The portal's time zone.
    public var zone: Zone
    /// What the webhook may use; all emulated scopes at first.
    public var scopes: [String] = DemoPortal.scopes
    /// The user whose webhook it is, 1 … 40.
    public var webhookUser = 1
    /// The secret in the webhook's address: letters and digits.
    public var webhookCode: String
    /// The application that is installed on it; credentials grow from the seed at first.
    public var application: DemoApplication
    /// What the portal allows; nil is everything.
    public var limits: DemoLimits?
    /// How long the portal takes; nil is as short as possible.
    public var latency: DemoLatency?
    /// What goes wrong over HTTP; nothing at first.
    public var faults = DemoFaults()
    /// Other people's changes while lists are read; nil is none.
    public var churn: DemoChurn?
    /// How many deals other people add or change each second while the portal serves; 0 is none.
    public var changesPerSecond = 0.0
    /// The address that all requests are redirected to with 302, `http://127.0.0.1:PORT`; nil is none.
    public var movedTo: String?
    /// Who is told of changes while the portal serves; nobody at first. Handlers are on this machine.
    public var outgoingWebhooks: [OutgoingWebhook] = []
    /// Whether the plan has `rest_offline_extended` and `rest_auth_connector`: offline events can be reserved and
    /// confirmed, and have sources.
    public var hasExtendedOfflineEvents = true
    /// The machine's time in seconds since 1970, replaceable for tests.
    var clock = PortalClock.machine

    /// The options of the usual portal.
    ///
    /// - Parameters:
    ///   - seed: what the data and the webhook's code grow from
    ///   - today: the portal's today; nil is the machine's today in `zone`
    ///   - zone: nil is Moscow's, or UTC where the system has no zone files
    public init(seed: UInt64 = 1970_11_17, today: CivilDate? = nil, zone: Zone? = nil) {
        let zone = zone ?? (try? Zone(identifier: "Europe/Moscow")) ?? .utc
        self.seed = seed
        self.zone = zone
        self.today = today ?? zone.date(at: Moment(unixSeconds: Int(PortalClock.machine())))
        webhookCode = DemoPortalOptions.code(from: seed)
        application = DemoApplication(seed: seed)
    }

    private static func code(from seed: UInt64) -> String {
        var random = RandomSource(seed: seed, stream: "webhook")
        return random.word(16)
    }
}
