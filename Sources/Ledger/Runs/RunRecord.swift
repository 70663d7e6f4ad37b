import GRDB

/// A line that a script has logged.
public struct LogLine: Sendable, Hashable {
    /// When.
    public var at: Stamp
    /// How grave: a word such as `info`.
    public var level: String
    /// What it says.
    public var text: String

    /// A line of a log.
    public init(at: Stamp, level: String, text: String) {
        self.at = at
        self.level = level
        self.text = text
    }
}

/// A change that a run has sent to its portal.
public struct WriteRecord: Sendable, Hashable, Identifiable {
    /// What is known of a change.
    public enum State: String, Sendable, Hashable {
        /// It was about to be sent.
        case sent
        /// The portal has done it.
        case answered
        /// The portal has refused it.
        case failed
        /// Nobody knows whether it was done.
        case unknown
    }

    /// Its number.
    public let id: Int
    /// The method that was called.
    public let method: String
    /// The entity that was changed, such as `crm.deal:5`; nil if it isn't known.
    public let entity: String?
    /// When it was about to be sent.
    public let at: Stamp
    /// What is known of it.
    public let state: State

    init(_ row: Row) {
        id = row["id"]
        method = row["method"]
        entity = row["entity"]
        at = row.moment("at")
        state = State(rawValue: row["state"]) ?? .unknown
    }
}

/// Something that a run has brought to somebody.
public struct Delivery: Sendable, Hashable {
    /// The run that has done it.
    public let run: Int
    /// What kind of target it is.
    public let kind: String
    /// Where it went.
    public let target: String
    /// What tells its content from any other.
    public let digest: String
    /// When.
    public let at: Stamp

    init(_ row: Row) {
        run = row["run"]
        kind = row["kind"]
        target = row["target"]
        digest = row["digest"]
        at = row.moment("at")
    }
}

/// One attempt at a job.
public struct RunRecord: Sendable, Hashable, Identifiable {
    /// Its number; later runs have greater ones.
    public let id: Int
    /// The job it was for.
    public let job: Int
    /// The portal it worked with.
    public let portal: String
    /// The script that ran.
    public let script: String
    /// Which attempt it was, from 1.
    public let attempt: Int
    /// When it began.
    public let started: Stamp
    /// When it ended; nil while it runs.
    public let ended: Stamp?
    /// How it ended: `Ending.outcome`, or `running`.
    public let outcome: String
    /// Why it ended so.
    public let reason: String?
    /// The script's line that failed.
    public let line: Int?
    /// Requests that it took.
    public let requests: Int
    /// The changes it has made; empty in lists of runs.
    public var writes: [WriteRecord] = []
    /// What it has logged; empty in lists of runs.
    public var log: [LogLine] = []
    /// What it has delivered; empty in lists of runs.
    public var deliveries: [Delivery] = []

    init(_ row: Row) {
        id = row["id"]
        job = row["job"]
        portal = row["portal"]
        script = row["script"]
        attempt = row["attempt"]
        started = row.moment("started")
        ended = row.stamp("ended")
        outcome = row["outcome"]
        reason = row["reason"]
        line = row["line"]
        requests = row["requests"]
    }
}
