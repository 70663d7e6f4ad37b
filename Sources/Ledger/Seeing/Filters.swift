/// Which jobs to see; what is nil doesn't matter.
public struct JobFilter: Sendable, Hashable {
    /// Those of a portal.
    public var portal: String?
    /// Those of a script.
    public var script: String?
    /// Those in some states; empty means all.
    public var states: Set<JobState>
    /// Those of an event.
    public var event: Int?
    /// Those recorded since a moment.
    public var since: Stamp?
    /// Those with a smaller number: the last one of the page before.
    public var before: Int?

    /// A filter that lets everything through.
    public init(
        portal: String? = nil, script: String? = nil, states: Set<JobState> = [], event: Int? = nil,
        since: Stamp? = nil, before: Int? = nil
    ) {
        self.portal = portal
        self.script = script
        self.states = states
        self.event = event
        self.since = since
        self.before = before
    }
}

/// Which runs to see; what is nil doesn't matter.
public struct RunFilter: Sendable, Hashable {
    /// Those on a portal.
    public var portal: String?
    /// Those of a script.
    public var script: String?
    /// Those of a job.
    public var job: Int?
    /// Those that ended so, as `Ending.outcome` says it; `running` for those that haven't.
    public var outcome: String?
    /// Those that began since a moment.
    public var since: Stamp?
    /// Those with a smaller number: the last one of the page before.
    public var before: Int?

    /// A filter that lets everything through.
    public init(
        portal: String? = nil, script: String? = nil, job: Int? = nil, outcome: String? = nil, since: Stamp? = nil,
        before: Int? = nil
    ) {
        self.portal = portal
        self.script = script
        self.job = job
        self.outcome = outcome
        self.since = since
        self.before = before
    }
}

/// Which events to see; what is nil doesn't matter.
public struct EventFilter: Sendable, Hashable {
    /// Those of a portal.
    public var portal: String?
    /// Those with a code.
    public var name: String?
    /// Those of an entity.
    public var lane: String?
    /// Those that came since a moment.
    public var since: Stamp?
    /// Those with a smaller number: the last one of the page before.
    public var before: Int?

    /// A filter that lets everything through.
    public init(
        portal: String? = nil, name: String? = nil, lane: String? = nil, since: Stamp? = nil, before: Int? = nil
    ) {
        self.portal = portal
        self.name = name
        self.lane = lane
        self.since = since
        self.before = before
    }
}
