/// What the settings say of `lunokhod serve`.
public struct ServeSettings: Hashable, Sendable {
    /// An address to listen on.
    public struct Place: Hashable, Sendable {
        /// A host name or an IP address.
        public var host: String
        /// The port; 0 takes a free one.
        public var port: Int
    }

    /// The files of a certificate, in PEM.
    public struct Certificate: Hashable, Sendable {
        /// The chain, the server's own certificate first.
        public var chain: String
        /// Its private key.
        public var key: String
    }

    /// How long something is kept, in days.
    public struct Keeping: Hashable, Sendable {
        /// Events.
        public var events = 30.0
        /// Jobs that are over, and their runs.
        public var runs = 90.0
        /// Jobs that failed for good.
        public var failures = 365.0
    }

    /// Where the portal's events come in; nil if none are taken.
    public var listen: Place? = Place(host: "127.0.0.1", port: 8080)
    /// Where `/healthz`, `/readyz` and `/metrics` are; nil for nowhere.
    public var operations: Place? = Place(host: "127.0.0.1", port: 9090)
    /// The certificate for events over TLS; nil where a proxy does that.
    public var certificate: Certificate?
    /// Whether a proxy stands in front, whose `X-Forwarded-For` says in the log who has sent something.
    public var isBehindProxy = false
    /// The file of everything that is remembered.
    public var ledger = ".lunokhod/ledger.sqlite"
    /// The file of the key that secrets in the ledger are sealed with.
    public var keyFile: String?
    /// How many jobs run at the same time.
    public var workers = 8
    /// How long a stop waits for jobs that are under way, in seconds.
    public var stopWithin = 30.0
    /// How long things are kept.
    public var keep = Keeping()
    /// How deep a chain of handlers that start each other may become.
    public var deepestChain = 3
    /// How often a minute a script may run for one item.
    public var runsPerMinute = 30

    /// Settings as they are without a file.
    public init() {}
}

/// How a portal's events come.
public struct EventSettings: Hashable, Sendable {
    /// Ways to ask for events.
    public enum Pull: String, Hashable, Sendable, CaseIterable {
        /// Only what the portal sends.
        case none
        /// Lists are asked for what was changed.
        case poll
        /// The portal's queue of offline events, for applications.
        case offline
    }

    /// The file of the tokens that its events carry, one a line.
    public var tokenFile: String?
    /// How events are asked for.
    public var pull: Pull?
    /// How often, in seconds.
    public var every = 30.0
    /// Where the portal reaches this program, so that an application has its events sent there by itself.
    public var address: String?

    /// The usual way.
    public init() {}
}
