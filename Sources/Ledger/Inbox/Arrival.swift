/// An event that has come, with the scripts that want it.
public struct Arrival: Sendable, Hashable {
    /// The portal it is of.
    public var portal: String
    /// The event's code, such as `ONCRMDEALUPDATE`.
    public var name: String
    /// The way it came: `online`, `offline`, `poll`, `person`.
    public var source: String
    /// What tells it from all other events of the portal; a second arrival with the same is a duplicate.
    public var identity: String
    /// The entity, such as `crm.deal:5`. Jobs of one script in one lane run one after another; nil knows no order.
    public var lane: String?
    /// When it came.
    public var at: Stamp
    /// What it says, in any form.
    public var body: [UInt8]
    /// The scripts that get a job.
    public var subscriptions: [Subscription]

    /// An event with everything that is known of it.
    public init(
        portal: String, name: String, source: String, identity: String, lane: String? = nil, at: Stamp,
        body: [UInt8] = [], subscriptions: [Subscription] = []
    ) {
        self.portal = portal
        self.name = name
        self.source = source
        self.identity = identity
        self.lane = lane
        self.at = at
        self.body = body
        self.subscriptions = subscriptions
    }
}

/// A script that wants an event.
public struct Subscription: Sendable, Hashable {
    /// The script that gets a job.
    public var script: String
    /// Whether one run is enough for all events of the lane that come before it begins. Without a lane nothing merges.
    public var coalesces: Bool
    /// Seconds before the job may start, so that more can merge.
    public var wait: Double
    /// How many jobs caused one another before this one.
    public var depth: Int
    /// Why the job must not run; it is recorded as stopped then.
    public var refusal: String?
    /// The job whose write has caused the event.
    public var origin: Int?

    /// A script's wish for a job.
    public init(
        script: String, coalesces: Bool = false, wait: Double = 0, depth: Int = 0, refusal: String? = nil,
        origin: Int? = nil
    ) {
        self.script = script
        self.coalesces = coalesces
        self.wait = wait
        self.depth = depth
        self.refusal = refusal
        self.origin = origin
    }
}

/// What became of an arrival.
public enum Reception: Sendable, Hashable {
    /// What a script's wish has come to.
    public enum Outcome: Sendable, Hashable {
        /// A new job with this number.
        case added(Int)
        /// The waiting job with this number has the event, too.
        case merged(Int)
    }

    /// The event is recorded under a number; the outcomes are those of its subscriptions, in their order.
    case recorded(event: Int, [Outcome])
    /// It had come before, under this number.
    case duplicate(event: Int)
}

/// How far a source was read; it is kept together with what was read.
public struct Cursor: Sendable, Hashable {
    /// The portal that is read.
    public var portal: String
    /// What tells the source from the portal's others.
    public var name: String
    /// Where to go on, in any form.
    public var value: [UInt8]

    /// How far a source of a portal was read.
    public init(portal: String, name: String, value: [UInt8]) {
        self.portal = portal
        self.name = name
        self.value = value
    }
}
