/// How long things are kept, in days.
public struct Retention: Sendable, Hashable {
    /// Events that no job needs any more.
    public var events: Int
    /// Jobs that are done or cancelled, with their runs.
    public var finished: Int
    /// Jobs that are dead, interrupted or stopped, with their runs and events: somebody may still want to retry them.
    public var failed: Int
    /// Decided moments of schedules; at least 400 days.
    public var slots: Int
    /// Messages that were sent or given up.
    public var messages: Int
    /// The most events and the most finished jobs that are kept even if they are younger.
    public var mostRows: Int

    /// What is kept if nobody says otherwise.
    public init(
        events: Int = 30, finished: Int = 90, failed: Int = 365, slots: Int = 400, messages: Int = 90,
        mostRows: Int = 5_000_000
    ) {
        self.events = events
        self.finished = finished
        self.failed = failed
        self.slots = slots
        self.messages = messages
        self.mostRows = mostRows
    }
}

/// How much a sweep has removed.
public struct Swept: Sendable, Hashable {
    /// Events.
    public var events = 0
    /// Jobs, each with its runs.
    public var jobs = 0
    /// Decided moments.
    public var slots = 0
    /// Values of scripts that had expired, and locks.
    public var memory = 0
    /// Messages.
    public var messages = 0

    /// Nothing yet.
    public init() {}
}
