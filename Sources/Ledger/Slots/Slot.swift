import GRDB

/// What is decided of one moment of a schedule.
public struct SlotEntry: Sendable, Hashable {
    /// The moment as the schedule has it.
    public var due: Stamp
    /// When the job may start.
    public var ready: Stamp
    /// Why there is no job; nil if there is one.
    public var skipped: String?
    /// Why its job takes the place of those that earlier moments of the script have left unfinished; nil if it doesn't.
    public var replaces: String?

    /// A decision on one moment.
    public init(due: Stamp, ready: Stamp, skipped: String? = nil, replaces: String? = nil) {
        self.due = due
        self.ready = ready
        self.skipped = skipped
        self.replaces = replaces
    }
}

/// How far a script's schedule was worked off.
public struct Plan: Sendable, Hashable {
    /// What tells the schedule from an earlier one of the script.
    public var digest: String
    /// All moments up to here are decided.
    public var through: Stamp
    /// The next moment; nil if there is none any more.
    public var next: Stamp?

    /// How far a schedule was worked off.
    public init(digest: String, through: Stamp, next: Stamp?) {
        self.digest = digest
        self.through = through
        self.next = next
    }

    init(_ row: Row) {
        self.init(digest: row["digest"], through: row.moment("through"), next: row.stamp("next"))
    }
}

/// Decisions on some moments of one script, and how far its schedule is worked off with them.
public struct SlotSettlement: Sendable, Hashable {
    /// The portal that the script works with.
    public var portal: String
    /// The script.
    public var script: String
    /// The moments; none if only the plan changes.
    public var slots: [SlotEntry]
    /// The plan afterwards.
    public var plan: Plan
    /// Whether the clock was ahead, and the plan is set back to an earlier moment. What was decided of moments after it
    /// and was not run is open again.
    public var isSetBack: Bool

    /// Decisions for a script.
    public init(portal: String, script: String, slots: [SlotEntry] = [], plan: Plan, isSetBack: Bool = false) {
        self.portal = portal
        self.script = script
        self.slots = slots
        self.plan = plan
        self.isSetBack = isSetBack
    }
}

/// A moment that was decided.
public struct SlotRecord: Sendable, Hashable {
    /// The moment as the schedule has it.
    public let due: Stamp
    /// Its job; nil if it was skipped.
    public let job: Int?
    /// Why it was skipped.
    public let skipped: String?
    /// When it was decided.
    public let decided: Stamp

    init(_ row: Row) {
        due = row.moment("due")
        job = row["job"]
        skipped = row["skipped"]
        decided = row.moment("decided")
    }
}
